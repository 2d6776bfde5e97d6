// Two rule engines, axe and IBM's, find nothing on any screen of the portal, of its form without script and of the desk;
// and each box encloses what it holds.
import assert from "node:assert/strict";
import path from "node:path";
import { ace_findings, exceptions } from "./support/ace.mjs";
import { findings } from "./support/axe.mjs";
import { outside_their_boxes } from "./support/boxes.mjs";
import { open_desk } from "./support/desk.mjs";
import { live_site, ready } from "./support/live_site.mjs";
import { load_whole, patience_milliseconds, settle, start } from "./support/portal.mjs";
import { now, part_of, walk_desk, walk_portal } from "./support/screens.mjs";
import { root, texts } from "./support/site.mjs";
import { after, before, test } from "./support/test.mjs";

let portal;
const used = new Set();
before(async () => (portal = await start()));
after(() => portal.stop());

const fixed = { before: (page) => page.clock.setFixedTime(now) };

// Looks at the whole page, or at a region.
async function check(page, screen, region) {
  const part = region && "[data-looked-at]";
  const mark = (is_marked) => region && part_of(page, region).evaluate((element, on) => element.toggleAttribute("data-looked-at", on), is_marked);
  await page.mouse.move(0, 0); // the colour of what it hovers over is one that the second engine cannot read
  await mark(true);
  const axe = await findings(page, part);
  const ace = await ace_findings(page, part, used);
  await mark(false);
  const { outside } = await page.evaluate(outside_their_boxes);
  assert.deepEqual([...axe, ...ace, ...outside], [], screen);
}

test("two rule engines find nothing on any screen of the portal", async (t) => {
  const page = await portal.open(t, fixed);
  await walk_portal(page, texts("portal", "de"), (screen, region) => check(page, screen, region));
});

test("two rule engines find nothing on any screen of the desk", async (t) => {
  const page = await open_desk(t, portal.browser, `${portal.url}desk/`, { ...fixed, serviceWorkers: "block", allowed: /^Service Worker/ });
  await walk_desk(page, texts("desk", "de"), (screen) => check(page, screen));
});

test("two rule engines find nothing on the pages without script: form, errors, summary, thanks, licences", async (t) => {
  const context = await portal.browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block" });
  t.after(() => context.close());
  context.setDefaultTimeout(patience_milliseconds);
  const page = await context.newPage();
  // The engines need script, so the page's own is left out.
  await page.route("**/*.mjs", (route) => route.abort());
  await page.goto(portal.url);
  await check(page, "form");
  const words = texts("page", "de");
  await page.locator("form.request select[name=kind]").selectOption("question");
  await page.getByLabel(words["form.name"]).fill("Ada");
  await page.getByLabel(words["form.email"]).fill("ada@example.org");
  await page.getByLabel(words["form.consent"]).press("Space");
  const send = page.getByRole("button", { name: words["form.send"] });
  await send.press("Enter");
  await page.locator("[aria-invalid=true]").first().waitFor();
  await check(page, "errors");
  await page.locator("[name=message]").fill("Was kostet das?");
  await page.locator("form button").first().press("Enter");
  await page.locator("dl").waitFor();
  await check(page, "summary");
  await page.waitForTimeout(2100); // who is quicker is taken for a program
  await page.locator("form button").first().press("Enter");
  await page.locator("strong").waitFor();
  await check(page, "thanks");
  await page.goto(`${portal.url}licences.de.html`);
  await check(page, "licences");
});

for (const language of ["en", "fr", "pl"])
  test(`two rule engines find nothing on the page in another language: ${language}`, async (t) => {
    const site = await live_site(t);
    site.pages("--catalogue", path.join(root, "tests/golden/catalogue-four.json"));
    const context = await portal.browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: "dark", reducedMotion: "reduce", serviceWorkers: "block" });
    t.after(() => context.close());
    context.setDefaultTimeout(patience_milliseconds);
    const page = await context.newPage();
    await page.goto(site.url + (language === "en" ? "" : `${language}/`));
    await ready(page);
    await load_whole(page);
    await check(page, language);
  });

test("each control takes the press at its middle", async (t) => {
  const page = await portal.open(t);
  await page.getByRole("button", { name: texts("portal", "de").requirements_none }).press("Enter");
  await settle(page);
  const errors = await page.locator("#portal :is(input, button, textarea, a)").evaluateAll((controls) =>
    controls.flatMap((control) => {
      control.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = control.getBoundingClientRect();
      const found = document.elementFromPoint(left + width / 2, top + height / 2);
      // A row's texts lie beside its button, and hand the press on.
      const is_its_own = found && (control.contains(found) || found.parentElement.contains(control));
      return is_its_own ? [] : [`${control.ariaLabel ?? control.textContent}: at its middle is ${found?.outerHTML.slice(0, 100)}`];
    }),
  );
  assert.deepEqual(errors, []);
});

test("the focus is seen on each kind of control that is reached by keys", async (t) => {
  const page = await portal.open(t);
  const seen = new Map();
  const kinds = ["radio", "range", "text", "submit", "checkbox"];
  const picture = async (control) => {
    await settle(page);
    const { x, y, width, height } = await control.boundingBox();
    return page.screenshot({ clip: { x: x - 6, y: y - 6, width: width + 12, height: height + 12 }, caret: "hide" });
  };
  for (let presses = 0; presses < 60 && seen.size < kinds.length; ++presses) {
    await page.keyboard.press("Tab");
    const control = page.locator("#portal :focus");
    if (!(await control.count())) continue;
    const kind = await control.evaluate(({ type }) => type);
    if (!kinds.includes(kind) || seen.has(kind)) continue;
    const [id, focused] = [await control.getAttribute("id"), await picture(control)];
    await control.blur();
    seen.set(kind, !focused.equals(await picture(page.locator(`[id="${id}"]`))));
    await page.locator(`[id="${id}"]`).focus();
  }
  assert.deepEqual(Object.fromEntries(seen), Object.fromEntries(kinds.map((kind) => [kind, true])));
});

test("every exception of the second rule engine is needed", () => {
  assert.deepEqual(exceptions.filter((one) => !one.sometimes && !used.has(one)), []);
});
