// What makes the site installable and usable offline: the worker's list of files, the versions, the manifest.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const site = fileURLToPath(new URL("../../build/site/", import.meta.url));
const read = (file) => readFileSync(path.join(site, file), "utf8");
const worker = read("worker.js");
const first_visit = JSON.parse(readFileSync(path.join(site, "../first-visit.json"), "utf8"));
const tags = JSON.parse(read("catalogue.json")).languages;
const lists = [...worker.matchAll(/[=:](\[(?:"[^"]*",?)*\])/g)].map((match) => JSON.parse(match[1]));

test("the worker caches all assets but the icon (some of them later), both pages, catalogue and manifest", () => {
  const assets = readdirSync(path.join(site, "assets")).filter((name) => {
    const language = /\.([a-z]{2,3})\.(?:[0-9a-f]{10}|html)/.exec(name)?.[1];
    return !name.endsWith(".br") && !name.startsWith("icon.") && (language === undefined || tags.includes(language));
  });
  const [listed] = lists.filter((list) => list.includes("manifest.webmanifest"));
  const named = lists.filter((list) => list[0]?.startsWith("assets/"));
  const later = first_visit.on_demand.map(({ file }) => file);
  assert.ok(later.length > 0);
  assert.deepEqual(named.find((list) => list.length > 1 && list.includes(later[0])), later);
  assert.deepEqual([...new Set(named.flat())].sort(), assets.map((name) => `assets/${name}`).sort());
  assert.deepEqual([...listed].sort(), ["manifest.webmanifest"]);
  for (const page of ["", ...tags.slice(1).map((tag) => `${tag}/`)]) assert.ok(lists.some((list) => list.length === 2 && list.includes(page)), `page "${page}"`);
});

test("pages and worker have the same version", () => {
  const stated = ["index.html", "en/index.html"].map((page) => read(page).match(/ data-version="([0-9a-f]{16})"/)?.[1]);
  assert.ok(stated[0]);
  assert.equal(stated[0], stated[1]);
  assert.ok(worker.includes(`"${stated[0]}"`));
});

test("the manifest stays below the site's folder, and its icons have the stated sizes", () => {
  const manifest = JSON.parse(read("manifest.webmanifest"));
  assert.equal(manifest.start_url, "./");
  assert.equal(manifest.scope, "./");
  assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
  for (const { src, sizes, type } of manifest.icons) {
    const content = readFileSync(path.join(site, src));
    if (type === "image/png") assert.equal(`${content.readUInt32BE(16)}x${content.readUInt32BE(20)}`, sizes);
    else assert.match(content.toString(), /^<svg /);
    assert.ok(content.length <= 3000, `${src}: ${content.length} bytes`);
  }
});

test("the budget of the first visit includes what the worker caches", () => {
  const counted = first_visit.files.map(({ file }) => file);
  const later = first_visit.on_demand.map(({ file }) => file);
  assert.deepEqual(counted.filter((name) => later.includes(name)), []);
  // Another language's page, texts, style sheet and fonts come when the page is idle.
  const others = tags.slice(1);
  const other_languages = lists.flat().filter((name) => others.some((tag) => name === `${tag}/` || name === `catalogue.${tag}.json` || name.includes(`.${tag}.`)));
  assert.equal(other_languages.length, others.length * 6);
  const at_once = lists.flat().filter((name) => !later.includes(name) && !other_languages.includes(name));
  const taken = at_once.map((name) => (/^$|\/$/.test(name) ? `${name}index.html` : name));
  assert.deepEqual(["worker.js", ...taken].filter((name) => !counted.includes(name)), []);
});
