// Where the focus goes when its control goes, and what is announced of what was done.
import assert from "node:assert/strict";
import { after, before, test } from "./support/test.mjs";
import { texts } from "./support/site.mjs";
import { eventually, load_whole, settle, start } from "./support/portal.mjs";
import { entries, reference_in, send } from "./support/request.mjs";

const de = texts("portal", "de");
let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

const focused = (page) => page.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.textContent);
// The portal decides whether it is checked, a moment after the press.
const check = async (checkbox) => {
  await checkbox.click();
  await eventually(async () => assert.ok(await checkbox.isChecked()));
};
const has_focus = (page, name) => eventually(async () => assert.equal(await focused(page), name));
const status = (page) => page.locator("#portal").getByRole("status");
const says = (page, words) => eventually(async () => assert.ok((await status(page).textContent()).includes(words), words));
// Everything that is announced from now on.
const listen = (page) =>
  status(page).evaluate((status) => {
    window.said = [];
    new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });

test("dismissing the note on a link leads to the recommendation", async (t) => {
  const page = await portal.open(t, { path: "#k1damaged" });
  await page.getByRole("button", { name: de.dismiss }).press("Enter");
  await has_focus(page, de.answer_title);
});

// No offer has the last service.
const without_a_service = (page) =>
  page.route("**/catalogue.de.json", async (route) => {
    const catalogue = await (await route.fetch()).json();
    const { id } = catalogue.services.at(-1);
    for (const offer of [...catalogue.packages, catalogue.on_demand]) offer.services = offer.services.filter((service) => service !== id);
    await route.fulfill({ json: catalogue });
  });

test("lifting requirements that no offer meets leads to the recommendation", async (t) => {
  const page = await portal.open(t, { before: without_a_service });
  await page.getByRole("button", { name: de.requirements_none }).press("Enter");
  await check(page.getByRole("group", { name: de.required_services }).getByRole("checkbox").last());
  await page.getByRole("button", { name: de.lift_requirements }).press("Enter");
  await has_focus(page, de.answer_title);
});

test("“Ansehen” comes before the needs, and leads to the recommendation", async (t) => {
  const page = await portal.open(t, { viewport: { width: 390, height: 844 } });
  const show = page.getByRole("button", { name: de.show_answer });
  const first = await page.locator(".portal-mirror :is(button, input)").first().textContent();
  assert.equal(first, de.show_answer);
  await show.press("Enter");
  await has_focus(page, de.answer_title);
  await settle(page);
  const { y } = await page.getByRole("heading", { name: de.answer_title }).boundingBox();
  assert.ok(y >= 0 && y < 300, `at ${y}`);
});

test("Enter in a field goes on as its form's button does, to the summary's heading", async (t) => {
  const page = await portal.open(t);
  const name = page.locator("#portal").getByRole("textbox", { name: de.field_name });
  await name.press("Enter");
  await eventually(async () => assert.equal(await name.getAttribute("aria-invalid"), "true"));
  await name.fill("Kim");
  const email = page.locator("#portal").getByRole("textbox", { name: de.field_email });
  await email.fill("kim@shop.example");
  await check(page.locator("#portal").getByRole("form").getByRole("checkbox"));
  await email.press("Enter");
  await has_focus(page, de.summary_title);
});

test("copying says what became of it, each time", async (t) => {
  const page = await portal.open(t);
  await page.evaluate(() => {
    window.is_allowed = true;
    navigator.clipboard.writeText = async () => {
      if (!window.is_allowed) throw new Error("forbidden");
    };
    document.execCommand = () => false;
  });
  await listen(page);
  const copy = page.getByRole("button", { name: de.copy_link });
  const times = (words, count) =>
    eventually(async () => assert.equal(await page.evaluate((words) => window.said.filter((said) => said.includes(words)).length, words), count));
  await copy.click();
  await times(de.copied, 1);
  await copy.click();
  await times(de.copied, 2);
  await page.evaluate(() => (window.is_allowed = false));
  await copy.click();
  await times(de.copy_failed, 1);
  assert.ok(await page.getByText(de.copy_failed).first().isVisible());
});

test("withdrawing a request is announced, and the focus stays in its section", async (t) => {
  const page = await portal.open(t, { before: (page) => page.route("**/requests", (route) => route.abort()), allowed_errors: /ERR_FAILED|Failed to fetch/ });
  const form = page.locator("#portal").getByRole("form");
  await form.getByRole("textbox", { name: de.field_name }).fill("Kim");
  await form.getByRole("textbox", { name: de.field_email }).fill("kim@shop.example");
  await check(form.getByRole("checkbox"));
  await page.getByRole("button", { name: de.check_request }).click();
  await page.getByRole("button", { name: de.send_now }).click();
  // While it is tried once more it cannot be withdrawn.
  const withdraw = page.getByRole("button", { name: de.withdraw });
  await withdraw.waitFor({ state: "attached" });
  await eventually(async () => {
    if (await withdraw.count()) await withdraw.press("Enter", { timeout: 500 });
    assert.equal(await page.getByRole("list", { name: de.outbox_title }).count(), 0);
  });
  await says(page, de.withdrawn);
  await has_focus(page, de.request_title);
});

test("dismissing a sent request leads to the one before it, then to the form's heading", async (t) => {
  const page = await portal.open(t);
  for (const message of ["Erste", "Zweite"]) {
    await send(page, message);
    await reference_in(page);
  }
  await listen(page);
  for (const left of [1, 0]) {
    await page.getByRole("button", { name: de.dismiss }).last().press("Enter");
    await eventually(async () => assert.equal(await entries(page).count(), left));
    await eventually(async () => assert.ok(await page.evaluate(() => document.activeElement.closest("#portal form, #portal section")), "the focus is in the section"));
    await has_focus(page, left ? de.dismiss : de.request_title);
  }
  const said = await page.evaluate(() => window.said.join(" "));
  assert.ok(!said.includes(de.withdrawn), "what arrived cannot be withdrawn, and nothing says so");
});

test("the only status is a live region with a text", async (t) => {
  const page = await portal.open(t, { viewport: { width: 390, height: 844 } });
  assert.equal(await page.getByRole("status").count(), 1);
  assert.notEqual(await status(page).textContent(), "");
});

test("what was loaded again, as after a discarded tab, has its consent", async (t) => {
  const page = await portal.open(t);
  const consent = () => page.locator("#portal").getByRole("form").getByRole("checkbox");
  await check(consent());
  await settle(page);
  await page.reload();
  await page.locator("#portal[data-state=ready]").waitFor({ state: "attached" });
  await load_whole(page);
  await eventually(async () => assert.ok(await consent().isChecked()));
});

// Minutes after the turn of the year in Auckland it is still December in UTC.
test("the first month follows the visitor's calendar", async (t) => {
  for (const [timezoneId, first] of [["Pacific/Auckland", "Februar"], ["America/Los_Angeles", "Januar"]]) {
    const page = await portal.open(t, { timezoneId, before: (page) => page.clock.setFixedTime(new Date("2026-12-31T11:30:00Z")) });
    await page.getByRole("radio", { name: de.way_by_month }).click();
    const months = page.getByRole("textbox", { name: de.month_hours.replace("{month}", "") });
    await eventually(async () => assert.equal(await months.first().getAttribute("aria-label"), de.month_hours.replace("{month}", first)));
  }
});

test("changing the language leaves the focus at the languages", async (t) => {
  const page = await portal.open(t);
  await page.getByRole("link", { name: /English/ }).press("Enter");
  await page.waitForURL(/\/en\//);
  await page.locator("#portal[data-state=ready]").waitFor({ state: "attached" });
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest("nav.languages")));
});
