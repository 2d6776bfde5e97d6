// Catalogues with the longest names and the highest prices: the page never scrolls sideways, and the navigation of our own
// languages takes one line.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "./support/test.mjs";
import { launch } from "./support/browser.mjs";
import { live_site, open_page } from "./support/live_site.mjs";
import { root } from "./support/site.mjs";

const long_word = "Rundumsorglosbetreuungspaketerweiterungsvereinbarungen";
let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const read = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8"));

async function site_of(t, catalogue) {
  const site = await live_site(t);
  const file = path.join(path.dirname(site.folder), "other.json");
  writeFileSync(file, JSON.stringify(catalogue));
  site.pages("--catalogue", file);
  return site;
}

// Each name begins with a word that is wider than a column.
function with_long_names(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(with_long_names);
  const is_text = Object.values(value).every((text) => typeof text === "string") && "en" in value;
  const change = is_text ? (text) => `${long_word} ${text}` : with_long_names;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member)]));
}

test("the page does not scroll sideways, whatever the catalogue holds", async (t) => {
  const { texts: _own, ...offered } = read("tests/golden/catalogue-four.json");
  const catalogue = { ...with_long_names(offered), currency: "KWD", seller: { name: long_word } };
  for (const one of catalogue.packages) one.monthly_price = 100_000_000_000;
  const site = await site_of(t, catalogue);
  for (const width of [320, 390, 820]) {
    const page = await open_page(t, browser, site.url, { viewport: { width, height: 900 } });
    await page.waitForSelector("#portal[data-state=ready]");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `${width} px`);
  }
});

test("the navigation takes one line of a phone in each language", async (t) => {
  // With every entry that the navigation can have.
  const text = { en: "x", de: "x", fr: "x", pl: "x" };
  const site = await site_of(t, { ...read("tests/golden/catalogue-four.json"), faq: [{ question: text, answer: text }] });
  for (const folder of ["", "de/", "fr/", "pl/"]) {
    const page = await open_page(t, browser, site.url + folder, { viewport: { width: 390, height: 844 } });
    const tops = await page.locator(".site-nav li").evaluateAll((items) => items.map((item) => item.offsetTop));
    assert.equal(tops.length, 5);
    assert.equal(new Set(tops).size, 1, `${folder}: ${tops}`);
  }
});
