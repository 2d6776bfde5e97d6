// The folders of languages: what one lacks, has too much or says with other arguments is named.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { categories_of, errors_in, errors_of_texts, listed_texts, names_in, read_languages, repeated_members, same_texts } from "../../languages/languages.mjs";

test("each language has each text, with its arguments and plural forms", () => {
  assert.deepEqual(errors_in(read_languages()), []);
});

test("a document has words for each kind of line", () => {
  const source = readFileSync(new URL("../../core/pricing/line.cpp", import.meta.url), "utf8");
  const kinds = [...source.matchAll(/LineKindInfo\{"(\w+)"/g)].map(([, kind]) => `line.${kind}`);
  assert.ok(kinds.length > 10, "the kinds were not found");
  const [{ document }] = read_languages();
  const is_said = (kind) => Object.keys(document).some((name) => name === kind || name.startsWith(`${kind}.`));
  assert.deepEqual(kinds.filter((kind) => !is_said(kind)), []);
});

const wanted = [
  { name: "plain", is_counted: false, argument_names: [] },
  { name: "filled", is_counted: false, argument_names: ["n", "name"] },
  { name: "counted", is_counted: true, argument_names: ["n"] },
];
const good = { plain: "Net", filled: "{name}: {n}", counted: { one: "one", few: "{n} few", many: "{n} many", other: "{n} other" } };
const polish = categories_of("one-few-many-other");

for (const [what, texts, errors] of [
  ["all texts", good, []],
  ["arguments in another order", { ...good, filled: "{n} of {name}" }, []],
  ["a missing text", { plain: "Net", filled: "{name}: {n}" }, ["counted is missing"]],
  ["a text that nothing asks for", { ...good, other: "x" }, ["other is not known"]],
  ["an empty text", { ...good, plain: "" }, ["plain is no text"]],
  ["a number", { ...good, plain: 1 }, ["plain is no text", "plain takes no plural forms"]],
  ["a missing argument", { ...good, filled: "{name}" }, ["filled has the arguments {name} instead of {n} {name}"]],
  ["an argument of another name", { ...good, filled: "{name}: {number}" }, ["filled has the arguments {name} {number} instead of {n} {name}"]],
  ["a missing form", { ...good, counted: { one: "one", many: "{n}", other: "{n}" } }, ["counted has the forms one, many, other instead of one, few, many, other"]],
  ["an empty form", { ...good, counted: { ...good.counted, few: "" } }, ["counted has a form that is no text"]],
  ["no forms", { ...good, counted: "{n}" }, ["counted needs plural forms"]],
  ["forms where none are taken", { ...good, plain: { one: "x", few: "x", many: "x", other: "x" } }, ["plain takes no plural forms"]],
]) {
  test(`${what}: ${errors.length === 0 ? "right" : "named"}`, () => assert.deepEqual(errors_of_texts(texts, wanted, polish), errors));
}

test("a name that is there twice is found", () => {
  assert.deepEqual(repeated_members('{\n  "a": "1",\n  "b": {\n    "a": "2"\n  },\n  "a": "3"\n}'), ["a"]);
});

test("a list gives names, kinds and arguments in its order", () => {
  assert.deepEqual(names_in("// Two.\nKONTINGENT_TEXT(first)\nKONTINGENT_COUNTED(second, n, name)\n"), [
    { name: "first", macro: "TEXT", argument_names: [] },
    { name: "second", macro: "COUNTED", argument_names: ["n", "name"] },
  ]);
  assert.throws(() => names_in("// nothing"), /names no text/);
});

test("texts that are the same in two languages are in same.json of one of them, with the reason", () => {
  const languages = read_languages();
  const found = same_texts(languages);
  const listed = listed_texts(languages);
  assert.deepEqual(found.filter((line) => !listed.includes(line)), [], "translate these, or list them");
  assert.deepEqual(listed.filter((line) => !found.includes(line)), [], "these are no longer the same");
});
