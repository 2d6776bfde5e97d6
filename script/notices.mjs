// Prints the licences of the program and of what is compiled into it or contained in the site, for the packages of a release.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { program_licences, site_licences } from "../site/assemble/licences.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [native, wasm] = ["build/native", "build/wasm"].map((name) => path.join(root, name));
// Libraries of headers alone, which are therefore in the program; Debian's packages state their licences.
const header_libraries = [
  { name: "CLI11", licence: "BSD-3-Clause", file: "/usr/share/doc/libcli11-dev/copyright" },
  { name: "Mustache", licence: "BSL-1.0", file: "/usr/share/doc/libkainjow-mustache-dev/copyright" },
];

const ours = { name: "Kontingent", version: "", licence: "MIT", text: readFileSync(path.join(root, "LICENSE"), "utf8") };
const headers = header_libraries
  .filter(({ file }) => existsSync(file))
  .map(({ name, licence, file }) => ({ name, version: "", licence, text: readFileSync(file, "utf8") }));
const all = [ours, ...program_licences(root, native, wasm), ...headers, ...site_licences(root, native, wasm)];
const by_name = new Map(all.map((licence) => [licence.name, licence]));
const heading = ({ name, version, licence }) => `${[name, version].filter(Boolean).join(" ")} (${licence})`;
for (const licence of by_name.values()) console.log(`${heading(licence)}\n${"=".repeat(heading(licence).length)}\n\n${licence.text.trim()}\n\n`);
