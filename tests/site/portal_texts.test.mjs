// The portal's texts as a list in the order of their names.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ordered_texts, text_names } from "../../site/assemble/portal_texts.mjs";

const source = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const names = ["first", "second"];

test("texts are in the order of the names", () => {
  const texts = ordered_texts(text_names("// Two.\nKONTINGENT_TEXT(first)\nKONTINGENT_TEXT(second)\n"), '{"second": "2", "first": "1"}', "x.json");
  assert.deepEqual(texts, ["1", "2"]);
});

for (const [what, json, complaint] of [
  ["a missing name", '{"first": "1"}', /x\.json: second is missing/],
  ["another name", '{"first": "1", "second": "2", "third": "3"}', /x\.json: third is not in/],
  ["a repeated name", '{\n"first": "1",\n"second": "2",\n"first": "3"\n}', /x\.json: first is there twice/],
  ["a number", '{"first": 1, "second": "2"}', /x\.json: first is no text/],
  ["an empty text", '{"first": "", "second": "2"}', /x\.json: first is no text/],
]) {
  test(`${what} is refused`, () => assert.throws(() => ordered_texts(names, json, "x.json"), complaint));
}

test("a list of names without any is refused", () => assert.throws(() => text_names("// nothing"), /names no text/));

for (const language of ["de", "en"]) {
  test(`site/texts/portal.${language}.json has the names of ui/texts.def, each once`, () => {
    const all = text_names(source("ui/texts.def"));
    const file = `site/texts/portal.${language}.json`;
    assert.equal(ordered_texts(all, source(file), file).length, all.length);
  });
}
