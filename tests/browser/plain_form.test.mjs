// The page's own request form: no JavaScript, no WebAssembly, the real endpoint.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { after, before, test } from "./support/test.mjs";
import path from "node:path";
import { tmpdir } from "node:os";
import { findings } from "./support/axe.mjs";
import { launch } from "./support/browser.mjs";
import { ready } from "./support/live_site.mjs";
import { eventually } from "./support/portal.mjs";
import { program, serve_site, texts } from "./support/site.mjs";

const store = path.join(tmpdir(), `kontingent-form-${process.pid}.sqlite`);
const least_time_ms = 2000; // between the summary and the request, the endpoint's own
let server, browser;
before(async () => ([server, browser] = await Promise.all([serve_site(store), launch()])));
after(async () => {
  await browser.close();
  server.close();
  for (const end of ["", "-wal", "-shm"]) rmSync(store + end, { force: true });
});

const stored = (email) =>
  JSON.parse(execFileSync(program, ["requests", "export", "--store", store, "--format", "json"])).filter((one) =>
    JSON.stringify(one).includes(email),
  );

async function open(t, { path = "", before, ...options } = {}) {
  const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: "reduce", serviceWorkers: "block", ...options });
  t.after(() => context.close());
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await before?.(page);
  await page.goto(server.url + path);
  return page;
}

// A select's label contains the text of its options, too.
const choice = (page, name) => page.locator(`form.request select[name=${name}]`);
// Without script a page has no frames by which Playwright sees that an element holds still, so a pointer may miss it
// while fonts arrive; a key does not.
const press = (page, role, name) => page.getByRole(role, { name }).press("Enter");

async function fill(page, language, values) {
  const words = texts("page", language);
  const { kind, package: chosen, level, ...lines } = values;
  for (const [name, value] of Object.entries({ kind, package: chosen, level }))
    if (value) await choice(page, name).selectOption(value);
  for (const [name, value] of Object.entries(lines)) await page.getByLabel(words[`form.${name}`]).fill(value);
  await page.getByLabel(words["form.consent"]).press("Space");
  await press(page, "button", words["form.send"]);
}

const heading = (page) => page.getByRole("heading", { level: 1 }).textContent();

async function confirm(page, button) {
  await page.waitForTimeout(least_time_ms + 100);
  await page.getByRole("button", { name: button }).dblclick({ force: true });
}

test("a request for a package arrives once", async (t) => {
  const page = await open(t);
  await fill(page, "de", { kind: "package", package: "standard", hours: "12,5", name: "Käthe Müller", email: "kaethe@example.com", company: "Müller & Söhne" });
  await eventually(async () => assert.equal(await heading(page), "Stimmt das so?"));
  assert.match(await page.locator("dl").textContent(), /Standard.*12,5/s);
  assert.deepEqual(stored("kaethe@example.com"), []);
  await confirm(page, "Anfrage senden");
  await eventually(async () => assert.equal(await heading(page), "Vielen Dank!"));
  const requests = stored("kaethe@example.com");
  assert.equal(requests.length, 1);
  const said = JSON.stringify(requests[0]);
  for (const part of ["standard", "Käthe Müller", "Müller & Söhne"]) assert.ok(said.includes(part), said);
  assert.ok(said.includes((await page.locator("strong").first().textContent()).trim()), "the reference");
});

test("a request for support on demand, in English, with its level", async (t) => {
  const page = await open(t, { path: "en/" });
  await fill(page, "en", { kind: "on_demand", level: "2", name: "Ann", email: "ann@example.com", message: "Search gives\nnothing." });
  await eventually(async () => assert.equal(await heading(page), "Is this right?"));
  await confirm(page, "Send request");
  await eventually(async () => assert.equal(await heading(page), "Thank you!"));
  assert.equal(stored("ann@example.com").length, 1);
  await press(page, "link", "Back to the page");
  await eventually(() => assert.equal(page.url(), `${server.url}en/`));
});

test("errors come back as a page with everything that was typed", async (t) => {
  const page = await open(t);
  await fill(page, "de", { kind: "question", name: "Otto", email: "otto@example.com", company: "Otto <GmbH>", message: " " });
  await eventually(async () => assert.equal(await heading(page), "Bitte prüfen Sie Ihre Angaben"));
  assert.equal(await page.getByLabel("Firma").inputValue(), "Otto <GmbH>");
  assert.deepEqual(stored("otto@example.com"), []);
});

test("a bot that fills the hidden field or is too quick is rejected", async (t) => {
  const page = await open(t);
  await page.locator("[name=fax]").fill("1");
  await fill(page, "de", { kind: "question", name: "Bot", email: "bot@example.com", message: "Hallo" });
  await eventually(async () => assert.equal(await heading(page), "Noch nicht gesendet"));
  await page.goto(server.url);
  await fill(page, "de", { kind: "question", name: "Bot", email: "bot@example.com", message: "Hallo" });
  await press(page, "button", "Anfrage senden");
  await eventually(async () => assert.equal(await heading(page), "Noch nicht gesendet"));
  assert.deepEqual(stored("bot@example.com"), []);
});

test("only the fields of the chosen kind are shown", async (t) => {
  const page = await open(t);
  const shown = async () => [
    await choice(page, "package").isVisible(),
    await choice(page, "level").isVisible(),
  ];
  assert.deepEqual(await shown(), [true, false]);
  await choice(page, "kind").selectOption("on_demand");
  assert.deepEqual(await shown(), [false, true]);
  await choice(page, "kind").selectOption("question");
  assert.deepEqual(await shown(), [false, false]);
});

for (const [path, colorScheme, width] of [["", "light", 1440], ["", "dark", 390], ["en/", "dark", 1440], ["en/", "light", 320]])
  test(`axe finds nothing in the form, which does not overflow: ${path || "de"}, ${colorScheme}, ${width} px`, async (t) => {
    // axe needs JavaScript, so the page's own scripts are blocked instead.
    const page = await open(t, {
      ...{ path, colorScheme, viewport: { width, height: 900 }, javaScriptEnabled: true },
      before: (page) => page.route("**/page.*.mjs", (route) => route.abort()),
    });
    assert.deepEqual(await findings(page, "#contact"), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  });

test("the portal's form replaces the plain one, and links lead to it", async (t) => {
  const page = await open(t, { javaScriptEnabled: true });
  await ready(page);
  const plain = page.locator("form.request");
  await eventually(async () => assert.ok(!(await plain.isVisible())));
  assert.ok(await page.locator(".contact-links").isVisible());
  await page.getByRole("navigation").getByRole("link", { name: texts("page", "de")["nav.contact"] }).click();
  const form = page.locator("#portal form");
  await eventually(async () => {
    const { y } = await form.getByRole("textbox").first().boundingBox();
    assert.ok(y > 0 && y < page.viewportSize().height, `the form's first field is at ${y}`);
  });
});

test("a form that is being filled in stays when the portal is ready", async (t) => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  t.after(() => context.close());
  const page = await context.newPage();
  let go;
  const gate = new Promise((resolve) => (go = resolve));
  await page.route("**/portal.*.wasm", async (route) => (await gate, route.continue()));
  await page.goto(server.url);
  await page.locator("form.request [name=name]").fill("Erika");
  go();
  await ready(page);
  await page.waitForFunction(() => document.querySelector("#portal form"));
  assert.ok(await page.locator("form.request").isVisible());
  assert.equal(await page.locator("form.request [name=name]").inputValue(), "Erika");
});
