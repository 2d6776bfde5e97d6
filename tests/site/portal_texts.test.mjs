// The portal's language as it is published.
import assert from "node:assert/strict";
import { test } from "node:test";
import { names_of, read_languages } from "../../languages/languages.mjs";
import { checked, portal_language } from "../../site/assemble/portal_texts.mjs";

const languages = read_languages();

for (const language of languages) {
  test(`${language.tag}: the portal's texts are in the order of ui/texts.def, and forms are lines`, () => {
    const [tags, entries, texts] = portal_language(language, languages);
    assert.deepEqual(tags, languages.map(({ tag }) => tag));
    assert.equal(entries[0], language.tag);
    const names = names_of("portal").map(({ name }) => name);
    assert.equal(texts.length, names.length);
    assert.equal(texts[names.indexOf("net")], language.portal.net);
    assert.deepEqual(texts[names.indexOf("months")].split("\n"), Object.values(language.portal.months));
    assert.ok([...entries, ...texts].every((text) => typeof text === "string"));
  });
}

test("a language that lacks a text is refused, with its file", () => {
  const [first, ...others] = languages;
  const { net, ...portal } = first.portal;
  assert.equal(typeof net, "string");
  assert.throws(() => checked([first, { ...first, tag: "xx", portal }, ...others]), /languages\/xx\/portal\.json: net is missing/);
});
