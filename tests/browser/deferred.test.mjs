// The portal's deferred code: no part of a first visit, loaded once something needs it, and missed by nothing before.
import assert from "node:assert/strict";
import { after, before, test } from "./support/test.mjs";
import { live_site, open_page, ready, fully_cached } from "./support/live_site.mjs";
import { eventually, settle, start } from "./support/portal.mjs";
import { texts } from "./support/site.mjs";

const de = texts("portal", "de");
const address = "**/assets/deferred.*.wasm";
const failed = { allowed_errors: /deferred|Failed to fetch|ERR_FAILED/ };

let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

const part = (page) => page.locator("#portal section").filter({ has: page.getByRole("heading", { name: de.request_title, exact: true }) });
// The first field of the request's form.
const form = (page) => part(page).getByRole("radio", { name: de.kind_question });
const write = (page) => part(page).getByRole("button", { name: de.write_request });
const refuse = { before: (page) => page.route(address, (route) => route.abort()) };

// Without scrolling to it.
const press = (control) => control.click();

async function open(t, options = {}) {
  const requested = [];
  const listen = (page) => page.on("request", (request) => /deferred/.test(request.url()) && requested.push(request.url()));
  const page = await portal.open(t, { is_whole: false, ...options, before: async (page) => (listen(page), await options.before?.(page)) });
  await settle(page);
  return { page, requested };
}

test("a first visit does not load it, whatever is compared", async (t) => {
  const { page, requested } = await open(t);
  await page.locator("#portal").getByRole("textbox", { name: de.hours_per_month }).fill("25");
  await page.getByRole("checkbox", { name: de.all_terms }).evaluate(press);
  await settle(page);
  assert.equal(await write(page).count(), 1);
  assert.equal(await form(page).count(), 0);
  assert.deepEqual(requested, []);
});

test("it comes when the request is near the window, and what is below the comparison appears", async (t) => {
  const { page, requested } = await open(t);
  await write(page).scrollIntoViewIfNeeded();
  await form(page).waitFor({ state: "attached" });
  assert.equal(await write(page).count(), 0);
  assert.equal(requested.length, 1);
  assert.equal(await page.getByRole("heading", { name: de.break_even_title }).count(), 1);
});

test("an opened offer brings it, and then shows its months", async (t) => {
  const { page, requested } = await open(t);
  await page.getByRole("list", { name: de.compare_title }).getByRole("button").first().evaluate(press);
  await page.getByRole("table", { name: de.months_caption }).waitFor({ state: "attached" });
  assert.equal(requested.length, 1);
});

test("what leads to the request brings it, and the form takes the focus", async (t) => {
  const { page } = await open(t);
  await page.getByRole("button", { name: de.request, exact: true }).click();
  await form(page).waitFor({ state: "attached" });
  await eventually(async () => assert.ok(await part(page).evaluate((part) => part.contains(document.activeElement))));
});

for (const [where, share, moves] of [["who reads the request stays there", 0.1, true], ["who sees only its beginning stays above it", 0.9, false]])
  test(`when more comes in above the request, ${where}`, async (t) => {
    let let_through;
    const is_let_through = new Promise((resolve) => (let_through = resolve));
    const { page } = await open(t, { before: (page) => page.route(address, async (route) => (await is_let_through, route.continue())) });
    const heading = part(page).getByRole("heading").first();
    const top = () => heading.evaluate((heading) => heading.getBoundingClientRect().top);
    await heading.evaluate((heading, share) => scrollBy(0, heading.getBoundingClientRect().top - share * innerHeight), share);
    const before = await top();
    const scrolled = await page.evaluate(() => scrollY);
    let_through();
    await form(page).waitFor({ state: "attached" });
    await settle(page);
    const further = (await page.evaluate(() => scrollY)) - scrolled;
    const lower = (await top()) - before;
    assert.ok(moves ? further > 100 && Math.abs(lower) < 2 : further === 0 && lower > 100, `scrolled ${further}, moved ${lower}`);
  });

test("past hours bring it", async (t) => {
  const { page } = await open(t);
  await page.getByRole("radio", { name: de.way_history }).evaluate(press);
  await page.getByRole("button", { name: de.history_choose }).waitFor();
});

test("an export dropped before it is loaded is read", async (t) => {
  const { page } = await open(t);
  await page.locator(".portal-stage").evaluate((stage) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["Date,Hours\n2026-01-01,1\n"], "hours.csv"));
    for (const type of ["dragover", "drop"]) stage.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
  await page.getByText("hours.csv").first().waitFor();
});

test("it is there before the first page is printed", async (t) => {
  const { page } = await open(t);
  await page.pdf();
  await form(page).waitFor({ state: "attached" });
});

// Presses each control of the portal, those that came meanwhile as well.
async function press_all(page) {
  const controls = page.locator("#portal .portal-mirror :is(button, input[type=radio], input[type=checkbox])");
  for (let at = 0; at < (await controls.count()); ++at) {
    await controls.nth(at).evaluate(press);
    await settle(page);
  }
}

test("refused, it is missed by nothing else: every control works, and the page says what is missing", async (t) => {
  const { page, requested } = await open(t, { ...refuse, ...failed });
  await press_all(page);
  await page.pdf();
  assert.ok(requested.length > 1);
  assert.equal(await page.locator("#portal").getAttribute("data-state"), "ready");
  await page.getByRole("radio", { name: de.way_average }).evaluate(press);
  await part(page).getByText(de.missing_failed).first().waitFor();
  await page.unroute(address);
  await write(page).click();
  await form(page).waitFor({ state: "attached" });
});

test("a visit with past hours that is loaded again finds them", async (t) => {
  const { page } = await open(t);
  await page.getByRole("radio", { name: de.way_history }).evaluate(press);
  await page.getByRole("button", { name: de.history_choose }).waitFor();
  await page.reload();
  await ready(page);
  await page.getByRole("button", { name: de.history_choose }).waitFor();
});

test("after one visit it works offline, from the service worker's cache", async (t) => {
  const site = await live_site(t);
  const page = await open_page(t, portal.browser, site.url);
  await fully_cached(page);
  assert.equal(await form(page).count(), 0);
  site.stop();
  await page.context().setOffline(true);
  await page.reload();
  await ready(page);
  await page.getByRole("button", { name: de.request, exact: true }).click();
  await form(page).waitFor({ state: "attached" });
});
