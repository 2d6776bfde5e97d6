// A prospect's visit, the same in every engine: KONTINGENT_BROWSER is chromium, firefox or webkit.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { engine } from "../browser/support/browser.mjs";
import { eventually, load_whole, plain } from "../browser/support/portal.mjs";
import { reference_in, send, shows } from "../browser/support/request.mjs";
import { catalogue, compare, root, texts } from "../browser/support/site.mjs";
import { test } from "../browser/support/test.mjs";
import { is_ready, visit } from "./support/visit.mjs";

const de = texts("portal", "de");
const amount = (cents) => plain(new Intl.NumberFormat("de", { minimumFractionDigits: 2 }).format(cents / 100));
const text_of = async (page) => plain(await page.locator("#portal").textContent());
const says = (page, words) => eventually(async () => assert.ok((await text_of(page)).includes(plain(words)), words));
const offers = (page) => page.getByRole("list", { name: de.compare_title });
const hours = (page) => page.getByRole("textbox", { name: de.hours_per_month });
const choose = async (page, name) => {
  const radio = page.getByRole("radio", { name, exact: true });
  await radio.click();
  await eventually(async () => assert.ok(await radio.isChecked(), name));
};
// A browser moves a slider by a step of its own first; the portal's frame then says where it is.
const value_of = (slider) =>
  slider.evaluate(async (input) => {
    for (let frame = 0; frame < 2; ++frame) await new Promise(requestAnimationFrame);
    return Number(input.value);
  });
// What is announced: a status that was there before.
const announces = (page, words) =>
  eventually(async () => assert.ok(await page.getByRole("status").nth(0).evaluate((_first, words) => [...document.querySelectorAll("[role=status]")].some(({ textContent }) => textContent.includes(words)), words), words));
const changes = (read, is_right, what) => eventually(async () => assert.ok(is_right(await read()), what));

test("hours on average: slider by keys, field, what is no number", async (t) => {
  const { page } = await visit(t);
  const slider = page.getByRole("slider").first();
  const start = await value_of(slider);
  await slider.press("ArrowRight");
  await changes(() => value_of(slider), (now) => now > start, "ArrowRight");
  const raised = await value_of(slider);
  await slider.press("ArrowLeft");
  await changes(() => value_of(slider), (now) => now < raised, "ArrowLeft");
  await slider.press("End");
  await changes(() => value_of(slider), (now) => now > 2 * start, "End");
  await slider.press("Home");
  await changes(() => value_of(slider), (now) => now === 0, "Home");
  await hours(page).fill("12,5");
  const { offers: expected } = compare(Array(12).fill(750));
  await says(page, amount(expected[0].net));
  await hours(page).fill("viel");
  await eventually(async () => assert.equal(await hours(page).getAttribute("aria-invalid"), "true"));
});

test("hours month for month: fields, keys, and a bar that is dragged", async (t) => {
  const { page } = await visit(t);
  await choose(page, de.way_by_month);
  const bar = page.getByRole("slider", { name: /Januar/ });
  const start = await value_of(bar);
  for (const [key, is_right] of [["ArrowRight", (now, before) => now > before], ["ArrowLeft", (now, before) => now < before], ["ArrowUp", (now, before) => now > before]]) {
    const before = await value_of(bar);
    await bar.press(key);
    await changes(() => value_of(bar), (now) => is_right(now, before), `${key} from ${before}`);
  }
  assert.ok((await value_of(bar)) > start);
  await bar.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  const { x, y, width, height } = await bar.boundingBox();
  const at = (share) => [x + width / 2, y + height * (1 - share)];
  await page.drag([at(0.5)]);
  const pressed = await value_of(bar);
  assert.ok(pressed > 0, "a press in the middle of a bar does not set it to 0 h");
  await page.drag([at(0.5), at(0.6), at(0.75), at(0.9)]);
  await changes(() => value_of(bar), (now) => now > pressed, "dragged upwards");
  const field = page.getByRole("textbox", { name: /Januar/ });
  await field.fill("7");
  await changes(() => value_of(bar), (now) => now === 420, "the bar follows the field");
});

test("incidents, uncertainty, term and prices", async (t) => {
  const { page } = await visit(t);
  await load_whole(page);
  await choose(page, de.way_incidents);
  await choose(page, de.way_average);
  await choose(page, de.certainty_quarter);
  await says(page, de.outlook_title);
  const { offers: expected } = compare(Array(12).fill(720));
  await choose(page, de.gross);
  await says(page, amount(expected[0].gross));
  await choose(page, de.net);
  await says(page, amount(expected[0].net));
});

test("a season makes months differ, and weights of one's own replace it", async (t) => {
  const { page } = await visit(t);
  const { seasons } = catalogue();
  await choose(page, seasons[1].name.de);
  await says(page, de.season_words.split("{most}")[0]);
  const { offers: even } = compare(Array(12).fill(720));
  await eventually(async () => assert.ok(!(await text_of(page)).includes(amount(even[0].net)), "a season changes the price"));
  await choose(page, de.season_own);
  const january = page.getByRole("slider", { name: de.season_month.replace("{month}", "Januar") });
  const weight = await value_of(january);
  await january.press("ArrowUp");
  await changes(() => value_of(january), (now) => now > weight, "ArrowUp");
});

test("what an offer must have takes others out, with the reason", async (t) => {
  const { page } = await visit(t);
  const { packages, services } = catalogue();
  const lacking = services.find(({ id }) => !packages[0].services.includes(id)).name.de;
  await page.getByRole("button", { name: de.requirements_none }).click();
  await page.getByRole("checkbox", { name: lacking }).click();
  await says(page, de.excluded_service.replace("{service}", lacking));
  await page.getByRole("button", { name: de.requirements_some.replace("{n}", "1") }).first().waitFor();
  const fastest = page.getByRole("radio", { name: new RegExp(de.response_always.split("}")[1]) }).first();
  await fastest.click();
  await eventually(async () => assert.ok(await fastest.isChecked()));
  await says(page, de.excluded_response.split("{level}")[0] + "1 ");
});

test("an offer opens by Enter, closes by Space, and opens by a click", async (t) => {
  const { page } = await visit(t);
  const disclosure = offers(page).getByRole("button").first();
  const is_open = (wanted) => eventually(async () => assert.equal(await disclosure.getAttribute("aria-expanded"), wanted));
  await disclosure.press("Enter");
  await is_open("true");
  await disclosure.press("Space");
  await is_open("false");
  await disclosure.click();
  await is_open("true");
  assert.equal(await page.getByRole("table", { name: de.months_caption }).getByRole("row").count(), 14);
});

test("an export is dropped and read", async (t) => {
  const { page } = await visit(t);
  const content = readFileSync(path.join(root, "tests/core/exports/clockify.csv")).toString("base64");
  await page.locator(".portal-stage").evaluate((stage, content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], "clockify.csv"));
    for (const type of ["dragover", "drop"]) stage.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, content);
  await eventually(async () => assert.ok(await page.getByRole("radio", { name: de.way_history }).isChecked()));
  await eventually(async () => assert.ok((await page.getByRole("table", { name: de.history_months }).getByRole("row").count()) > 2));
});

test("an export is pasted by keys, and the link is copied, which is announced", async (t) => {
  const { page } = await visit(t);
  await load_whole(page);
  await choose(page, de.way_history);
  await page.getByRole("button", { name: de.history_paste }).click();
  const field = page.getByRole("textbox", { name: de.history_paste_field });
  const content = readFileSync(path.join(root, "tests/core/exports/harvest.csv"), "utf8").replace(/\r/g, "");
  // To the clipboard by its own keys.
  await field.evaluate((element, text) => ((element.value = text), element.dispatchEvent(new InputEvent("input", { bubbles: true }))), content);
  for (const key of ["Control+a", "Control+x"]) await field.press(key);
  await eventually(async () => assert.equal(await field.inputValue(), ""));
  await field.press("Control+v");
  await eventually(async () => assert.equal(await field.inputValue(), content));
  await page.getByRole("button", { name: de.history_read, exact: true }).click();
  await eventually(async () => assert.ok((await page.getByRole("table", { name: de.history_months }).getByRole("row").count()) > 2));

  await choose(page, de.way_average);
  await hours(page).fill("9");
  await says(page, amount(compare(Array(12).fill(540)).offers[0].net));
  await page.getByRole("button", { name: de.copy_link }).click();
  await announces(page, de.copied);
  const message = page.getByRole("form", { name: de.request_title }).getByRole("textbox", { name: de.field_message });
  await message.press("Control+v");
  await eventually(async () => assert.equal(await message.inputValue(), await page.evaluate(() => location.href)));
});

test("the questions lead to a level and its promise", async (t) => {
  const { page } = await visit(t);
  await load_whole(page);
  const { triage, levels } = catalogue();
  const answer = triage.questions.find(({ id }) => id === triage.start).answers.find(({ level }) => level);
  await page.getByRole("button", { name: answer.text.de }).click();
  await says(page, de.triage_promises);
  await says(page, levels[answer.level - 1].name.de);
});

test("a request is stored; another one waits without a network, survives a reload and arrives once", async (t) => {
  const { page, line, arrived } = await visit(t);
  await send(page, "Aus jedem Browser");
  await reference_in(page);
  assert.deepEqual(arrived(), ["Aus jedem Browser"]);
  await eventually(async () => assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null && caches.match("./").then(Boolean))));
  await line.cut();
  await page.reload();
  await is_ready(page);
  await send(page, "Aus dem Zug");
  await shows(page, de.delivery_waiting);
  assert.deepEqual(arrived(), ["Aus jedem Browser"]);
  await line.restore();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await eventually(() => assert.deepEqual(arrived(), ["Aus jedem Browser", "Aus dem Zug"]));
  await reference_in(page);
});

test("what was entered is in the address: back, forward and reload", async (t) => {
  const { page } = await visit(t);
  const shown = (wanted) => eventually(async () => assert.equal(await hours(page).inputValue(), wanted));
  const address = () => page.evaluate(() => location.hash);
  await hours(page).fill("7");
  await eventually(async () => assert.match(await address(), /^#k3/));
  const seven = await address();
  await hours(page).fill("30");
  await eventually(async () => assert.notEqual(await address(), seven));
  await page.goBack();
  await shown("7");
  await page.goForward();
  await shown("30");
  await page.reload();
  await is_ready(page);
  await shown("30");
});

test("on paper: needs, answer, comparison and months in this order, and the screen afterwards as before", async (t) => {
  const { page, paper } = await visit(t);
  await load_whole(page);
  const rows = () => page.getByRole("row").count();
  const before = await rows();
  const printed = await paper();
  let from = 0;
  for (const words of [de.needs_title, de.answer_title, de.compare_title, de.months_caption, de.break_even_title]) {
    const at = printed.indexOf(plain(words), from);
    assert.ok(at >= 0, `“${words}” is not on paper, or not in its place`);
    from = at;
  }
  await eventually(async () => assert.equal(await rows(), before));
});

// Zooming in leaves a window fewer CSS pixels, each of more of the screen's; WebKitGTK's test browser has a bar that is
// wider than 320 px, and a screen of one density.
const windows = [
  { what: "1,280 px at 400 %", width: 320, density: 4 },
  { what: "1,280 px at 200 %", width: 640, density: 2 },
  { what: "1,440 px", width: 1440, density: 1 },
];
for (const { what, width, density } of windows.filter(({ width }) => engine !== "webkit" || width > 320))
  test(`in a window of ${what} texts are as wide as they were laid out, nothing scrolls sideways, and the portal answers`, async (t) => {
    const { page } = await visit(t, { width, density });
    if (engine !== "webkit") assert.equal(await page.evaluate(() => devicePixelRatio), density);
    await load_whole(page);
    await eventually(async () => {
      const { reach, off } = await page.evaluate(() => ({
        reach: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        off: [...document.querySelectorAll(".portal-mirror :is(.portal-text, .portal-words):not(.has-lines)")]
          .filter((element) => element.textContent && element.style.fontSize)
          .map((element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            return [Math.abs(range.getBoundingClientRect().width - parseFloat(element.style.width)), element.textContent];
          })
          .filter(([off]) => off > 0.1),
      }));
      assert.deepEqual({ reach, off }, { reach: 0, off: [] });
    });
    await hours(page).fill("9");
    await says(page, amount(compare(Array(12).fill(540)).offers[0].net));
  });
