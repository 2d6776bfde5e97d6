// The assembled pages (build/site): valid HTML, nothing inline, nothing from other hosts, no missing file.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { HtmlValidate } from "html-validate";

const site = fileURLToPath(new URL("../../build/site/", import.meta.url));
const pages = ["index.html", "en/index.html"];
const read = (file) => readFileSync(path.join(site, file), "utf8");

// The table has explicit roles because the style sheet makes it a grid, and some browsers then no longer expose it as a
// table. Telephone numbers are kept together by the style sheet.
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: { "no-redundant-role": "off", "tel-non-breaking": "off" },
});

const names_in = (html) =>
  [...html.matchAll(/ (?:href|src|data-catalogue|data-texts|data-wasm|data-script)="([^"]*)"/g)]
    .flatMap((match) => match[1].split(" "))
    .filter((name) => !/^(#|mailto:|tel:)/.test(name) && name !== "");

for (const page of pages) {
  test(`${page} is valid HTML`, async () => {
    const report = await validator.validateString(read(page));
    assert.deepEqual(report.results.flatMap((result) => result.messages.map((error) => `${error.line}: ${error.message}`)), []);
  });

  test(`${page} complies with its content security policy`, () => {
    const html = read(page);
    assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
    assert.doesNotMatch(html, /unsafe-eval'[^;]*'unsafe-eval|unsafe-inline|<style|<script(?![^>]* src=)| style=| on[a-z]+=/);
    const loaded = [...html.matchAll(/<(?:link|script|img)[^>]* (?:href|src)="([^"]*)"/g)].map((match) => match[1]);
    assert.ok(loaded.length > 3);
    assert.deepEqual(loaded.filter((name) => /^(\w+:|\/)/.test(name)), []);
  });

  test(`${page} refers to existing files, and places in them, only`, () => {
    const folder = path.dirname(path.join(site, page));
    const is_there = (name) => {
      const [file, place] = name.split("#");
      const target = path.join(folder, file, file.endsWith("/") ? "index.html" : "");
      return existsSync(target) && (place === undefined || readFileSync(target, "utf8").includes(`id="${place}"`));
    };
    const missing = names_in(read(page))
      .filter((name) => !/^https?:/.test(name))
      .filter((name) => !is_there(name));
    assert.deepEqual(missing, []);
  });

  test(`${page} shows the whole catalogue`, () => {
    const language = page.startsWith("en/") ? "en" : "de";
    const catalogue = JSON.parse(read("catalogue.json"));
    const text = read(page).replaceAll("&#39;", "'").replaceAll("&amp;", "&").replaceAll("&quot;", '"');
    const said = [
      ...catalogue.packages.flatMap((one) => [one.name, one.summary]),
      catalogue.on_demand.summary,
      ...catalogue.services.flatMap((one) => [one.name, one.description]),
      ...catalogue.levels.flatMap((one) => [one.name, one.definition, ...one.examples]),
      ...catalogue.faq.flatMap((one) => [one.question, one.answer]),
    ].map((one) => one[language]);
    assert.deepEqual(said.filter((one) => !text.includes(one)), []);
  });
}

test("a precompressed file has the content of the original", () => {
  for (const file of [...pages, "catalogue.json"])
    assert.deepEqual(brotliDecompressSync(readFileSync(path.join(site, `${file}.br`))), readFileSync(path.join(site, file)), file);
});
