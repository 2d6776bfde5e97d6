// Prints the licences of the program and of what is compiled into it or contained in the site, for the packages of a release.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { program_licences, site_licences } from "../site/assemble/licences.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [native, wasm] = ["build/native", "build/wasm"].map((name) => path.join(root, name));
// A library of headers alone, which is therefore in the program; Debian's package states its licence.
const cli11 = "/usr/share/doc/libcli11-dev/copyright";

const ours = { name: "Kontingent", version: "", licence: "MIT", text: readFileSync(path.join(root, "LICENSE"), "utf8") };
const headers = existsSync(cli11) ? [{ name: "CLI11", version: "", licence: "BSD-3-Clause", text: readFileSync(cli11, "utf8") }] : [];
const all = [ours, ...program_licences(root, native, wasm), ...headers, ...site_licences(root, native, wasm)];
const by_name = new Map(all.map((licence) => [licence.name, licence]));
const heading = ({ name, version, licence }) => `${[name, version].filter(Boolean).join(" ")} (${licence})`;
for (const licence of by_name.values()) console.log(`${heading(licence)}\n${"=".repeat(heading(licence).length)}\n\n${licence.text.trim()}\n\n`);
