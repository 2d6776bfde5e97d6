// The portal with the keyboard alone, and focus that stays where it was put.
import assert from "node:assert/strict";
import { after, before, test } from "./support/test.mjs";
import { compare, texts } from "./support/site.mjs";
import { eventually, plain, settle, start } from "./support/portal.mjs";

const de = texts("portal", "de");
let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

const focused = (page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return {
      role: element.getAttribute("role") ?? element.type ?? element.localName,
      name: element.ariaLabel ?? element.textContent,
      id: element.id,
    };
  });

// Presses Tab until the focused element `is_wanted`.
async function tab_to(page, is_wanted) {
  for (let press = 0; press < 60; ++press) {
    await page.keyboard.press("Tab");
    if (is_wanted(await focused(page))) return;
  }
  assert.fail(`not reached by Tab; last ${JSON.stringify(await focused(page))}`);
}

test("hours, term and prices can be changed with keys alone", async (t) => {
  const page = await portal.open(t);
  await tab_to(page, ({ role }) => role === "range");
  const before = Number(await page.getByRole("slider").first().inputValue());
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const slid = Number(await page.getByRole("slider").first().inputValue());
  assert.ok(slid > before);
  await tab_to(page, ({ name }) => name === de.hours_per_month);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("7,25");
  await tab_to(page, ({ name }) => name === de.all_terms);
  await page.keyboard.press("Space");
  await eventually(async () => assert.ok(await page.getByRole("checkbox", { name: de.all_terms }).isChecked()));
  const { offers } = compare(Array(12).fill(435));
  const wanted = plain(new Intl.NumberFormat("de", { minimumFractionDigits: 2 }).format(offers[0].net / 100));
  const first = page.getByRole("list", { name: de.compare_title }).locator("> li").first();
  await eventually(async () => assert.ok(plain(await first.textContent()).includes(wanted)));
});

test("focus follows the arrow keys in a group of choices and stays there", async (t) => {
  const page = await portal.open(t);
  await page.getByRole("radio", { name: de.net }).focus();
  await page.keyboard.press("ArrowRight");
  await settle(page);
  assert.equal((await focused(page)).name, de.gross);
  assert.ok(await page.getByRole("radio", { name: de.gross }).isChecked());
});

test("a disclosure opens with Enter, closes with Space, and keeps focus when the rows move", async (t) => {
  const page = await portal.open(t);
  const disclosure = page.getByRole("list", { name: de.compare_title }).getByRole("button").nth(2);
  await disclosure.focus();
  const { id } = await focused(page);
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await disclosure.getAttribute("aria-expanded"), "true"));
  assert.equal((await focused(page)).id, id);
  await page.keyboard.press("Space");
  await eventually(async () => assert.equal(await disclosure.getAttribute("aria-expanded"), "false"));
  assert.equal((await focused(page)).id, id);
});

test("the focused element is neither recreated nor moved when the rows change order", async (t) => {
  const page = await portal.open(t);
  await page.getByRole("checkbox", { name: de.all_terms }).click();
  await settle(page);
  const disclosure = page.getByRole("list", { name: de.compare_title }).getByRole("button").first();
  await disclosure.focus();
  const { id } = await focused(page);
  const blurs = await page.evaluateHandle(() => {
    const seen = [];
    document.activeElement.addEventListener("blur", () => seen.push("blur"));
    return seen;
  });
  // A change that comes from elsewhere, as from a second window or assistive technology.
  await page.getByRole("textbox", { name: de.hours_per_month }).evaluate((field) => {
    field.value = "1";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await eventually(async () =>
    assert.notEqual(
      await page.getByRole("list", { name: de.compare_title }).getByRole("button").first().getAttribute("id"),
      id,
    ),
  );
  assert.equal((await focused(page)).id, id);
  assert.deepEqual(await blurs.jsonValue(), []);
});

test("the focused element is in view and has a ring, except after a press", async (t) => {
  const page = await portal.open(t, { viewport: { width: 390, height: 700 } });
  const last = page.getByRole("list", { name: de.compare_title }).getByRole("button").last();
  await tab_to(page, ({ name }) => name.startsWith("Advanced"));
  await settle(page);
  const box = await last.boundingBox();
  assert.ok(box.y >= 0 && box.y < 700, `at ${box.y}`);
});

test("an empty date shows none", async (t) => {
  const page = await portal.open(t);
  const field = (name) => page.getByLabel(name, { exact: true });
  const start = field(de.field_start);
  await start.scrollIntoViewIfNeeded();
  const inside = async (name) => {
    const { x, y } = await field(name).boundingBox();
    return page.screenshot({ clip: { x: x + 8, y: y + 8, width: 120, height: 24 } });
  };
  const empty = await inside(de.field_website);
  assert.deepEqual(await inside(de.field_start), empty);
  await start.fill("2027-03-01");
  await start.blur();
  await settle(page);
  assert.notDeepEqual(await inside(de.field_start), empty);
  await start.fill("");
  await start.blur();
  await settle(page);
  assert.deepEqual(await inside(de.field_start), empty);
});

test("a text field is the browser's own", async (t) => {
  const page = await portal.open(t, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const field = page.getByRole("textbox", { name: de.hours_per_month });
  const style = (name) => field.evaluate((element, name) => getComputedStyle(element)[name], name);
  assert.equal(await style("opacity"), "1");
  await field.tap();
  await settle(page);
  assert.ok(parseFloat(await style("fontSize")) >= 16);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("33");
  await page.keyboard.press("Control+Z");
  assert.notEqual(await field.inputValue(), "33");
});
