// A request becomes a quote that is sent, by keyboard alone; what follows: revised, over the limit, accepted.
import assert from "node:assert/strict";
import * as desk from "./support/desk.mjs";
import { findings } from "./support/axe.mjs";
import { eventually, plain } from "./support/portal.mjs";
import { texts } from "./support/site.mjs";

const { de, test } = desk;
const steps_max = 25;
const desks = desk.start_desks();
const { open } = desks;

// Keys and entered texts, each counted as a step.
function keyboard(page) {
  const keys = { steps: 0 };
  const focused = () => page.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.textContent);
  keys.press = async (key) => {
    keys.steps++;
    await page.keyboard.press(key);
  };
  keys.enter = async (text) => {
    keys.steps++;
    await page.keyboard.insertText(text);
  };
  keys.at = (name) => eventually(async () => assert.equal(plain(await focused()), plain(name)));
  keys.tab_to = async (name) => {
    for (let presses = 0; presses < 30; ++presses) {
      if (plain(await focused()) === plain(name)) return;
      await keys.press("Tab");
    }
    assert.fail(`Tab does not lead to ${name}; last ${await focused()}`);
  };
  return keys;
}

test(`from a pasted request to a quote with 7.5 % off, issued and downloaded, by keyboard in at most ${steps_max} steps`, async (t) => {
  const page = await open(t);
  const keys = keyboard(page);
  await keys.at(de.go_start); // an empty desk begins at its first control
  await keys.press("Enter");
  await keys.at(de.paste_caption);
  await keys.enter(desk.sample_request());
  await keys.tab_to(de.take_pasted);
  await keys.press("Enter");
  await keys.at(de.add_discount);
  await keys.press("Enter");
  await keys.at(de.percentage);
  await keys.enter("7,5");
  await keys.tab_to(de.issue);
  await keys.press("Enter");
  await keys.at(de.prefix);
  await keys.enter("A");
  await keys.tab_to(de.owner);
  await keys.enter("Ida Verkauf");
  await keys.tab_to(de.issue_now);
  await keys.press("Enter");
  await keys.at(de.download_pdf);
  const { name, content } = await desk.downloaded(page, () => keys.press("Enter"));
  console.log(`${keys.steps} steps by keyboard`);
  assert.ok(keys.steps <= steps_max, `${keys.steps} steps`);
  const year = new Date().getFullYear();
  assert.equal(name, `A-${year}-0001-1.pdf`);
  assert.equal(content.subarray(0, 5).toString(), "%PDF-");
  const printed = desk.words_of(t, { name, content });
  for (const words of ["Groß GmbH", `A-${year}-0001/1`, "9.790,20 €", "11.650,34 €", "19.147,34 €"]) assert.ok(printed.includes(words), words);
  const [{ value }] = await desk.stored(page, desks.url, "quote/");
  const [version] = JSON.parse(value).versions;
  const days = (Date.parse(version.content.valid_until) - Date.parse(version.content.issued_on)) / 86_400_000;
  assert.equal(days, 30);
});

test("an issued quote is revised, the changes are shown and printed, and its acceptance is recorded", async (t) => {
  const page = await open(t);
  const year = new Date().getFullYear();
  await desk.draft(page);
  await desk.discount(page, "7,5");
  await desk.issue(page);
  await desk.is_issued(page, `A-${year}-0001/1`);
  await desk.press(page, de.new_version);
  await page.getByRole("radio", { name: "Starter", exact: true }).click();
  await desk.saved(page);
  await desk.issue(page);
  await desk.is_issued(page, `A-${year}-0001/2`);
  await page.getByRole("checkbox", { name: de.show_changes.replace("{version}", "1") }).click();
  await desk.says(page, "Standard");
  const printed = desk.words_of(t, await desk.downloaded(page, () => desk.press(page, de.download_pdf)));
  assert.match(printed, /Standard.*Starter/);
  await desk.press(page, de.accept);
  await page.getByRole("radio", { name: de.way_telephone }).click();
  await desk.press(page, de.record_acceptance);
  await desk.says(page, de.said_recorded);
  const [{ value }] = await desk.stored(page, desks.url, "quote/");
  const { versions, events } = JSON.parse(value);
  assert.deepEqual(versions.map(({ state }) => state), ["superseded", "accepted"]);
  assert.equal(events.at(-1).what, "accepted");
});

for (const [percent, is_allowed] of [["7,49", true], ["7,5", true], ["7,51", false]])
  test(`with a limit of 7.5 %, a discount of ${percent} % is ${is_allowed ? "issued" : "refused"}`, async (t) => {
    const page = await open(t);
    await desk.press(page, de.go_settings);
    await desk.type(page, de.prefix, "A");
    await desk.type(page, de.owner, "Ida Verkauf");
    await desk.type(page, de.discount_max, "7,5");
    await desk.press(page, de.save_settings);
    await desk.says(page, de.said_settings);
    await desk.draft(page);
    await desk.discount(page, percent);
    await desk.issue(page);
    const year = new Date().getFullYear();
    if (is_allowed) return desk.is_issued(page, `A-${year}-0001/1`);
    // Of the whole term, rounded up: 7.51 % a month, rounded to cents, are a little more than 7.51 %.
    await desk.says(page, de.discount_over.replace("{percent}", "7,52 %").replace("{limit}", "7,5 %"));
    await desk.says(page, texts("core", "de").refusal_over_limit.split("{detail}")[0]);
    assert.equal(await page.getByRole("button", { name: de.download_pdf }).count(), 0);
    assert.deepEqual(await desk.stored(page, desks.url, "number/"), []);
  });

for (const colorScheme of ["light", "dark"])
  for (const width of [390, 1440])
    test(`axe finds nothing on any screen: ${colorScheme}, ${width} px`, async (t) => {
      const page = await open(t, { viewport: { width, height: 900 }, colorScheme });
      const check = async (screen) => assert.deepEqual(await findings(page), [], screen);
      await check("empty");
      await desk.press(page, de.go_settings);
      await check("settings");
      await desk.draft(page);
      await desk.press(page, de.add_discount);
      await desk.type(page, de.percentage, "viel");
      await check("editor with an error");
      await desk.type(page, de.percentage, "7,5");
      await desk.press(page, de.show_preview);
      await check("preview");
      await desk.issue(page);
      await page.getByRole("button", { name: de.accept }).click();
      await check("issued");
      await desk.press(page, de.go_list);
      await check("list");
    });

for (const width of [390, 1280])
  test(`a press of the mouse anywhere on a quote of the list opens it: ${width} px`, async (t) => {
    const page = await open(t, { viewport: { width, height: 900 } });
    await desk.press(page, de.add_samples);
    const quote = page.getByRole("button", { name: /Beispiel GmbH/ }).first();
    await quote.waitFor();
    for (const part of [0.02, 0.15, 0.35, 0.55, 0.75, 0.97]) {
      await quote.scrollIntoViewIfNeeded();
      const { x, y, width, height } = await quote.boundingBox();
      await page.mouse.click(x + width * part, y + height / 2);
      await page.getByRole("textbox", { name: de.customer_company, exact: true }).waitFor();
      await desk.press(page, de.go_list);
      await quote.waitFor();
    }
  });

for (const step of ["decline", "withdraw"])
  test(`a quote that is issued can be closed: ${step}`, async (t) => {
    const page = await open(t);
    await desk.draft(page);
    await desk.issue(page);
    await desk.press(page, de[step]);
    await desk.type(page, de.reason, "zu teuer");
    await desk.press(page, de[`record_${step}`]);
    await desk.says(page, de.said_recorded);
    await desk.says(page, "zu teuer");
    assert.equal(await page.getByRole("button", { name: de.accept, exact: true }).count(), 0);
    const [{ value }] = await desk.stored(page, desks.url, "quote/");
    assert.equal(JSON.parse(value).versions[0].state, { decline: "declined", withdraw: "withdrawn" }[step]);
  });
