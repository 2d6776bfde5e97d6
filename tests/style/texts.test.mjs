// Every text has a use, and every use a text: a text that nobody shows is named here.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bare_code, read, repository_files } from "./sources.mjs";

const languages = repository_files().flatMap((name) => /^site\/texts\/portal\.(\w+)\.json$/.exec(name)?.[1] ?? []);
const names_in = (file) => Object.keys(JSON.parse(read(file)));
const declared = [...read("ui/texts.def").matchAll(/^KONTINGENT_TEXT\((\w+)\)$/gm)].map(([, name]) => name);

test("texts.def and the portal's texts of each language hold the same names", () => {
  assert.ok(languages.length > 1 && declared.length > 0);
  for (const language of languages) assert.deepEqual(names_in(`site/texts/portal.${language}.json`), declared, language);
});

test("every text of the portal is used in ui", () => {
  const code = repository_files()
    .filter((name) => /^ui\/.*\.(cpp|hpp)$/.test(name))
    .map((name) => bare_code(read(name)))
    .join("\n");
  const used = new Set([...code.matchAll(/\bText::(\w+)/g)].map(([, name]) => name));
  assert.deepEqual(declared.filter((name) => !used.has(name)), []);
});

test("every slot of a portal's text is filled in every language alike", () => {
  const slots = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  const [first, ...others] = languages.map((language) => [language, JSON.parse(read(`site/texts/portal.${language}.json`))]);
  for (const [language, texts] of others) {
    for (const name of declared) {
      assert.deepEqual(slots(texts[name] ?? ""), slots(first[1][name]), `${name} in ${first[0]} and ${language}`);
    }
  }
});
