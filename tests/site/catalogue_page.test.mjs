// docs/catalogue.md: every example is a catalogue by the schema, together with the members of the first one.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import Ajv from "ajv/dist/2020.js";

const root = new URL("../../", import.meta.url);
const read = (name) => readFileSync(new URL(name, root), "utf8");
const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(
  JSON.parse(read("site/catalogue/catalogue.schema.json")),
);
const examples = [...read("docs/catalogue.md").matchAll(/^```json\n(.*?)^```/gms)].map(([, text]) => JSON.parse(`{${text}}`));
const [first, ...rules] = examples;

test("the first example is a whole catalogue of twenty lines", () => {
  assert.ok(validate(first), JSON.stringify(validate.errors));
});

for (const [index, rule] of rules.entries())
  test(`example ${index + 1} (${Object.keys(rule).join(", ")}) is valid`, () => {
    assert.ok(validate({ ...first, ...rule }), JSON.stringify(validate.errors));
  });
