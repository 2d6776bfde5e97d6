// The desk: a folder of its own in the site, with its pages, script, module and service worker. It uses the site's styles,
// fonts and catalogue; nothing outside of the folder names it.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { add_asset } from "./assets.mjs";
import { files_below } from "./sizes.mjs";
import { add_worker, version_of } from "./worker.mjs";

const folder_name = "desk";
const worker_source = "desk_worker.mjs";

// Of Latin-1 and Latin Extended-A, as documents print them: customers have names of any language, and a quote may be in
// another one than the page. Inter lacks the letter ŉ, which Unicode advises against.
const letters = Array.from({ length: 0x180 - 0xc0 }, (_, index) => String.fromCodePoint(0xc0 + index)).filter((letter) => letter !== "ŉ").join("");

// The style sheet with fonts of its own, which come before the site's.
async function add_desk_styles(folder, add, styles, make_font) {
  const texts = path.join(folder, "letters.txt");
  writeFileSync(texts, letters);
  let css = styles.toString();
  for (const weight of [400, 600]) {
    const font = add(`inter-${weight}.woff2`, make_font(folder, weight, [texts]));
    css = css.replaceAll(`inter-${weight}.woff2`, path.basename(font));
  }
  rmSync(texts);
  return add("desk.css", Buffer.from(css));
}

// Returns the published names of the desk's files, by their plain ones, from the site's folder.
export async function add_desk(site, from_root, wasm, bundle, make_font) {
  const folder = path.join(site, folder_name);
  mkdirSync(path.join(folder, "assets"), { recursive: true });
  const add = (name, content) => `${folder_name}/${add_asset(folder, name, content)}`;
  const styles = await bundle(from_root("site/styles/desk.css"), { external: ["*.woff2"] });
  return {
    desk_wasm: add("desk.wasm", wasm),
    desk_script: add("desk.mjs", await bundle(from_root("wasm/desk/main.mjs"), { target: "es2022", conditions: ["desk"] })),
    desk_page_script: add("page.mjs", await bundle(from_root("site/desk_page.mjs"), { target: "es2020" })),
    // Of its own, since a worker is offline only where its script lies in the service worker's scope.
    desk_history_script: add("history.js", await bundle(from_root("wasm/history/worker.mjs"), { format: "iife", target: "es2021" })),
    desk_styles: await add_desk_styles(folder, add, styles, make_font),
  };
}

// What the desk uses of the site.
const is_used = (name) => /^(styles|font_regular|font_semibold)_[a-z]{2,3}$|^favicon$|^history_wasm$/.test(name);
const used_of = (names) => [...new Set(Object.keys(names).filter(is_used).map((name) => names[name]))].filter(Boolean).sort();

// `desk/assets.json`: the site's names and the desk's, for `kontingent pages`. `names` are the site's. The version is made
// from all that the desk's worker keeps, once the pages are written.
export function write_desk_names(site, desk, names, has_pages) {
  const own = [...files_below(path.join(site, folder_name))].filter((file) => file !== "assets.json");
  desk.used = used_of(names);
  desk.version = has_pages ? version_of(site, [...own.sort().map((file) => `${folder_name}/${file}`), ...desk.used, "catalogue.json"], worker_source) : "";
  const { used, version, ...published } = desk;
  writeFileSync(path.join(site, folder_name, "assets.json"), JSON.stringify({ ...names, ...published, version }));
}

// Addresses count from the desk's folder, the worker's scope. A page is cached under its folder's address.
export async function add_desk_worker(site, { used, version }, languages, bundle) {
  const folder = path.join(site, folder_name);
  const own = [...files_below(folder)].filter((file) => file.startsWith("assets/")).sort();
  const pages = languages.map((tag, index) => (index === 0 ? "" : `${tag}/`));
  const contents = { version, assets: [...own, ...used.map((file) => `../${file}`)], fresh: [...pages, "../catalogue.json"] };
  await add_worker(folder, contents, bundle, worker_source);
}
