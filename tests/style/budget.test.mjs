// The budget of a first visit, compressed with brotli 11; each file is listed. The list is derived from the assembled
// page itself (its links, and the files that its scripts and styles name) and from first-visit.json, where
// site/assemble.mjs lists what the portal fetches. The site is the sample in four languages.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { root } from "./sources.mjs";

const budget_bytes = 180_000;
// The portal's deferred code; and the reader of exports, which brings an XML reader and zlib for workbooks.
const on_demand_budget_bytes = 150_000;
const folder = path.join(root, "build/four-languages");
const site = path.join(folder, "site");
const pages = { de: "index.html", en: "en/index.html", fr: "fr/index.html", pl: "pl/index.html" };

// The sample catalogue says nothing in French and Polish: there its texts are the English ones.
function in_four_languages(value) {
  if (Array.isArray(value)) return value.map(in_four_languages);
  if (value === null || typeof value !== "object") return value;
  if (typeof value.en === "string" && typeof value.de === "string") return { ...value, fr: value.en, pl: value.en };
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, in_four_languages(member)]));
}

before(() => {
  mkdirSync(folder, { recursive: true });
  const { $schema, ...sample } = JSON.parse(readFileSync(path.join(root, "site/catalogue/catalogue.json"), "utf8"));
  const catalogue = path.join(folder, "catalogue.json");
  writeFileSync(catalogue, JSON.stringify({ ...in_four_languages(sample), languages: Object.keys(pages) }));
  execFileSync(process.execPath, [path.join(root, "site/assemble.mjs"), "--catalogue", catalogue, "--out", site], { stdio: ["ignore", "ignore", "inherit"] });
});

function brotli_bytes(content) {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };
  return Math.min(brotliCompressSync(content, options).length, content.length);
}

// Addresses in one file, as written. Links to other pages (<a href>, alternates) are not fetched, nor is the icon of a
// home screen.
function references(name, text) {
  if (name.endsWith(".html")) {
    const tags = text.match(/<(?!a\b)[a-z][^>]*>/g).filter((tag) => !/rel="(alternate|canonical|apple-touch-icon)"/.test(tag));
    return tags.flatMap((tag) =>
      [...tag.matchAll(/\s(?:src|href|data-[a-z-]+)="([^"]+)"/g)].flatMap((found) => found[1].split(/\s+/)),
    );
  }
  if (name.endsWith(".css")) return [...text.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map((found) => found[1]);
  if (/\.m?js$/.test(name)) {
    return [...text.matchAll(/["'`]([\w./-]+\.(?:m?js|css|wasm|json|ttf|svg|png))["'`]/g)].map((found) => found[1]);
  }
  return [];
}

// The files of the site that one file refers to. A script's addresses are relative to the page or to itself.
function files_named_in(name, page) {
  const text = readFileSync(path.join(site, name), "utf8");
  const bases = /\.m?js$/.test(name) ? [page, name, "index.html"] : [name];
  return references(name, text).flatMap((reference) =>
    bases
      .map((base) => path.join(path.dirname(base), reference.replace(/[?#].*$/, "")))
      .filter((file) => !file.startsWith("..") && path.extname(file) !== "" && existsSync(path.join(site, file))),
  );
}

function assembled_lists() {
  return JSON.parse(readFileSync(path.join(folder, "first-visit.json"), "utf8"));
}

// All files reached from the page, the page first, except those loaded on demand: tests/browser/history_worker.test.mjs and
// deferred.test.mjs check that a first visit does not load them.
function first_visit(page) {
  const lists = assembled_lists();
  const language = Object.keys(pages).find((tag) => pages[tag] === page);
  const later = new Set(lists.on_demand.map(({ file }) => file));
  // Another language's texts, styles, fonts and catalogue, which the service worker fetches when the page is idle.
  const of_language = (file) => /^(?:assets\/(?:portal|site|inter-\d+)|catalogue)\.(\w\w)\./.exec(file)?.[1];
  const is_later = (file) => later.has(file) || (of_language(file) ?? language) !== language;
  const reached = new Set([page, ...(lists.page === page ? lists.files.map(({ file }) => file) : [])]);
  for (const name of reached) {
    // The service worker caches other pages, too; it lists their files itself.
    if (name.endsWith(".html") && name !== page) continue;
    for (const file of files_named_in(name, page)) if (!is_later(file)) reached.add(file);
  }
  return [...reached];
}

const row = (bytes, name) => `${String(bytes).padStart(9)}  ${name}`;

for (const page of Object.values(pages)) {
  test(`a first visit to ${page} transfers at most ${budget_bytes} bytes`, () => {
    const files = first_visit(page).map((name) => [name, brotli_bytes(readFileSync(path.join(site, name)))]);
    const total = files.reduce((sum, [, bytes]) => sum + bytes, 0);
    const table = [...files.map(([name, bytes]) => row(bytes, name)), row(total, `of ${budget_bytes} in all: ${page}`)];
    console.log(table.join("\n"));
    for (const kind of [".wasm", ".css", ".woff2", ".json", ".svg"]) {
      assert.ok(files.some(([name]) => name.endsWith(kind)), `the list has no ${kind} file: is it complete?`);
    }
    assert.ok(total <= budget_bytes, `${total - budget_bytes} bytes too many`);
  });
}

test("what is loaded on demand exists and is small", () => {
  const files = assembled_lists().on_demand.map(({ file }) => [file, brotli_bytes(readFileSync(path.join(site, file)))]);
  console.log(files.map(([name, bytes]) => row(bytes, `${name}, on demand`)).join("\n"));
  assert.deepEqual(files.map(([name]) => path.extname(name)), [".wasm", ".js", ".wasm"]);
  assert.ok(files.reduce((sum, [, bytes]) => sum + bytes, 0) <= on_demand_budget_bytes);
});
