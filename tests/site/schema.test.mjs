// The catalogue's JSON Schema, tested with the same files as the validator in tests/core. A bad file is named after the
// error's code; those in bad/semantic break rules that a schema cannot express, and pass it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import Ajv from "ajv/dist/2020.js";

const root = new URL("../../", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, root), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(
  read("site/catalogue/catalogue.schema.json"),
);

function errors_of(name) {
  return validate(read(name)) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
}

function files_in(folder) {
  const files = readdirSync(new URL(folder, root)).filter((name) => name.endsWith(".json"));
  assert.ok(files.length > 0, `${folder} is empty`);
  return files.map((name) => folder + name);
}

test("the sample catalogue is valid by the schema", () => {
  assert.deepEqual(errors_of("site/catalogue/catalogue.json"), []);
});

for (const name of [...files_in("examples/"), ...files_in("tests/core/catalogues/good/")])
  test(`the schema accepts ${name}`, () => assert.deepEqual(errors_of(name), []));

for (const name of files_in("tests/core/catalogues/bad/schema/"))
  test(`the schema rejects ${name}`, () => assert.notDeepEqual(errors_of(name), []));

for (const name of files_in("tests/core/catalogues/bad/semantic/"))
  test(`the schema cannot express the error of ${name}`, () => assert.deepEqual(errors_of(name), []));
