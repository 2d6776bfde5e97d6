// The desk: a folder of its own in the site, with its pages, script, module and service worker. It uses the site's styles,
// fonts and catalogue; nothing outside of the folder names it.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { add_asset } from "./assets.mjs";
import { files_below } from "./sizes.mjs";
import { add_worker, version_of } from "./worker.mjs";

const folder_name = "desk";
const worker_source = "desk_worker.mjs";

// Returns the published names of the desk's files, by their plain ones, from the site's folder.
export async function add_desk(site, from_root, wasm, bundle) {
  const folder = path.join(site, folder_name);
  mkdirSync(path.join(folder, "assets"), { recursive: true });
  const add = (name, content) => `${folder_name}/${add_asset(folder, name, content)}`;
  return {
    desk_wasm: add("desk.wasm", wasm),
    desk_script: add("desk.mjs", await bundle(from_root("wasm/desk/main.mjs"), { target: "es2022" })),
    desk_page_script: add("page.mjs", await bundle(from_root("site/desk_page.mjs"), { target: "es2020" })),
    // Of its own, since a worker is offline only where its script lies in the service worker's scope.
    desk_history_script: add("history.js", await bundle(from_root("wasm/history/worker.mjs"), { format: "iife", target: "es2021" })),
    desk_styles: add("desk.css", await bundle(from_root("site/styles/desk.css"), {})),
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
