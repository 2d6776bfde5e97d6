// A text of the portal that no code shows is named here. That every language has every text is tested in tests/site.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bare_code, read, repository_files } from "./sources.mjs";

test("every text of texts.def is used in ui", () => {
  const declared = [...read("ui/texts.def").matchAll(/^KONTINGENT_(?:TEXT|COUNTED)\((\w+)\)$/gm)].map(([, name]) => name);
  assert.ok(declared.length > 0);
  const code = repository_files()
    .filter((name) => /^ui\/.*\.(cpp|hpp)$/.test(name))
    .map((name) => read(name))
    .join("\n");
  // text_named() puts a name together from a prefix and a field's name.
  const prefixes = [...code.matchAll(/\btext_named\("(\w+)"/g)].map(([, prefix]) => prefix);
  const used = new Set([...bare_code(code).matchAll(/\bText::(\w+)/g)].map(([, name]) => name));
  assert.deepEqual(declared.filter((name) => !used.has(name) && !prefixes.some((prefix) => name.startsWith(prefix))), []);
});
