// A catalogue's own texts take the place of the portal's, wherever they come from.
import assert from "node:assert/strict";
import test from "node:test";
import { with_own_texts } from "../../wasm/own_texts.mjs";
import { arguments_of, read_languages } from "../../languages/languages.mjs";

const bytes = (value) => new TextEncoder().encode(JSON.stringify(value));

test("texts are replaced by their places, and nothing else is", () => {
  const file = bytes([["de", "en"], ["x"], ["a", "b", "c"]]);
  assert.equal(with_own_texts(file, undefined), file);
  assert.deepEqual(with_own_texts(file, '{"1":"Ä","2":"d"}'), bytes([["de", "en"], ["x"], ["a", "Ä", "d"]]));
});

test("a variant of a text has a text to take the place of, and no other arguments", () => {
  const nouns = new Set(["one", "unit", "Unit", "many"]);
  for (const { tag, page, portal, variants } of read_languages()) {
    const names = Object.keys(variants);
    assert.ok(names.length > 0, tag);
    for (const name of names) {
      const [variant, key] = name.split("/");
      assert.ok(["kept", "gross", "unit"].includes(variant), name);
      const original = portal[key] ?? page[key];
      assert.equal(typeof original, "string", `${tag}: ${name}`);
      const own = arguments_of(variants[name]).filter((word) => !(variant === "unit" && nouns.has(word)));
      assert.deepEqual(own.filter((word) => !arguments_of(original).includes(word)), [], `${tag}: ${name}`);
    }
  }
});
