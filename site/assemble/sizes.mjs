// Brotli beside every file that compresses, and the list of what a first visit transfers.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const compressible = new Set([".css", ".html", ".json", ".mjs", ".js", ".svg", ".wasm", ".webmanifest"]);

export function* files_below(folder, prefix = "") {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = prefix + entry.name;
    if (entry.isDirectory()) yield* files_below(path.join(folder, entry.name), `${name}/`);
    else yield name;
  }
}

function brotli(content) {
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

// Returns file → [bytes, brotli bytes]. The list of assets is for programs, not for browsers.
export function compress_folder(folder) {
  const sizes = new Map();
  for (const file of [...files_below(folder)].sort()) {
    if (file === "assets.json" || file.endsWith(".br")) continue;
    const content = readFileSync(path.join(folder, file));
    const packed = compressible.has(path.extname(file)) ? brotli(content) : content;
    if (packed.length < content.length) writeFileSync(path.join(folder, `${file}.br`), packed);
    sizes.set(file, [content.length, Math.min(packed.length, content.length)]);
  }
  return sizes;
}

// A first visit takes the page and every file it loads (styles, scripts, data attributes of the portal), and then
// the worker takes what all other visits need, the other languages' pages among it. What the page names for later,
// `on_demand`, is listed apart.
export function first_visit(folder, page, sizes, worker_takes, on_demand) {
  // Where a link leads, nobody has gone yet; the icon is fetched when a visitor puts the page on the home screen.
  const html = readFileSync(path.join(folder, page), "utf8").replace(/<a\b[^>]*>|<link rel="apple-touch-icon"[^>]*>/g, "");
  const named = [...html.matchAll(/(?:href|src|data-[a-z]+)="([^"]*)"/g)].flatMap((match) => match[1].split(" "));
  const taken = worker_takes.map((name) => (name === "" || name.endsWith("/") ? `${name}index.html` : name));
  const names = new Set([page, ...named.filter((name) => sizes.has(name)), ...taken]);
  const listed = (file) => ({ file, bytes: sizes.get(file)[0], brotli_bytes: sizes.get(file)[1] });
  const files = [...names].filter((name) => !on_demand.includes(name)).map(listed);
  return { page, files, on_demand: on_demand.map(listed), brotli_bytes: files.reduce((sum, { brotli_bytes }) => sum + brotli_bytes, 0) };
}
