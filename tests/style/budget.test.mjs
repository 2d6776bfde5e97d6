// What a first visit transfers, compressed with brotli 11, against the budget: each file is listed. The list is
// derived from the assembled page itself (what it links, what its scripts and styles name, what the portal
// fetches), together with what the assembling says is fetched (build/first-visit.json).
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { root } from "./sources.mjs";

const budget_bytes = 200_000;
const on_demand_budget_bytes = 15_000;
const site = path.join(root, "build/site");

function brotli_bytes(content) {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };
  return Math.min(brotliCompressSync(content, options).length, content.length);
}

// Addresses in one file, as written there. Links to other pages (<a href>, alternates) are not fetched.
function references(name, text) {
  if (name.endsWith(".html")) {
    const tags = text.match(/<(?!a\b)[a-z][^>]*>/g).filter((tag) => !/rel="(alternate|canonical)"/.test(tag));
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

// The files of the site that one file names. What a script names is relative to the page, or to itself.
function files_named_in(name, page) {
  const text = readFileSync(path.join(site, name), "utf8");
  const bases = /\.m?js$/.test(name) ? [page, name, "index.html"] : [name];
  return references(name, text).flatMap((reference) =>
    bases
      .map((base) => path.join(path.dirname(base), reference.replace(/[?#].*$/, "")))
      .filter((file) => !file.startsWith("..") && path.extname(file) !== "" && existsSync(path.join(site, file))),
  );
}

function said_by_assembling() {
  const list = path.join(root, "build/first-visit.json");
  return existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : { page: "", files: [], on_demand: [] };
}

// Every file below the site that is reached from the page, the page first, without what is loaded on demand:
// tests/browser/history_worker.test.mjs sees that a first visit leaves it alone.
function first_visit(page) {
  const said = said_by_assembling();
  const later = new Set(said.on_demand.map(({ file }) => file));
  const reached = new Set([page, ...(said.page === page ? said.files.map(({ file }) => file) : [])]);
  for (const name of reached) {
    // Pages that the service worker keeps are transferred; what they name, it names itself.
    if (name.endsWith(".html") && name !== page) continue;
    for (const file of files_named_in(name, page)) if (!later.has(file)) reached.add(file);
  }
  return [...reached];
}

const row = (bytes, name) => `${String(bytes).padStart(9)}  ${name}`;

for (const page of ["index.html", "en/index.html"]) {
  test(`a first visit to ${page} transfers at most ${budget_bytes} bytes`, () => {
    const files = first_visit(page).map((name) => [name, brotli_bytes(readFileSync(path.join(site, name)))]);
    const total = files.reduce((sum, [, bytes]) => sum + bytes, 0);
    const table = [...files.map(([name, bytes]) => row(bytes, name)), row(total, `of ${budget_bytes} in all: ${page}`)];
    console.log(table.join("\n"));
    for (const kind of [".wasm", ".css", ".ttf", ".json", ".svg"]) {
      assert.ok(files.some(([name]) => name.endsWith(kind)), `the page names no ${kind} file: is the list complete?`);
    }
    assert.ok(total <= budget_bytes, `${total - budget_bytes} bytes too many`);
  });
}

test("what is loaded on demand is there, and stays small", () => {
  const files = said_by_assembling().on_demand.map(({ file }) => [file, brotli_bytes(readFileSync(path.join(site, file)))]);
  console.log(files.map(([name, bytes]) => row(bytes, `${name}, on demand`)).join("\n"));
  assert.deepEqual(files.map(([name]) => path.extname(name)), [".js", ".wasm"]);
  assert.ok(files.reduce((sum, [, bytes]) => sum + bytes, 0) <= on_demand_budget_bytes);
});
