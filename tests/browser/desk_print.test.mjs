// A quote's pages on paper and on a telephone: what the button prints is the document, and pages too small to read are enlarged.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { findings } from "./support/axe.mjs";
import { engine, launch_whole } from "./support/browser.mjs";
import * as desk from "./support/desk.mjs";
import { eventually } from "./support/portal.mjs";

const { de, test } = desk;
const desks = desk.start_desks(launch_whole);
const telephone = { width: 390, height: 844 };

// Instead of the browser's dialogue, which waits for a person.
const count_prints = (page) =>
  page.addInitScript(() => {
    window.prints = 0;
    window.print = () => void window.prints++;
  });
const prints = (page) => page.evaluate(() => window.prints);

// The words of each page, whatever their order.
function words_of_pages(pdf) {
  const text = execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });
  return text.split("\f").slice(0, -1).map((page) => page.split(/\s+/).filter(Boolean).sort());
}

async function printed_by_button(page) {
  const before = await prints(page);
  await desk.press(page, de.print);
  await eventually(async () => assert.equal(await prints(page), before + 1));
  // Firefox driven by WebDriver BiDi gives no PDF of a page with this size.
  return engine === "chromium" ? words_of_pages(await page.pdf({ preferCSSPageSize: true })) : undefined;
}

for (const viewport of [telephone, { width: 1440, height: 900 }])
  test(`what Print prints of an issued quote is its PDF, page by page: ${viewport.width} px`, async (t) => {
    const page = await desks.open(t, { viewport, before: count_prints });
    await desk.draft(page);
    await desk.discount(page, "7,5");
    await desk.issue(page);
    const document = await desk.downloaded(page, () => desk.press(page, de.download_pdf));
    if (viewport === telephone) await desk.press(page, de.enlarge_pages);
    const printed = await printed_by_button(page);
    if (!printed) return;
    const wanted = words_of_pages(document.content);
    assert.ok(wanted.length >= 2 && wanted.flat().length > 100);
    assert.deepEqual(printed, wanted);
  });

test("what Print prints of a draft is its pages, each marked as one, and nothing of the editor", async (t) => {
  const page = await desks.open(t, { before: count_prints });
  await desk.draft(page);
  const printed = await printed_by_button(page);
  if (!printed) return;
  for (const words of printed) assert.ok(words.includes("Entwurf")); // in place of the number
  const all = printed.flat();
  for (const word of ["Groß", "ENTWURF,", "16.884,00"]) assert.ok(all.includes(word), word);
  for (const words of [de.customer_postcode, de.undo, de.add_discount]) assert.ok(!all.includes(words.split(" ").at(-1)), words);
});

const box_of = (page) => page.locator(".is-at-wide-page").first();
const sideways = (element) => element.evaluate(({ scrollLeft, scrollWidth, clientWidth }) => ({ scrollLeft, most: scrollWidth - clientWidth }));

test("on a telephone, pages are enlarged to be read, and scroll sideways in their box", async (t) => {
  const page = await desks.open(t, { viewport: telephone });
  await desk.draft(page);
  await desk.issue(page);
  await desk.press(page, de.enlarge_pages);
  const box = box_of(page);
  await box.waitFor();
  const sizes = await box.locator(".portal-text").evaluateAll((texts) => texts.map((text) => parseFloat(getComputedStyle(text).fontSize)));
  assert.ok(sizes.length > 20 && Math.min(...sizes) >= 8, `${Math.min(...sizes)} px`);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  assert.deepEqual(await findings(page), []);

  // By key, to the column of the sums.
  const { most } = await sideways(box);
  assert.ok(most > 400, `${most}`);
  await box.focus();
  for (let presses = 0; presses < 40 && (await sideways(box)).scrollLeft < most; ++presses) await page.keyboard.press("ArrowRight");
  await eventually(async () => assert.ok((await sideways(box)).scrollLeft >= most - 1));
  const [whole, sum] = await Promise.all([box.boundingBox(), box.getByText("11.760,00").boundingBox()]);
  assert.ok(sum.x >= whole.x && sum.x + sum.width <= whole.x + whole.width, JSON.stringify({ whole, sum }));
  // What is drawn comes with it.
  await eventually(async () => {
    const [last] = await box.locator("canvas").evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect().right).sort((a, b) => b - a));
    assert.ok(last >= whole.x + whole.width - 1, `${last}`);
  });

  await desk.press(page, de.fit_pages);
  await box.waitFor({ state: "detached" });
});

test("browsers fill in a customer's data apart from one's own name", async (t) => {
  const page = await desks.open(t);
  await desk.draft(page);
  await desk.press(page, de.issue);
  const tokens = (caption) => page.getByRole("textbox", { name: caption, exact: true }).first().getAttribute("autocomplete");
  const wanted = { name: "name", company: "organization", street: "address-line1", postcode: "postal-code", city: "address-level2", country: "country-name", email: "email" };
  for (const [field, token] of Object.entries(wanted)) assert.equal(await tokens(de[`customer_${field}`]), `section-customer ${token}`, field);
  assert.equal(await tokens(de.customer_vat_id), "off");
  assert.equal(await tokens(de.owner), "name");
});
