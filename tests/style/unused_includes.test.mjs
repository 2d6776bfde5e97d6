// No file includes a header of which it uses nothing. A header of ours is used when one of the names it declares is
// written in the file, a standard header when a name of its is; headers that are not listed here are left alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bare_code, cpp_files, includes_of, read } from "./sources.mjs";
import { standard_headers } from "./standard_headers.mjs";

// Unused includes that are still there. A line that is no longer needed fails the test: take it out.
const exceptions = [];

// Included for what they do, not for a name: a table of macros that the file defines before.
const kept = /\.def$/;

const code_of = new Map();
function code(name) {
  if (!code_of.has(name)) {
    const source = read(name);
    code_of.set(name, { bare: bare_code(source).replace(/^\s*#\s*include.*$/gm, ""), included: includes_of(source) });
  }
  return code_of.get(name);
}

// All that a header declares or defines: names of types, functions, values, members and macros.
function declared_in(header) {
  const { bare } = code(header);
  const names = [...bare.matchAll(/\b([A-Za-z_]\w*)\s*(?=[;,=({[}:]|$)/gm)].map(([, name]) => name);
  const macros = [...bare.matchAll(/^\s*#\s*define\s+(\w+)/gm)].map(([, name]) => name);
  const types = [...bare.matchAll(/\b(?:class|struct|enum|using|concept|union|namespace)\s+(?:class\s+)?(\w+)/g)].map(([, name]) => name);
  return new Set([...names, ...macros, ...types].filter((name) => !/^(kontingent|const|constexpr|default|delete|public|private|return|noexcept|override|else|std|void|bool|int|auto|char)$/.test(name)));
}

function unused_in(file, headers) {
  const { bare, included } = code(file);
  const words = new Set(bare.match(/\b[A-Za-z_]\w*/g));
  const stem = file.replace(/\.\w+$/, "");
  return included.filter(({ name, is_ours }) => {
    if (!is_ours) return name in standard_headers && !standard_headers[name].test(bare);
    if (name.replace(/\.\w+$/, "") === stem || kept.test(name) || !headers.has(name)) return false;
    return ![...declared_in(name)].some((declared) => words.has(declared));
  });
}

// "file header" → the line of the include.
function unused_includes() {
  const files = cpp_files();
  const headers = new Set(files.filter((name) => name.endsWith(".hpp")));
  return new Map(files.flatMap((file) => unused_in(file, headers).map(({ line, name }) => [`${file} ${name}`, `${file}:${line}: uses nothing of ${name}`])));
}

test("no file includes a header of which it uses nothing", () => {
  assert.deepEqual([...unused_includes()].filter(([key]) => !exceptions.includes(key)).map(([, error]) => error), []);
});

test("every exception is still needed", () => {
  const found = unused_includes();
  assert.deepEqual(exceptions.filter((key) => !found.has(key)), []);
});

test("used and unused headers are told apart", () => {
  code_of.set("a.hpp", { bare: "struct Offer { int price_minor; };\nenum class Kind { fixed };\nint total(Offer);", included: [] });
  const used = (bare, name = "a.hpp", is_ours = true) => {
    code_of.set("b.cpp", { bare, included: [{ line: 1, name, is_ours }] });
    return unused_in("b.cpp", new Set(["a.hpp"])).length === 0;
  };
  assert.ok(used("int f(Offer);") && used("x.price_minor") && used("total(1)") && used("Kind::fixed"));
  assert.ok(!used("int offer;"));
  assert.ok(used("std::vector<int> a;", "vector", false) && !used("std::string a;", "vector", false));
  assert.ok(used("std::ranges::sort(a);", "algorithm", false) && !used("a.sort();", "algorithm", false));
});
