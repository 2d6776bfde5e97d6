// The service worker with the list of the site's files, in every language.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { files_below } from "./sizes.mjs";

const source = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const shared_source = source("worker/cache.mjs");

// Few visitors read them, and then they have a connection.
const is_licence_page = (file) => /^licences\.\w+\.html$/.test(file);
// Installed pages show it, open ones do not.
const is_icon = (file) => /^assets\/icon\./.test(file);
// For programs, not for visitors: a page loads its own catalogue.LL.json.
const is_asset_list = (file) => ["assets.json", "catalogue.json", "licences.json"].includes(file);
// A page of its own, with a worker of its own (assemble/desk.mjs): nothing of it is for visitors.
const is_desk = (file) => file.startsWith("desk/");
const is_served = (file) => !is_asset_list(file) && !is_desk(file) && !file.endsWith(".br");
const served = (folder) => [...files_below(folder)].filter(is_served).sort();

// The same for the same content, whatever it was made from; `worker` is the worker's source.
export function version_of(folder, files = served(folder), worker = "worker.mjs") {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(folder, file)));
  for (const name of [source(worker), shared_source]) hash.update(readFileSync(name));
  return hash.digest("hex").slice(0, 16);
}

// The language that a file is in; undefined: it is for all.
function language_of(file, languages) {
  return languages.find((language) => [`${language}/index.html`, `catalogue.${language}.json`].includes(file) || new RegExp(`^assets/[^.]+\\.${language}\\.`).test(file));
}

// A page is cached under its folder's address, as links lead there. `languages`: those of the catalogue, the first has its
// page at the root; files of the others, `unspoken`, are for catalogues to come.
// `spoken` has the files of each, which come in the background where no page in that language is open.
export function contents_of(folder, version, on_demand, languages, unspoken) {
  const is_visited = (file) => !is_icon(file) && !is_licence_page(file) && !on_demand.includes(file) && language_of(file, unspoken) === undefined;
  const files = served(folder).filter(is_visited);
  const addresses = (language) => {
    const own = files.filter((file) => (file === "index.html" ? languages[0] : language_of(file, languages)) === language);
    return {
      assets: own.filter((file) => file.startsWith("assets/")),
      fresh: own.filter((file) => !file.startsWith("assets/")).map((file) => file.replace(/index\.html$/, "")),
    };
  };
  const spoken = Object.fromEntries(languages.map((language) => [language, addresses(language)]));
  return { version, ...addresses(undefined), spoken, on_demand };
}

// Writes worker.js into the folder that is its scope.
export async function add_worker(folder, contents, bundle, worker = "worker.mjs") {
  const plugin = {
    name: "contents",
    setup(build) {
      build.onResolve({ filter: /^contents$/ }, () => ({ path: "contents", namespace: "contents" }));
      build.onLoad({ filter: /.*/, namespace: "contents" }, () => ({ contents: JSON.stringify(contents), loader: "json" }));
    },
  };
  writeFileSync(path.join(folder, "worker.js"), await bundle(source(worker), { format: "iife", target: "es2020", plugins: [plugin] }));
}
