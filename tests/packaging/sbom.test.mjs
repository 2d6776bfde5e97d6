// The SBOM follows the schema of CycloneDX 1.5 and names everything that is shipped: what is pinned, what is linked, what
// the program loads, what the site contains.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { debian_packages, loaded_libraries, make_sbom } from "../../script/sbom.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const json = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8"));
const schema = (name) => json(`node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`);
const native = path.join(root, "build/native");
const sbom = make_sbom(native, path.join(root, "build/wasm"));
const named = (name) => sbom.components.find((component) => component.name === name);

// Formats are those of addresses and times, which the schema states without ajv knowing them; times are checked below.
// The schemas of the package refer to each other by the names of its files.
const by_file_name = (name) => ({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` });
const ajv = new Ajv({ strict: false, validateFormats: false, schemas: [by_file_name("spdx"), by_file_name("jsf-0.82")] });
const validate = ajv.compile(schema("bom-1.5"));

test("the SBOM is valid CycloneDX 1.5", () => {
  assert.ok(validate(sbom), JSON.stringify(validate.errors, null, 2));
  assert.equal(sbom.specVersion, "1.5");
  assert.equal(new Date(sbom.metadata.timestamp).toISOString(), sbom.metadata.timestamp);
});

const spoiled = [
  ["no format", ({ bomFormat: _, ...rest }) => rest],
  ["a component without a name", (all) => ({ ...all, components: all.components.map(({ name: _, ...rest }) => rest) })],
  ["a component of no known type", (all) => ({ ...all, components: [{ ...all.components[0], type: "thing" }] })],
  ["a licence that SPDX does not list", (all) => ({ ...all, components: [{ ...all.components[0], licenses: [{ license: { id: "Mine" } }] }] })],
  ["a serial number that is no UUID", (all) => ({ ...all, serialNumber: "1" })],
];
for (const [what, spoil] of spoiled) test(`an SBOM with ${what} is not valid`, () => assert.ok(!validate(spoil(sbom))));

test("references are unique, and dependencies lead to components", () => {
  const refs = [sbom.metadata.component, ...sbom.components].map((component) => component["bom-ref"]);
  assert.deepEqual(refs.filter((ref, index) => refs.indexOf(ref) !== index), []);
  const used = sbom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
  assert.deepEqual(used.filter((ref) => !refs.includes(ref)), []);
  const reached = new Set(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn));
  assert.deepEqual(refs.filter((ref) => ref !== "kontingent" && !reached.has(ref)), []);
});

test("every pinned source that is shipped is named with its content's hash, and no other", () => {
  const lines = readFileSync(path.join(root, "cmake/third_party.txt"), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  for (const [name, version, , , , , hash, licence, shipped_in] of lines.map((line) => line.split(" "))) {
    if (shipped_in === "nothing") assert.equal(named(name), undefined, name);
    else {
      assert.equal(named(name)?.version, version, name);
      assert.deepEqual(named(name).hashes, [{ alg: "SHA-256", content: hash }]);
      assert.deepEqual(named(name).licenses, [{ license: { id: licence } }]);
    }
  }
});

test("npm's packages that are no development tools are named with the lock file's hash, and no other", () => {
  const { packages } = json("package-lock.json");
  const shipped = Object.keys(packages).filter((name) => name !== "" && !packages[name].dev);
  assert.ok(shipped.length > 0);
  const npm = sbom.components.filter((component) => component["bom-ref"].startsWith("npm:"));
  assert.deepEqual(npm.map(({ name }) => `node_modules/${name}`).sort(), shipped.sort());
  for (const { name, hashes } of npm) {
    const expected = Buffer.from(packages[`node_modules/${name}`].integrity.replace(/^sha512-/, ""), "base64").toString("hex");
    assert.deepEqual(hashes, [{ alg: "SHA-512", content: expected }]);
  }
});

test("every library that the program links or loads is named with its version", () => {
  for (const { name, version } of json("build/native/components.json").libraries) assert.equal(named(name)?.version, version, name);
  const libraries = loaded_libraries(path.join(native, "kontingent"));
  assert.ok(libraries.length > 5, libraries.map(({ name }) => name).join(" "));
  for (const found of debian_packages(libraries.map(({ file }) => file))) assert.equal(named(found.package)?.version, found.version, found.package);
});

test("the same builds give the same SBOM", () => {
  assert.deepEqual(make_sbom(native, path.join(root, "build/wasm")), sbom);
});
