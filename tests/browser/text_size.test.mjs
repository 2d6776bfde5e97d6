// Larger and wider text than the page asks for: nothing is cut off, and no two texts overlap.
import assert from "node:assert/strict";
import { after, before, test } from "./support/test.mjs";
import { texts } from "./support/site.mjs";
import { eventually, settle, start } from "./support/portal.mjs";

const de = texts("portal", "de");
// WCAG 2.2, 1.4.12.
const text_spacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
let normal, large;
before(async () => ([normal, large] = [await start(), await start(["--blink-settings=minimumFontSize=28"])])); // 200 % of the smallest
after(() => Promise.all([normal.stop(), large.stop()]));

// Texts as seen, those of one element together.
const drawn_texts = (page) =>
  page.locator(".portal-mirror :is(.portal-text, .portal-words)").evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.querySelector(".portal-heard"))
      .map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(element).lineHeight) * 0.15; // between a line's edge and its letters
        const layer = element.closest(".portal-layer")?.parentElement.className ?? "";
        return { text: element.textContent, layer, left, right, top: top + scrollY + size, bottom: bottom + scrollY - size };
      })
      .filter(({ text, left, right }) => text && right > left),
  );

// Where text is that large, a narrow window may scroll sideways.
const reach = (page) => page.evaluate(() => document.documentElement.scrollWidth);

async function assert_legible(page, width) {
  const all = await drawn_texts(page);
  assert.ok(all.length > 60, `${all.length} texts`);
  for (const { text, left, right } of all) assert.ok(left >= -1 && right <= width + 1, `“${text}” is cut off: ${left} to ${right}`);
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1)) {
      if (one.layer !== other.layer) continue; // what stays in view lies over what scrolls
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      assert.ok(across < 2 || down < 2, `“${one.text}” and “${other.text}” overlap by ${across.toFixed(1)} × ${down.toFixed(1)} px`);
    }
}

for (const width of [390, 1440]) {
  test(`as the page asks for: ${width} px`, async (t) => {
    const page = await normal.open(t, { viewport: { width, height: 900 } });
    await assert_legible(page, width);
    await page.getByRole("radio", { name: de.way_by_month }).click();
    await page.getByRole("list", { name: de.compare_title }).getByRole("button").first().click();
    await settle(page);
    await assert_legible(page, width);
  });

  test(`at least twice as large: ${width} px`, async (t) => {
    const page = await large.open(t, { viewport: { width, height: 900 } });
    await assert_legible(page, Math.min(await reach(page), Math.max(width, 640)));
  });

  test(`with the spacing of WCAG 1.4.12: ${width} px`, async (t) => {
    const page = await normal.open(t, { viewport: { width, height: 900 } });
    const before = await page.locator(".portal-stage").evaluate((stage) => stage.offsetHeight);
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, text_spacing);
    await eventually(async () => assert.ok((await page.locator(".portal-stage").evaluate((stage) => stage.offsetHeight)) > before));
    await settle(page);
    await assert_legible(page, width);
  });
}
