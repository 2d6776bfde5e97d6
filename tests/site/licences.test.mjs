// The site carries the licences of what it contains of others: linked from each page, complete, and no part of a first visit.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { HtmlValidate } from "html-validate";
import { site_licences } from "../../site/assemble/licences.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const site = path.join(root, "build/site");
const read = (file) => readFileSync(path.join(site, file), "utf8");
const licences = site_licences(root, path.join(root, "build/native"), path.join(root, "build/wasm"));
const pages = [["index.html", "de"], ["en/index.html", "en"]];
const characters = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const plain = (html) => html.replace(/<[^>]*>/g, " ").replace(/&(amp|lt|gt|quot|#39);/g, (_whole, name) => characters[name]).replace(/\s+/g, " ");

for (const [page, language] of pages) {
  const file = `licences.${language}.html`;

  test(`${page} links its licences in the footer`, () => {
    const footer = /<footer[^]*<\/footer>/.exec(read(page))[0];
    const link = new RegExp(`<a href="([^"]*${file})">`).exec(footer);
    assert.ok(link, footer);
    assert.ok(existsSync(path.join(site, path.dirname(page), link[1])), link[1]);
  });

  test(`${file} is valid HTML, in its language`, async () => {
    const report = await new HtmlValidate({ extends: ["html-validate:recommended"] }).validateString(read(file));
    assert.deepEqual(report.results.flatMap((result) => result.messages.map((error) => `${error.line}: ${error.message}`)), []);
    assert.match(read(file), new RegExp(`^<html lang="${language}">$`, "m"));
    assert.match(read(file), /http-equiv="Content-Security-Policy" content="default-src 'none'/);
    assert.ok(existsSync(path.join(site, /<link rel="stylesheet" href="([^"]+)"/.exec(read(file))[1])));
  });

  test(`${file} has every licence, each word of it`, () => {
    const text = plain(read(file));
    for (const { name, version, text: licence } of licences) {
      assert.ok(text.includes(`${name} ${version}`), name);
      const words = licence.replace(/^-+$/gm, " ").split(/\s+/).filter((word) => word !== "");
      assert.ok(words.length > 100, name);
      assert.ok(text.includes(words.join(" ")), name);
    }
  });

  test(`${file} costs the first visit nothing`, () => {
    const visit = JSON.parse(readFileSync(path.join(root, "build/first-visit.json"), "utf8"));
    assert.deepEqual(visit.files.filter((entry) => entry.file === file), []);
    assert.ok(!read("worker.js").includes(file));
  });
}

test("the licences of the portal's libraries, its typeface and its C library are among them", () => {
  const names = licences.map(({ name }) => name);
  for (const name of ["Dear ImGui", "nlohmann/json", "Inter", "Emscripten"]) assert.ok(names.includes(name), names.join(", "));
  assert.match(licences.find(({ name }) => name === "Inter").text, /SIL OPEN FONT LICENSE/i);
  assert.match(licences.find(({ name }) => name === "Dear ImGui").text, /Omar Cornut/);
});

test("everything in node_modules that the site's scripts import is listed", () => {
  const scripts = ["site", "wasm"].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.join(folder, name)));
  const shipped = scripts.filter((name) => name.endsWith(".mjs") && !/^site\/assemble/.test(name));
  const imported = shipped.flatMap((name) => [...readFileSync(path.join(root, name), "utf8").matchAll(/^import [^"]*"([^."][^"]*)";/gm)].map((match) => match[1]));
  const packages = Object.keys(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).dependencies);
  assert.deepEqual(imported.filter((name) => name !== "contents" && !packages.includes(name)), []);
});
