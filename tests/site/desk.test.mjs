// The desk in the assembled site: nothing that visitors get names it, its pages are valid and complete, and its service worker
// keeps all it needs.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { HtmlValidate } from "html-validate";
import { read_languages } from "../../languages/languages.mjs";

const site = fileURLToPath(new URL("../../build/site/", import.meta.url));
const read = (file) => readFileSync(path.join(site, file), "utf8");
const languages = JSON.parse(read("catalogue.json")).languages;
const pages = languages.map((tag, index) => (index === 0 ? "desk/index.html" : `desk/${tag}/index.html`));

function* files_below(folder) {
  for (const entry of readdirSync(path.join(site, folder), { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* files_below(name);
    else if (!name.endsWith(".br")) yield name;
  }
}
const all = [...files_below("")];
const of_desk = all.filter((file) => file.startsWith("desk/"));

test("no file that visitors get names the desk", () => {
  const public_files = all.filter((file) => !file.startsWith("desk/"));
  assert.ok(public_files.includes("index.html") && public_files.includes("worker.js") && public_files.includes("manifest.webmanifest"));
  assert.deepEqual(public_files.filter((file) => /\bdesk\b|desk\//i.test(read(file))), []);
  assert.ok(of_desk.length >= pages.length + 5);
});

test("a draft has one name in each language: in the list, in commands and across its pages", () => {
  const folder = fileURLToPath(new URL("../../languages/", import.meta.url));
  const texts = (tag, file) => JSON.parse(readFileSync(path.join(folder, tag, `${file}.json`), "utf8"));
  for (const { tag } of read_languages()) {
    const [desk, core, document] = ["desk", "core", "document"].map((file) => texts(tag, file));
    const name = document["draft.mark"];
    for (const text of [desk.state_draft, desk.no_number_yet, core.version_draft]) assert.equal(text.toUpperCase(), name, tag);
    assert.ok(document.draft.startsWith(name) && desk.draft_is_no_offer.includes(name), tag);
    const word = name.toLowerCase();
    for (const key of ["remove_draft", "removed_elsewhere", "leave_unsaved", "export_needs_draft"]) assert.ok(desk[key].toLowerCase().includes(word.slice(0, 5)), `${tag}: ${key}`);
  }
});

test("a first visit has nothing of the desk", () => {
  const visit = JSON.parse(read("../first-visit.json"));
  assert.deepEqual([...visit.files, ...visit.on_demand].filter(({ file }) => /desk/.test(file)), []);
});

// Scripts with the sources that they are bundled from.
async function sources_of(entry, options) {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const plugins = [{ name: "contents", setup: (build) => build.onResolve({ filter: /^contents$/ }, () => ({ path: "contents", external: true })) }];
  const { metafile } = await esbuild.build({ entryPoints: [entry], absWorkingDir: root, bundle: true, write: false, format: "esm", metafile: true, plugins, ...options });
  const [{ inputs }] = Object.values(metafile.outputs);
  return Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0);
}

test("visitors' scripts are made of nothing that only the desk has, and paper is each page's own", async () => {
  const [portal, page, worker] = await Promise.all(["wasm/main.mjs", "site/page.mjs", "site/worker.mjs"].map((entry) => sources_of(entry)));
  for (const sources of [portal, page, worker]) {
    assert.ok(sources.length >= 3);
    assert.deepEqual(sources.filter((file) => /desk/.test(file)), []);
  }
  const of_desk = await sources_of("wasm/desk/main.mjs", { conditions: ["desk"] });
  assert.ok(portal.includes("wasm/paper.mjs") && !of_desk.includes("wasm/paper.mjs") && of_desk.includes("wasm/desk/paper.mjs"));
});

const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
const policy_of = (html) => html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)[1];

for (const page of pages) {
  const folder = path.dirname(page);
  const html = () => read(page);

  test(`${page} is valid HTML, and no search engine keeps it`, async () => {
    const report = await validator.validateString(html());
    assert.deepEqual(report.results.flatMap((result) => result.messages.map((error) => `${error.line}: ${error.message}`)), []);
    assert.match(html(), /<meta name="robots" content="noindex, nofollow">/);
    assert.doesNotMatch(html(), /rel="(canonical|alternate|manifest)"/);
  });

  // Logos are shown from the bytes that a quote holds.
  test(`${page} has the site's content security policy, but for pictures from data, and nothing inline`, () => {
    const of_visitors = policy_of(read("index.html"));
    assert.match(of_visitors, / img-src 'self';/);
    assert.equal(policy_of(html()), of_visitors.replace(" img-src 'self';", " img-src 'self' data:;"));
    assert.doesNotMatch(html(), /<style|<script(?![^>]* src=)| style=| on[a-z]+=/);
  });

  test(`${page} refers to existing files only, by addresses that hold below any path`, () => {
    const named = [...html().matchAll(/ (?:href|src|data-catalogue|data-wasm|data-script|data-worker)="([^"#]+)"/g)].map(([, name]) => name);
    assert.ok(named.length > 8);
    assert.deepEqual(named.filter((name) => /^(\w+:|\/)/.test(name)), []);
    assert.deepEqual(named.filter((name) => !existsSync(path.join(site, folder, name, name.endsWith("/") ? "index.html" : ""))), []);
  });
}

test("the desk's worker keeps all of the desk and what the desk uses of the site, and has its pages' version", () => {
  const worker = read("desk/worker.js");
  const lists = [...worker.matchAll(/[=:](\[(?:"[^"]*",?)*\])/g)].map(([, list]) => JSON.parse(list));
  const [assets] = lists.filter((list) => list[0]?.startsWith("assets/"));
  const [fresh] = lists.filter((list) => list.includes("../catalogue.json"));
  const own = of_desk.filter((file) => file.startsWith("desk/assets/")).map((file) => file.replace("desk/", ""));
  assert.deepEqual(assets.filter((file) => !file.startsWith("../")).sort(), own.sort());
  assert.deepEqual(fresh, ["", ...languages.slice(1).map((tag) => `${tag}/`), "../catalogue.json"]);
  const kept = new Set([...assets, ...fresh.map((name) => (/^$|\/$/.test(name) ? `${name}index.html` : name))].map((name) => path.join("desk", name)));
  for (const page of pages) {
    const html = read(page);
    const loaded = [...html.matchAll(/<(?:link|script)[^>]* (?:href|src)="([^"]+)"/g)].map(([, name]) => path.join(path.dirname(page), name));
    assert.deepEqual(loaded.filter((file) => !kept.has(file)), []);
    assert.ok(worker.includes(`"${html.match(/ data-version="([0-9a-f]{16})"/)[1]}"`));
  }
  for (const tag of languages) for (const weight of [400, 600]) assert.ok([...kept].some((file) => file.startsWith(`assets/inter-${weight}.${tag}.`)));
  for (const weight of [400, 600]) assert.ok([...kept].some((file) => file.startsWith(`desk/assets/inter-${weight}.`)));
  assert.deepEqual([...kept].filter((file) => !existsSync(path.join(site, file))), []);
});
