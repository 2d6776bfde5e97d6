// Assistive technology finds texts, figures and controls where they are seen, and all of them in the order of reading:
// getAccessibleAtPoint and the tree over AT-SPI, in WebKitGTK. The other engines have no such bus without a window, and the DOM's boxes are the same.
import assert from "node:assert/strict";
import { engine } from "../browser/support/browser.mjs";
import { eventually, load_whole, patience_milliseconds, plain } from "../browser/support/portal.mjs";
import { serve_site, texts } from "../browser/support/site.mjs";
import { test } from "../browser/support/test.mjs";
import { start_accessibility_bus } from "./support/accessibility_bus.mjs";
import { is_ready } from "./support/visit.mjs";
import { start_webkit } from "./support/webkit.mjs";

const de = texts("portal", "de");

// Runs in the page: [{ text, point }] of what is in the window and not under something else.
function seen_in_window() {
  const selector = "#portal :is(h2, h3, p, input, button, [role=cell], [role=rowheader], [role=columnheader])";
  return [...document.querySelectorAll(selector)].flatMap((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const point = [left + width / 2, top + height / 2];
    const text = element.ariaLabel ?? element.textContent;
    const found = document.elementFromPoint(...point);
    return text.trim() && width > 0 && found && element.contains(found) ? [{ text, point }] : [];
  });
}

async function assert_found(page, bus, least) {
  await eventually(async () => {
    const seen = await page.evaluate(seen_in_window);
    assert.ok(seen.length >= least, `${seen.length} texts and controls in the window`);
    const title = await page.evaluate(() => document.title);
    const found = await bus.at(title, seen.map(({ point }) => point));
    // The innermost element has the text, or holds no more than it.
    const missing = seen.filter(({ text }, index) => !found[index].slice(0, 2).some((one) => [one.name, one.text].map(plain).includes(plain(text))));
    assert.deepEqual(missing, []);
  }, 20_000);
}

// The page, ready and whole.
async function open(t) {
  const bus = await start_accessibility_bus();
  const server = await serve_site();
  const { page, close } = await start_webkit(patience_milliseconds, bus.environment);
  t.after(async () => {
    await close();
    server.close();
    bus.close();
  });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(server.url);
  await is_ready(page);
  await load_whole(page);
  return { page, bus };
}

// Runs in the page: all texts and names of controls of the portal, in the order of reading.
function read_aloud() {
  const selector = "#portal :is(h2, h3, p, input, textarea, button, [role=img], [role=cell], [role=rowheader], [role=columnheader])";
  const name_of = (element) => element.ariaLabel ?? ([...(element.labels ?? [])].map((label) => label.textContent).join(" ") || element.textContent);
  return [...document.querySelectorAll(selector)]
    .filter((element) => !element.closest("[hidden], [aria-hidden=true]") && element.checkVisibility({ visibilityProperty: true }) && !element.parentElement.closest("[role=img]"))
    .map(name_of)
    .filter((text) => text.trim());
}

// The texts that do not follow the ones before them among what is exposed.
function not_in_order(texts, exposed) {
  let from = 0;
  return texts.filter((text) => {
    const at = exposed.findIndex((one, index) => index >= from && [one.name, one.text].map(plain).includes(plain(text)));
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

const of_webkit = { skip: engine !== "webkit" && "AT-SPI is WebKitGTK's" };

test("texts, names of controls and figures are exposed in the order of reading", of_webkit, async (t) => {
  const { page, bus } = await open(t);
  for (const way of [de.way_average, de.way_by_month, de.way_incidents]) {
    await page.getByRole("radio", { name: way, exact: true }).press("Space");
    await eventually(async () => {
      const texts = await page.evaluate(read_aloud);
      assert.ok(texts.length > 100, `${texts.length} texts`);
      assert.deepEqual(not_in_order(texts, await bus.tree(await page.evaluate(() => document.title))), []);
    }, 20_000);
  }
});

test("texts, figures and controls are found at their place", of_webkit, async (t) => {
  const { page, bus } = await open(t);
  await assert_found(page, bus, 15);
  const disclosure = page.getByRole("list", { name: de.compare_title }).getByRole("button").first();
  await disclosure.press("Enter");
  const table = page.getByRole("table", { name: de.months_caption });
  await table.waitFor({ state: "attached" });
  await table.getByRole("row").nth(6).evaluate((row) => row.querySelector("*").scrollIntoView({ block: "center", behavior: "instant" }));
  await assert_found(page, bus, 60);
});
