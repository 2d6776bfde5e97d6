// A press is never lost: it acts on the control it was aimed at while the page scrolls and the layout moves, and what
// the browser shows of a control is the portal's state of it.
import assert from "node:assert/strict";
import { after, before, test } from "./support/test.mjs";
import { eventually, settle, start } from "./support/portal.mjs";
import { texts } from "./support/site.mjs";

const de = texts("portal", "de");
let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

// Keeps the records as the mirror is handed them, and which control each press was aimed at.
function spy() {
  const spied = (window.spied = { records: new Map(), aimed: null });
  const { parse } = JSON;
  JSON.parse = (text, ...more) => {
    const value = parse(text, ...more);
    for (const record of value?.records ?? []) spied.records.set(`portal-${record.id}`, record);
    return value;
  };
  const control = (event) => event.target.closest?.("[id^=portal-]");
  addEventListener("pointerdown", (event) => (spied.aimed = control(event)?.id ?? null), true);
}

// What the browser shows of every control, and what the portal's records say of it.
const states = (page) =>
  page.evaluate(() => {
    const shown = {};
    const recorded = {};
    for (const element of document.querySelectorAll(".portal-mirror :is(button, input, textarea)")) {
      const { is_checked = 0, is_expanded, value = "", range } = window.spied.records.get(element.id);
      const { type, id } = element;
      if (type === "radio" || type === "checkbox") [shown[id], recorded[id]] = [element.checked, !!is_checked];
      else if (type === "range") [shown[id], recorded[id]] = [element.valueAsNumber, range.now ?? 0];
      else if (element.localName === "button")
        [shown[id], recorded[id]] = [element.ariaExpanded, is_expanded === undefined ? null : `${!!is_expanded}`];
      else [shown[id], recorded[id]] = [element.value, value];
    }
    return { shown, recorded };
  });

async function assert_agreement(page) {
  const { shown, recorded } = await states(page);
  // Past hours without a file leave few controls.
  const has_history = await page.getByRole("radio", { name: de.way_history }).isChecked();
  assert.ok(Object.keys(shown).length > (has_history ? 5 : 20));
  assert.deepEqual(shown, recorded);
}

async function open(t, options) {
  const page = await portal.open(t, { before: (page) => page.addInitScript(spy), ...options });
  await page.getByRole("radio", { name: de.way_by_month }).click();
  await settle(page);
  return page;
}

const ids_of = (page, selector) =>
  page.locator(selector).evaluateAll((elements) => elements.map(({ id }) => id));

// What a press on this control must have changed, as a function of what its record was.
const acted = {
  radio: (before, now) => now.is_checked === 1,
  checkbox: (before, now) => !now.is_checked === !!before.is_checked,
  disclosure: (before, now) => !now.is_expanded === !!before.is_expanded,
};
const kind_of = (element) =>
  element.type === "radio" || element.type === "checkbox" ? element.type : element.ariaExpanded ? "disclosure" : null;

// Without a file, past hours leave hardly a control; back to the hours that most have.
async function leave_history(page) {
  if (!(await page.getByRole("radio", { name: de.way_history }).isChecked())) return;
  await page.getByRole("radio", { name: de.way_average }).click();
  await eventually(async () => assert.ok(await page.getByRole("radio", { name: de.way_average }).isChecked()));
  await settle(page);
}

for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }])
  test(`at ${viewport.width} px every control acts when pressed while the page scrolls`, async (t) => {
    const page = await open(t, { viewport });
    let pressed = 0;
    for (const id of await ids_of(page, ".portal-mirror :is(input[type=radio], input[type=checkbox], button[aria-expanded])")) {
      const control = page.locator(`#${id}`);
      if (!(await control.count())) continue; // closed by an earlier press
      await control.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
      const { x, y, width, height } = await control.boundingBox();
      // Nobody waits for anything: the wheel turns while the button goes down and up.
      await Promise.all([
        page.mouse.wheel(0, 30),
        page.mouse.click(x + width / 2, y + Math.min(height / 2, 20)),
        page.mouse.wheel(0, -30),
      ]);
      const aimed = await page.evaluate(() => window.spied.aimed);
      await settle(page);
      if (aimed === id) ++pressed;
      await assert_agreement(page);
      await leave_history(page);
    }
    assert.ok(pressed > 8, `${pressed} presses met their control`);
  });

for (const [name, move] of Object.entries({
  "the page scrolls": () => scrollBy({ top: 60, behavior: "instant" }),
  "what is above grows": () => (document.querySelector("#portal").style.paddingTop = `${60 + Math.random()}px`),
}))
  test(`every control acts when ${name} between press and release`, async (t) => {
    const page = await open(t);
    for (const id of await ids_of(page, ".portal-mirror :is(input[type=radio], input[type=checkbox], button[aria-expanded])")) {
      const control = page.locator(`#${id}`);
      if (!(await control.count())) continue;
      await control.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
      await settle(page);
      const { x, y, width, height } = await control.boundingBox();
      const kind = await control.evaluate(kind_of);
      const record = () => page.evaluate((id) => window.spied.records.get(id), id);
      const before = await record();
      await page.mouse.move(x + width / 2, y + Math.min(height / 2, 20));
      await page.mouse.down();
      assert.equal(await page.evaluate(() => window.spied.aimed), id);
      await page.evaluate(move);
      await page.mouse.up();
      await eventually(async () => assert.ok(acted[kind](before, await record()), `${kind} ${before.name}`));
      await settle(page);
      await assert_agreement(page);
      await page.evaluate(() => (document.querySelector("#portal").style.paddingTop = ""));
      await leave_history(page);
    }
  });

test("a press that is dragged off its control does nothing", async (t) => {
  const page = await open(t);
  const box = page.getByRole("checkbox", { name: de.all_terms });
  await box.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await box.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2 - 120, { steps: 3 });
  await page.mouse.up();
  await settle(page);
  assert.ok(!(await box.isChecked()));
  await assert_agreement(page);
});

test("where the portal does not follow, the browser's own change is taken back", async (t) => {
  const page = await open(t);
  const session = await page.context().newCDPSession(page);
  const slider = page.getByRole("slider").first();
  // Between two steps: the field beside the bar takes any value, and the slider shows it.
  await page.getByRole("textbox", { name: /Dezember|Januar/ }).first().fill("7,1");
  await settle(page);
  await assert_agreement(page);
  const value = () => slider.evaluate((element) => element.valueAsNumber);
  assert.equal(await value(), 426);
  await slider.focus();
  await page.keyboard.press("ArrowUp");
  await settle(page);
  assert.ok((await value()) > 426 && (await value()) % 15 === 0, `${await value()}`);
  await assert_agreement(page);
  // A radio that is chosen already, a checkbox that is changed behind the portal's back.
  const gross = page.getByRole("radio", { name: de.gross });
  await page.getByRole("checkbox", { name: de.all_terms }).evaluate((element) => (element.checked = true));
  await gross.click();
  await gross.click();
  await settle(page);
  await assert_agreement(page);
  await session.detach();
});
