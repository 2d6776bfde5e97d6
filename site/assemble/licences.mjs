// The licences of what the site contains of others, from the very sources that were built. Their pages are no part of a
// first visit, nor of what the service worker keeps.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { read_components } from "../../script/components.mjs";

// As their authors call them; others go by the name they are fetched by.
const titles = { imgui: "Dear ImGui", "nlohmann-json": "nlohmann/json", "@fontsource/inter": "Inter" };

// Name and SPDX identifiers of what Emscripten adds to a module, by the name of its licence's file.
const runtimes = { emscripten: ["Emscripten", "MIT OR NCSA"], musl: ["musl (C library of Emscripten)", "MIT"] };

const licence_files = (folder) => readdirSync(folder).filter((name) => /^(licen[cs]e|copying|copyright|ofl)/i.test(name));

function text_in(folder, name) {
  const files = licence_files(folder);
  if (files.length === 0) throw new Error(`${folder}: no licence of ${name} among its files`);
  return readFileSync(path.join(folder, files[0]), "utf8");
}

// The MIT licence from a Debian copyright file, with the authors of the package's own files.
function from_debian_copyright(copyright) {
  const authors = /^Files:\n \*\nCopyright:\n([^]*?)^\S/m.exec(copyright)?.[1];
  const licence = /^License: Expat\n( Permission[^]*?)(?=\n\n|\n\S)/m.exec(copyright)?.[1];
  if (!authors || !licence) throw new Error("emscripten.copyright: no licence of Emscripten found");
  return `Copyright ${authors.trim().replace(/\s+/g, " ")}\n\n${licence.replace(/^ /gm, "").replace(/^\.$/gm, "")}`;
}

function runtime_licences(folder, version) {
  return Object.entries(runtimes).map(([file, [name, licence]]) => {
    const plain = path.join(folder, `${file}.txt`);
    const debian = path.join(folder, `${file}.copyright`);
    const text = existsSync(plain) ? readFileSync(plain, "utf8") : from_debian_copyright(readFileSync(debian, "utf8"));
    return { name, version, licence, text };
  });
}

const with_text = ({ name, version, licence, folder }) => ({ name: titles[name] ?? name, version, licence, text: text_in(folder, name) });

// [{ name, version, licence, text }] of everything in the site that others made.
export function site_licences(root, native_folder, wasm_folder) {
  const { site } = read_components(root, native_folder, wasm_folder);
  return [...[...site.sources, ...site.packages].map(with_text), ...runtime_licences(path.join(wasm_folder, "licences"), site.toolchain.version)];
}

// The same of the sources that are compiled into the program.
export function program_licences(root, native_folder, wasm_folder) {
  return read_components(root, native_folder, wasm_folder).program.sources.map(with_text);
}

const paragraphs = (text) =>
  text.replaceAll("\r", "").replace(/^-+$/gm, "").split(/\n\s*\n/).map((block) => block.trim().replace(/\s+/g, " ")).filter((block) => block !== "");

// What `kontingent pages` writes the pages from.
export function write_licences(folder, licences) {
  const works = licences.map(({ text, ...work }) => ({ ...work, paragraphs: paragraphs(text) }));
  writeFileSync(path.join(folder, "licences.json"), JSON.stringify(works));
}
