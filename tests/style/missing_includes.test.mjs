// Each file includes what it uses, by itself or through headers of ours. Most builds read sources in groups, where one
// file's headers serve the next, so no compiler says so there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bare_code, cpp_files, includes_of, read } from "./sources.mjs";
import { standard_headers, std } from "./standard_headers.mjs";

// Patterns that stand for more than the header's own names are replaced, or left out: every header of the standard
// library brings std::move and std::size_t.
const { csignal, cstddef, functional, initializer_list, iosfwd, ostream, utility, ...definite } = standard_headers;
const wanted = {
  ...definite,
  chrono: /\bstd::chrono::|\b(steady|system)_clock\b/,
  cmath: std("floor", "ceil", "round", "l?lround", "trunc", "sqrt", "pow", "exp", "log\\w*", "fabs", "fmod", "isfinite", "isnan", "hypot", "sin", "cos", "lerp"),
  compare: std("(strong|weak|partial)_ordering", "compare_three_way"),
  functional: std("function", "move_only_function", "bind_front", "c?ref"),
  iomanip: std("setw", "setfill", "setprecision", "put_time", "get_time"),
  iostream: std("cin", "cout", "cerr", "clog"),
  iterator: std("(back|front)_inserter", "inserter", "next", "prev", "distance", "advance", "[io]streambuf_iterator", "make_move_iterator"),
  system_error: std("errc", "error_code", "system_error", "\\w+_category"),
  tuple: std("tuple", "tie", "make_tuple", "forward_as_tuple", "apply"),
  variant: std("variant", "visit", "get_if", "holds_alternative", "monostate"),
  cstdio: /\bstd::(FILE|fopen|fclose|fread|fwrite|fputs|fprintf|s?n?printf|remove|rename|fflush)\b\(/,
  cstdlib: std("getenv", "exit", "_Exit", "abort", "strto\\w+", "malloc", "free", "system"),
  cstring: std("mem(cpy|cmp|move|set|chr)", "str(len|cmp|ncmp|chr|error)"),
  "doctest/doctest.h": /\b(TEST_CASE|SUBCASE|CHECK|REQUIRE|CAPTURE|INFO)(_\w+)?\s*\(/,
  "nlohmann/json.hpp": /\bnlohmann::/,
};

// The standard says that these bring the other's names, too.
const brought_by = {
  string_view: ["string"],
  system_error: ["charconv", "filesystem", "fstream", "ios", "mutex", "thread"],
  "nlohmann/json.hpp": ["nlohmann/json_fwd.hpp"],
};

const code_of = new Map();
function code(name) {
  if (!code_of.has(name)) {
    const source = read(name);
    code_of.set(name, { bare: bare_code(source).replace(/^\s*#\s*(include|define).*$/gm, ""), included: includes_of(source) });
  }
  return code_of.get(name);
}

// The headers of others that a file reads, directly or through headers of ours; those that the build makes are none of them.
function read_by(file, files) {
  const reached = new Set([file]);
  const others = new Set();
  for (const each of reached) {
    for (const { name } of code(each).included) (files.has(name) ? reached : others).add(name);
  }
  return others;
}

function missing_in(file, files) {
  const headers = read_by(file, files);
  const is_read = (header) => [header, ...(brought_by[header] ?? [])].some((name) => headers.has(name));
  return Object.entries(wanted)
    .filter(([header]) => !is_read(header))
    .map(([header, names]) => [header, names.exec(code(file).bare)])
    .filter(([, used]) => used !== null)
    .map(([header, [used]]) => `${file}: ${used} without <${header}>`);
}

test("every file includes what it uses", () => {
  const files = new Set(cpp_files());
  assert.deepEqual([...files].flatMap((file) => missing_in(file, files)), []);
});

test("a missing header is told from one that is there", () => {
  const files = new Set(["a.hpp", "b.cpp"]);
  code_of.set("a.hpp", { bare: "", included: [{ name: "vector" }] });
  const missing = (bare, ...names) => {
    code_of.set("b.cpp", { bare, included: names.map((name) => ({ name })) });
    return missing_in("b.cpp", files);
  };
  assert.deepEqual(missing("std::vector<int> a;"), ["b.cpp: std::vector without <vector>"]);
  assert.deepEqual(missing("std::vector<int> a;", "vector"), []);
  assert.deepEqual(missing("std::vector<int> a;", "a.hpp"), []);
  assert.deepEqual(missing("std::string_view a;", "string"), []);
  assert.deepEqual(missing("nlohmann::json a;", "string"), ["b.cpp: nlohmann:: without <nlohmann/json.hpp>"]);
});
