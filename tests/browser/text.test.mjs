// Text is text: as wide as it was laid out, selectable, found, copied, translated.
import assert from "node:assert/strict";
import { after, before, test } from "./support/test.mjs";
import { texts } from "./support/site.mjs";
import { eventually, plain, settle, start } from "./support/portal.mjs";

const de = texts("portal", "de");
let portal;
before(async () => (portal = await start()));
after(() => portal.stop());

// How much wider or narrower each text is than the box it was laid out in, CSS pixels; single lines.
const differences = (page) =>
  page.locator(".portal-mirror :is(.portal-text, .portal-words):not(.has-lines)").evaluateAll((elements) =>
    elements
      .filter((element) => element.textContent && element.style.fontSize)
      .map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return { text: element.textContent, off: range.getBoundingClientRect().width - parseFloat(element.style.width) };
      }),
  );

for (const deviceScaleFactor of [1, 2])
  for (const width of [390, 1440])
    test(`texts are as wide as they were laid out: ${width} px, density ${deviceScaleFactor}`, async (t) => {
      const page = await portal.open(t, { deviceScaleFactor, viewport: { width, height: 900 } });
      const all = await differences(page);
      assert.ok(all.length > 60, `${all.length} texts`);
      for (const { text, off } of all) assert.ok(Math.abs(off) < 0.1, `${text}: ${off} px`);
    });

test("lines break where they were laid out to", async (t) => {
  const page = await portal.open(t, { viewport: { width: 390, height: 844 } });
  const blocks = await page.locator(".portal-mirror .has-lines").evaluateAll((elements) =>
    elements.map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return {
        text: element.textContent,
        lines: element.querySelectorAll(":scope > span").length,
        tops: new Set([...element.querySelectorAll(":scope > span")].map((line) => Math.round(line.getBoundingClientRect().top))).size,
        height: range.getBoundingClientRect().height,
        box: parseFloat(element.style.height),
      };
    }),
  );
  assert.ok(blocks.length > 5);
  for (const { text, lines, tops, height, box } of blocks) {
    assert.equal(tops, lines, text);
    assert.ok(height <= box + 1, `${text}: ${height} in ${box}`);
    assert.ok(!/ {2}|\n/.test(text), text);
  }
});

test("text is selected by the mouse and copied as one text", async (t) => {
  const page = await portal.open(t, { viewport: { width: 390, height: 844 } });
  const lead = page.getByText(de.triage_lead, { exact: true }).first();
  await lead.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await lead.boundingBox();
  await page.mouse.move(x + 1, y + 6);
  await page.mouse.down();
  await page.mouse.move(x + width - 2, y + height - 6, { steps: 5 });
  await page.mouse.up();
  const selected = await page.evaluate(() => getSelection().toString());
  assert.ok(selected.length > 20);
  assert.ok(plain(await lead.textContent()).includes(plain(selected)), selected);
});

test("text is found where it is", async (t) => {
  const page = await portal.open(t);
  assert.ok(await page.evaluate((words) => window.find(words), de.break_even_title));
  const { top, bottom } = await page.evaluate(() => getSelection().getRangeAt(0).getBoundingClientRect().toJSON());
  assert.ok(top >= 0 && bottom <= 900, `found at ${top}`);
});

test("a row opens when its text is pressed, unless the text is being selected", async (t) => {
  const page = await portal.open(t);
  const row = page.getByRole("list", { name: de.compare_title }).locator("> li").first();
  const disclosure = row.getByRole("button").first();
  const title = row.getByRole("heading").first();
  await title.scrollIntoViewIfNeeded();
  await title.click();
  await eventually(async () => assert.equal(await disclosure.getAttribute("aria-expanded"), "true"));
  await title.click();
  await eventually(async () => assert.equal(await disclosure.getAttribute("aria-expanded"), "false"));
  const { x, y, width, height } = await title.boundingBox();
  await page.mouse.move(x + 1, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width - 1, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await settle(page);
  assert.equal(await disclosure.getAttribute("aria-expanded"), "false");
  assert.ok((await page.evaluate(() => getSelection().toString())).length > 3);
});

test("texts that a translator has rebuilt change with the portal", async (t) => {
  const page = await portal.open(t);
  const row = page.getByRole("list", { name: de.compare_title }).locator("> li").first();
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector(".portal-mirror"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    for (const node of found) {
      const font = document.createElement("font");
      node.replaceWith(font);
      font.append(Object.assign(document.createElement("font"), { textContent: `${node.data}~` }));
    }
  });
  const before = await row.textContent();
  assert.ok(before.includes("~"));
  await page.getByRole("textbox", { name: de.hours_per_month }).fill("31");
  await eventually(async () => {
    const now = await row.textContent();
    assert.notEqual(now, before);
    assert.ok(!now.includes("~~"));
  });
});

test("no text is spoken twice", async (t) => {
  const page = await portal.open(t);
  await page.getByRole("radio", { name: de.way_by_month }).click();
  await settle(page);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const spoken = nodes.filter(({ ignored }) => !ignored);
  const controls = new Set(
    spoken.filter(({ role }) => ["radio", "checkbox", "textbox", "button"].includes(role?.value)).map(({ name }) => name?.value),
  );
  const beside = spoken.filter(({ role, name }) => role?.value === "StaticText" && controls.has(name?.value));
  assert.ok(controls.size > 20);
  assert.deepEqual(beside.map(({ name }) => name.value).filter((name) => [de.gross, de.net, de.all_terms, de.copy_summary].includes(name)), []);
});

test("only the browser's own fonts are there: the module has none", async (t) => {
  const page = await portal.open(t);
  const names = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.equal(names.filter((name) => /\.ttf/.test(name)).length, 0);
  assert.equal(new Set(names.filter((name) => /\.woff2/.test(name))).size, 2);
});
