// The catalogue's JSON Schema, tested with the same files as the validator in tests/core. A bad file is named after the
// error's code; those in bad/semantic break rules that a schema cannot express, and pass it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import Ajv from "ajv/dist/2020.js";

const root = new URL("../../", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, root), "utf8"));
const catalogue_schema = read("site/catalogue/catalogue.schema.json");
const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(catalogue_schema);

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

// Each member that the schema has, as "definition.member", with the values that the data has there.
function members_of(schema, values, found, place = "", seen = new Set()) {
  if (seen.has(schema) && values.length === 0) return found;
  seen.add(schema);
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1);
    members_of(catalogue_schema.$defs[name], values, found, name, seen);
  }
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    if (member === false) continue;
    const at = values.flatMap((value) => (value !== null && typeof value === "object" && name in value ? [value[name]] : []));
    const key = `${place}.${name}`;
    found.set(key, (found.get(key) ?? 0) + at.length);
    members_of(member, at, found, member.properties || member.items ? key : place, seen);
  }
  for (const item of [schema.items, ...(schema.prefixItems ?? [])].filter(Boolean))
    members_of(item, values.flatMap((value) => (Array.isArray(value) ? value : [])), found, place, seen);
  for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), schema.if, schema.then, schema.else].filter(Boolean))
    members_of(part, values, found, place, seen);
  return found;
}

// The reader's tests read the same files: a rule that none of them has is tested by nobody.
test("the good files have each member of the schema", () => {
  const found = members_of(catalogue_schema, files_in("tests/core/catalogues/good/").map(read), new Map());
  assert.ok(found.size > 80, `${found.size} members`);
  assert.deepEqual([...found].filter(([, count]) => count === 0).map(([name]) => name), []);
});

for (const name of [...files_in("examples/"), ...files_in("tests/core/catalogues/good/")])
  test(`the schema accepts ${name}`, () => assert.deepEqual(errors_of(name), []));

for (const name of files_in("tests/core/catalogues/bad/schema/"))
  test(`the schema rejects ${name}`, () => assert.notDeepEqual(errors_of(name), []));

for (const name of files_in("tests/core/catalogues/bad/semantic/"))
  test(`the schema cannot express the error of ${name}`, () => assert.deepEqual(errors_of(name), []));
