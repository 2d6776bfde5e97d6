// What is shipped, as the builds and the lock file know it: cmake/components.cmake writes components.json into each build's
// folder, and package.json lists under `dependencies` what is more than a tool.
import { readFileSync } from "node:fs";
import path from "node:path";

const json = (file) => JSON.parse(readFileSync(file, "utf8"));

// Sources of cmake/third_party.txt that are shipped in `where`, "site" or "program".
const sources_in = ({ sources }, where) => sources.filter(({ shipped_in }) => shipped_in.split(",").includes(where));

function npm_packages(root) {
  const { packages } = json(path.join(root, "package-lock.json"));
  return Object.keys(packages[""].dependencies).map((name) => {
    const { version, license, integrity } = packages[`node_modules/${name}`];
    return { name, version, licence: license, integrity, folder: path.join(root, "node_modules", name) };
  });
}

// { program: { libraries, sources }, site: { sources, packages, toolchain } }
export function read_components(root, native_folder, wasm_folder) {
  const native = json(path.join(native_folder, "components.json"));
  const wasm = json(path.join(wasm_folder, "components.json"));
  return {
    name: native.name,
    version: native.version,
    program: { libraries: native.libraries, sources: sources_in(native, "program"), toolchain: native.toolchain },
    site: { sources: sources_in(wasm, "site"), packages: npm_packages(root), toolchain: wasm.toolchain },
  };
}
