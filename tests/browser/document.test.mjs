// A quote as HTML: valid, without a finding of axe, complete without script, and printed without a cut line.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HtmlValidate } from "html-validate";
import { findings } from "./support/axe.mjs";
import { launch } from "./support/browser.mjs";
import { after, before, test } from "./support/test.mjs";

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const program = process.env.KONTINGENT ?? path("build/native/kontingent");

// Three alternatives and many items, so that tables are longer than a page.
const document_of = (language) => ({
  format: 1,
  id: "printed",
  customer: { name: "Ada Ä. <Example>", company: "Example & Söhne", street: "Weg 1", postcode: "12345", city: "Köln", vat_id: "DE1" },
  versions: [
    {
      content: {
        language,
        introduction: "One.\nTwo.",
        closing: "Three.",
        payment_terms: "14 days",
        scenario: { format: 1, usage_minutes: Array(12).fill(720) },
        alternatives: ["starter", "standard", "flexible"].map((name) => ({ package: name, term_months: 12 })),
        special_discounts: [{ reason: "Fair", basis_points: 750, on: "base", months: [1, 3] }],
        items: Array.from({ length: 60 }, (_, i) => ({ text: `Item ${i}`, price: 100 + i, every: "once", optional: i % 5 === 0 })),
        valid_until: "2027-03-28",
      },
    },
  ],
});

const html_of = (language) =>
  execFileSync(program, ["document", "-", "--catalogue", path("site/catalogue/catalogue.json"), "--format", "html"], {
    input: JSON.stringify(document_of(language)),
    encoding: "utf8",
  });

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const language of ["de", "en"]) {
  test(`${language}: valid HTML`, async () => {
    const report = await new HtmlValidate({
      extends: ["html-validate:recommended"],
      rules: { "tel-non-breaking": "off" },
    }).validateString(html_of(language));
    assert.deepEqual(report.results.flatMap(({ messages }) => messages.map((error) => `${error.line}: ${error.message}`)), []);
  });

  test(`${language}: axe finds nothing, on a phone and on a screen`, async () => {
    for (const width of [390, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.setContent(html_of(language));
      assert.deepEqual(await findings(page), []);
      await page.close();
    }
  });

  test(`${language}: complete without script, and nothing is wider than the paper`, async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 658, height: 900 } });
    const page = await context.newPage();
    await page.emulateMedia({ media: "print" });
    await page.setContent(html_of(language));
    assert.equal(await page.getByRole("table").count(), 9); // fixed, expected and totals of each alternative
    const box = await page.locator("main").boundingBox();
    for (const table of await page.getByRole("table").all()) {
      const { x, width } = await table.boundingBox();
      assert.ok(x >= box.x - 1 && x + width <= box.x + box.width + 1);
    }
    await context.close();
  });

  test(`${language}: printed, every line is whole and on one page`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "kontingent-printed-"));
    const page = await browser.newPage();
    await page.setContent(html_of(language));
    const pdf = join(folder, "printed.pdf");
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
    await page.close();
    const pages = execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8" }).split("<page ").slice(1);
    rmSync(folder, { recursive: true });
    const points = (millimetres) => (millimetres * 72) / 25.4;
    const words = [];
    for (const each of pages) {
      for (const [, left, top, right, bottom, word] of each.matchAll(
        /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g,
      )) {
        const place = `${word}: ${left} ${top} ${right} ${bottom}`;
        assert.ok(Number(left) >= points(18) - 1 && Number(right) <= points(210 - 18) + 1, place);
        assert.ok(Number(top) >= points(20) - 1 && Number(bottom) <= points(297 - 20) + 1, place);
        words.push(word);
      }
    }
    assert.ok(pages.length > 3);
    const text = words.join(" ");
    // Each of three alternatives has each item that is not optional as a row, and the optional ones in a list.
    for (let i = 0; i < 60; ++i) assert.equal(text.split(new RegExp(`\\bItem ${i}\\b`)).length - 1, 3, `Item ${i}`);
  });
}
