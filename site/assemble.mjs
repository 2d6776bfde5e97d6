// Puts the finished site together: styles, script, wasm, fonts and texts get names that come from their
// content, `kontingent pages` writes the pages, and every file that compresses gets a .br beside it.
// The work happens in a folder next to the result, which is swapped in at the end: a site being served is
// never half old, half new. Parts that are not built yet are named, and the page does without them.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { compress_folder, first_visit } from "./assemble/sizes.mjs";
import { add_asset } from "./assemble/assets.mjs";
import { read_languages } from "../languages/languages.mjs";
import { checked, portal_language } from "./assemble/portal_texts.mjs";
import { site_licences, write_licences } from "./assemble/licences.mjs";
import { add_desk, add_desk_worker, write_desk_names } from "./assemble/desk.mjs";
import { add_worker, contents_of, version_of } from "./assemble/worker.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({
  options: {
    native: { type: "string", default: "build/native" },
    program: { type: "string", default: "build/native/kontingent" },
    wasm: { type: "string", default: "build/wasm" },
    fonts: { type: "string", default: "build/fonts" },
    catalogue: { type: "string", default: "site/catalogue/catalogue.json" },
    out: { type: "string", default: "build/site" },
  },
});
const from_root = (name) => path.resolve(root, name);
const missing = [];
// Debian's own has fontTools, as in cmake/fonts.cmake.
const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

function source(name, what) {
  if (existsSync(from_root(name))) return from_root(name);
  missing.push(`${name} (${what})`);
  return null;
}

async function bundle(entry, extra) {
  const result = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    legalComments: "none",
    logLevel: "warning",
    ...extra,
  });
  return Buffer.from(result.outputFiles[0].contents);
}

// Inter with what every page needs and the letters of these files.
function make_font(folder, weight, texts) {
  const font = path.join(folder, `inter-${weight}.woff2`);
  const sources = from_root("node_modules/@fontsource/inter/files");
  execFileSync(python, [from_root("cmake/subset_font.py"), sources, String(weight), font, ...texts], { stdio: ["ignore", "ignore", "inherit"] });
  const content = readFileSync(font);
  rmSync(font);
  rmSync(font.replace(/woff2$/, "advances"));
  return content;
}

// The fonts of a language's pages: with its letters, and those of the catalogue.
function add_fonts(folder, tag, keys) {
  const fonts = {};
  const texts = ["language", "core", "page", "portal"].map((name) => from_root(`languages/${tag}/${name}.json`));
  const catalogue = path.join(folder, `catalogue.${tag}.txt`);
  writeFileSync(catalogue, texts_in(tag, JSON.parse(readFileSync(path.join(folder, "catalogue.json"), "utf8"))).join("\n"));
  for (const [key, weight] of [["font_regular", 400], ["font_semibold", 600]])
    keys[`asset.${key}_${tag}`] = fonts[`inter-${weight}`] = add_asset(folder, `inter-${weight}.${tag}.woff2`, make_font(folder, weight, [...texts, catalogue]));
  rmSync(catalogue);
  return fonts;
}

// Every text of a value in JSON, and of a localized one the text in this language.
function texts_in(tag, value) {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  const is_localized = typeof value[tag] === "string" && Object.keys(value).every((key) => /^[a-z]{2,3}$/.test(key));
  return is_localized ? [value[tag]] : Object.values(value).flatMap((member) => texts_in(tag, member));
}

// Style sheets name the fonts by their plain names; here they get the published ones.
async function add_styles(folder, name, published_name, fonts) {
  let css = (await bundle(from_root(`site/styles/${name}`), { external: ["*.woff2"] })).toString();
  for (const [name, published] of Object.entries(fonts))
    css = css.replaceAll(`${name}.woff2`, path.basename(published));
  return add_asset(folder, published_name, Buffer.from(css));
}

async function add_portal(folder, keys) {
  const parts = [
    source(path.join(options.wasm, "portal.wasm"), "target `portal`"),
    source("wasm/main.mjs", "the loader"),
    source(path.join(options.wasm, "deferred.wasm"), "target `portal`"),
  ];
  if (parts.includes(null) || !keys["asset.font_regular"]) return false;
  keys["asset.wasm"] = add_asset(folder, "portal.wasm", readFileSync(parts[0]));
  keys["asset.deferred_wasm"] = add_asset(folder, "deferred.wasm", readFileSync(parts[2]));
  keys["asset.page_script"] = add_asset(folder, "page.mjs", await bundle(from_root("site/page.mjs"), { target: "es2020" }));
  keys["asset.script"] = add_asset(folder, "portal.mjs", await bundle(parts[1], { target: "es2022" }));
  return true;
}

// Reads trackers' exports; loaded when somebody brings one.
async function add_history(folder, keys) {
  const wasm = source(path.join(options.wasm, "history.wasm"), "target `history`");
  const script = source("wasm/history/worker.mjs", "its worker");
  if (!wasm || !script) return [];
  keys["asset.history_wasm"] = add_asset(folder, "history.wasm", readFileSync(wasm));
  keys["asset.history_script"] = add_asset(folder, "history.js", await bundle(script, { format: "iife", target: "es2021" }));
  return [keys["asset.history_script"], keys["asset.history_wasm"]];
}

// The page for sales, with files of its own; visitors load nothing of it.
async function add_desk_page(folder) {
  const wasm = source(path.join(options.wasm, "desk.wasm"), "target `desk`");
  return wasm ? add_desk(folder, from_root, readFileSync(wasm), bundle, make_font) : undefined;
}

// The icon's edges may be cut off (maskable); where the browser takes the favicon, it is there already.
function add_manifest(folder, keys, { tag, page }) {
  keys["asset.icon"] = add_asset(folder, "icon.png", readFileSync(from_root("site/icon.png")));
  const manifest = { name: page["page.title"], description: page["page.description"], lang: tag, ...JSON.parse(readFileSync(from_root("site/manifest.json"), "utf8")) };
  manifest.icons = [
    { src: keys["asset.favicon"], sizes: "any", type: "image/svg+xml" },
    { src: keys["asset.icon"], sizes: "512x512", type: "image/png" },
    { src: keys["asset.icon"], sizes: "512x512", type: "image/png", purpose: "maskable" },
  ];
  writeFileSync(path.join(folder, "manifest.webmanifest"), JSON.stringify(manifest));
}

// The published names of the site's files, by their plain ones: for `kontingent pages`, and for the pages that
// `kontingent serve` answers a plain form with.
function asset_names(keys, portal_texts) {
  const empty = ["wasm", "script", "page_script", "font_regular", "font_semibold", "deferred_wasm", "history_script", "history_wasm"];
  const names = Object.fromEntries(empty.map((name) => [name, ""]));
  for (const [key, file] of Object.entries(keys)) names[key.replace(/^asset\./, "")] = file;
  for (const [tag, file] of Object.entries(portal_texts)) names[`texts_${tag}`] = file;
  return names;
}

// What the service worker fetches at once on a page in this language.
const worker_takes = ({ assets, fresh, spoken }, language) => [...assets, ...fresh, ...spoken[language].assets, ...spoken[language].fresh];

// Without the member that is for editors alone.
function minified_json(file) {
  const { $schema, ...content } = JSON.parse(readFileSync(file, "utf8"));
  return Buffer.from(JSON.stringify(content));
}

async function assemble() {
  const program = source(options.program, "the native program");
  if (!program) throw new Error(`nothing writes the pages yet: ${missing.join(", ")}`);
  const out = path.resolve(root, options.out);
  const work = `${out}.new`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(path.join(work, "assets"), { recursive: true });

  const keys = { "asset.favicon": add_asset(work, "favicon.svg", readFileSync(from_root("site/favicon.svg"))), "asset.version": "" };
  const catalogue = minified_json(from_root(options.catalogue));
  writeFileSync(path.join(work, "catalogue.json"), catalogue);
  const all_languages = checked(read_languages());
  const tags = JSON.parse(catalogue).languages; // the first has its page at the root
  const languages = tags.map((tag) => all_languages.find((language) => language.tag === tag)).filter(Boolean);
  add_manifest(work, keys, languages[0]);
  const unspoken = all_languages.map(({ tag }) => tag).filter((tag) => !tags.includes(tag));
  const has_fonts = source(options.fonts, "target `fonts`") !== null;
  // Of all languages: `kontingent pages` may be given a catalogue that speaks others.
  for (const { tag } of all_languages) {
    const fonts = has_fonts ? add_fonts(work, tag, keys) : {};
    keys[`asset.styles_${tag}`] = await add_styles(work, "site.css", `site.${tag}.css`, fonts);
  }
  for (const name of ["styles", "font_regular", "font_semibold"]) keys[`asset.${name}`] = keys[`asset.${name}_${tags[0]}`] ?? "";
  keys["asset.styles_below"] = await add_styles(work, "below.css", "below.css", {});
  const parts = { portal: await add_portal(work, keys) };
  const on_demand = parts.portal ? [keys["asset.deferred_wasm"], ...(await add_history(work, keys))] : [];
  const desk = parts.portal ? await add_desk_page(work) : undefined;

  const portal_texts = {};
  for (const language of all_languages) {
    const texts = JSON.stringify(portal_language(language, all_languages));
    portal_texts[language.tag] = parts.portal ? add_asset(work, `portal.${language.tag}.json`, Buffer.from(texts)) : "";
  }
  if (parts.portal) write_licences(work, site_licences(root, from_root(options.native), from_root(options.wasm)));

  // The pages name the version, which is made from all that visitors get, the pages among it.
  for (const version of [() => "", () => version_of(work)]) {
    keys["asset.version"] = version();
    const names = asset_names(keys, portal_texts);
    writeFileSync(path.join(work, "assets.json"), JSON.stringify(names));
    if (desk) write_desk_names(work, desk, names, keys["asset.version"] !== "");
    execFileSync(program, ["pages", "--site", work], { stdio: ["ignore", "ignore", "inherit"] });
  }
  const contents = { ...contents_of(work, keys["asset.version"], on_demand, tags, unspoken), deferred: on_demand.slice(0, 1) };
  if (parts.portal) await add_worker(work, contents, bundle);
  if (desk) await add_desk_worker(work, desk, tags, bundle);

  const compressed = compress_folder(work);
  const visit = first_visit(work, "index.html", compressed, parts.portal ? worker_takes(contents, tags[0]) : [], on_demand);
  rmSync(`${out}.old`, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, `${out}.old`);
  renameSync(work, out);
  rmSync(`${out}.old`, { recursive: true, force: true });
  writeFileSync(path.join(path.dirname(out), "first-visit.json"), `${JSON.stringify(visit, null, 2)}\n`);

  for (const { file, brotli_bytes } of visit.files) console.log(`${String(brotli_bytes).padStart(8)}  ${file}`);
  console.log(`${String(visit.brotli_bytes).padStart(8)}  first visit, brotli 11`);
  for (const { file, brotli_bytes } of visit.on_demand) console.log(`${String(brotli_bytes).padStart(8)}  ${file}, on demand`);
  if (missing.length) console.log(`Without: ${missing.join(", ")}`);
}

try {
  await assemble();
} catch (error) {
  console.error(`assemble: ${error.message}`);
  process.exitCode = 1;
}
