// The software bill of materials of what is shipped, as CycloneDX 1.5 in JSON: program and site, what each is made of, and the
// shared libraries the program loads.
//
//   node script/sbom.mjs [--native build/native] [--wasm build/wasm] [--out FILE]
//   node script/sbom.mjs --loaded       the libraries that the program loads: name and file, a line each
//   node script/sbom.mjs --packages     the Debian packages that hold them
//
// The same builds give the same bytes: the time is SOURCE_DATE_EPOCH's (else that of the last commit), the serial number is
// made from the content.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { read_components } from "./components.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

function run(program, ...words) {
  try {
    return execFileSync(program, words, { cwd: root, stdio: ["ignore", "pipe", "ignore"] }).toString();
  } catch {
    return "";
  }
}

export function source_time() {
  const seconds = process.env.SOURCE_DATE_EPOCH || run("git", "log", "-1", "--format=%ct").trim();
  return new Date(Number(seconds || 0) * 1000);
}

// The files of shared libraries that a program loads, by the name it asks for.
export function loaded_libraries(program) {
  const lines = [...run("ldd", program).matchAll(/^\s+(?:(\S+) => )?(\/\S+) \(/gm)];
  return lines.map(([, name, file]) => ({ name: name ?? path.basename(file), file }));
}

// The Debian packages that hold the given files, [{ package, version, architecture }], by name; empty without dpkg.
export function debian_packages(files) {
  // A library is known by the folder its package names, before or after /lib became a link to /usr/lib.
  const candidates = files.flatMap((file) => [file, realpathSync(file), file.replace(/^\/lib/, "/usr/lib"), file.replace(/^\/usr\/lib/, "/lib")]);
  const owners = spawnSync("dpkg", ["-S", ...new Set(candidates)], { encoding: "utf8" }).stdout ?? "";
  const names = new Set([...owners.matchAll(/^([^:,\s]+)(?::\w+)?: \//gm)].map(([, name]) => name));
  if (names.size === 0) return [];
  const lines = run("dpkg-query", "-W", "-f=${Package} ${Version} ${Architecture}\n", ...names).trim().split("\n");
  return lines.sort().map((line) => line.split(" ")).map(([name, version, architecture]) => ({ package: name, version, architecture }));
}

const properties = (shipped_in) => [{ name: "kontingent:shipped-in", value: shipped_in }];
const licences = (expression) => (/ /.test(expression) ? [{ expression }] : [{ license: { id: expression } }]);

function of_source({ name, version, commit, repository, sha256, licence, shipped_in }) {
  const address = repository.replace(/\.git$/, "");
  const github = /^https:\/\/github\.com\/([^/]+\/[^/]+)$/.exec(address)?.[1];
  const purl = github ? `pkg:github/${github.toLowerCase()}@${commit}` : `pkg:generic/${name}@${version}`;
  return {
    type: "library",
    "bom-ref": `source:${name}`,
    name,
    version,
    hashes: [{ alg: "SHA-256", content: sha256 }],
    licenses: licences(licence),
    purl,
    externalReferences: [{ type: "vcs", url: address, comment: commit }],
    properties: properties(shipped_in),
  };
}

function of_npm_package({ name, version, licence, integrity }) {
  const [, base64] = /^sha512-(.+)$/.exec(integrity);
  return {
    type: "library",
    "bom-ref": `npm:${name}`,
    name,
    version,
    hashes: [{ alg: "SHA-512", content: Buffer.from(base64, "base64").toString("hex") }],
    licenses: licences(licence),
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    properties: properties("site"),
  };
}

const of_linked_library = ({ name, version }) => ({
  type: "library",
  "bom-ref": `linked:${name}`,
  name,
  version,
  purl: `pkg:generic/${name}@${version}`,
  properties: properties("program"),
});

// Packages of Debian that hold the libraries the program loads, glibc and libstdc++ among them.
function debian_components(program) {
  return debian_packages(loaded_libraries(program).map(({ file }) => file)).map((found) => ({
    type: "library",
    "bom-ref": `deb:${found.package}`,
    name: found.package,
    version: found.version,
    purl: `pkg:deb/debian/${found.package.replaceAll("+", "%2B")}@${encodeURIComponent(found.version)}?arch=${found.architecture}`,
    properties: properties("program"),
  }));
}

const of_toolchain = ({ name, version }) => ({
  type: "library",
  "bom-ref": `runtime:${name}`,
  name: `${name} runtime`,
  version,
  licenses: licences("MIT OR NCSA"),
  purl: `pkg:generic/${name}@${version}`,
  properties: properties("site"),
});

const part = (name, type, version) => ({ type, "bom-ref": `kontingent:${name}`, name: `kontingent-${name}`, version, licenses: licences("MIT") });

// As UUIDs made from names are (version 5), so that the same content has the same number.
function serial_number(content) {
  const hex = createHash("sha256").update(content).digest("hex");
  const variant = ((parseInt(hex[16], 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function make_sbom(native_folder, wasm_folder) {
  const { version, program, site } = read_components(root, native_folder, wasm_folder);
  const sources = new Map([...program.sources, ...site.sources].map((source) => [source.name, of_source(source)]));
  const in_program = [...program.libraries.map(of_linked_library), ...debian_components(path.join(native_folder, "kontingent"))];
  const in_site = [...site.packages.map(of_npm_package), of_toolchain(site.toolchain)];
  const refs = (components) => components.map((component) => component["bom-ref"]);
  const source_refs = (list) => list.map(({ name }) => `source:${name}`);
  const content = {
    components: [part("program", "application", version), part("site", "application", version), ...sources.values(), ...in_program, ...in_site],
    dependencies: [
      { ref: "kontingent", dependsOn: ["kontingent:program", "kontingent:site"] },
      { ref: "kontingent:program", dependsOn: [...source_refs(program.sources), ...refs(in_program)] },
      { ref: "kontingent:site", dependsOn: [...source_refs(site.sources), ...refs(in_site)] },
    ],
  };
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.5.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    serialNumber: serial_number(JSON.stringify(content)),
    version: 1,
    metadata: {
      timestamp: source_time().toISOString(),
      tools: { components: [{ type: "application", name: "script/sbom.mjs", version }] },
      component: { type: "application", "bom-ref": "kontingent", name: "kontingent", version, licenses: licences("MIT") },
    },
    ...content,
  };
}

function main() {
  const { values } = parseArgs({
    options: {
      native: { type: "string", default: path.join(root, "build/native") },
      wasm: { type: "string", default: path.join(root, "build/wasm") },
      out: { type: "string" },
      loaded: { type: "boolean" },
      packages: { type: "boolean" },
    },
  });
  const libraries = () => loaded_libraries(path.join(values.native, "kontingent"));
  if (values.loaded) return libraries().map(({ name, file }) => `${name} ${file}\n`).join("");
  if (values.packages) return debian_packages(libraries().map(({ file }) => file)).map((found) => `${found.package}\n`).join("");
  const text = `${JSON.stringify(make_sbom(path.resolve(values.native), path.resolve(values.wasm)), null, 2)}\n`;
  if (!values.out) return text;
  writeFileSync(values.out, text);
  return "";
}

if (process.argv[1] && existsSync(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) process.stdout.write(main());
