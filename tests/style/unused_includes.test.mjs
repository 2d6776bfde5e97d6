// No file includes a header of which it uses nothing. A header of ours is used when one of the names it declares is
// written in the file, a standard header when a name of its is; headers that are not listed here are left alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bare_code, cpp_files, includes_of, read } from "./sources.mjs";

const ranges_and_std = (...names) => new RegExp(`\\bstd::(ranges::|views::)?(${names.join("|")})\\b`);
const std = (...names) => new RegExp(`\\bstd::(${names.join("|")})\\b`);

const standard_headers = {
  algorithm: ranges_and_std(
    ...["all_of", "any_of", "none_of", "for_each", "for_each_n", "count", "count_if", "find\\w*", "adjacent_find", "search", "search_n", "mismatch"],
    ...["equal", "contains", "starts_with", "ends_with", "copy", "copy_if", "copy_n", "move_backward", "swap_ranges", "transform", "replace\\w*"],
    ...["fill", "fill_n", "generate\\w*", "remove\\w*", "unique", "reverse", "rotate", "shuffle", "sample", "is_sorted\\w*", "sort", "stable_sort"],
    ...["partial_sort", "nth_element", "lower_bound", "upper_bound", "equal_range", "binary_search", "partition\\w*", "stable_partition", "merge"],
    ...["inplace_merge", "includes", "set_\\w+", "min", "max", "minmax", "clamp", "min_element", "max_element", "minmax_element"],
    ...["lexicographical_compare\\w*", "next_permutation", "prev_permutation", "push_heap", "pop_heap", "make_heap", "sort_heap", "is_permutation"],
  ),
  array: std("array", "to_array"),
  atomic: std("atomic\\w*", "memory_order\\w*"),
  charconv: std("from_chars\\w*", "to_chars\\w*", "chars_format"),
  chrono: /\bchrono\b|_clock\b/,
  cmath: std("floor", "ceil", "round", "lround", "llround", "trunc", "sqrt", "pow", "exp", "log\\w*", "abs", "fabs", "fmod", "isfinite", "isnan", "hypot", "sin", "cos", "lerp"),
  condition_variable: std("condition_variable\\w*"),
  csignal: /\bSIG\w+\b|\b(signal|raise|kill|sig\w+)\b/,
  cstddef: std("size_t", "ptrdiff_t", "nullptr_t", "byte", "max_align_t"),
  cstdint: /\b(std::)?u?int(_fast|_least)?(8|16|32|64|ptr|max)_t\b/,
  deque: std("deque"),
  expected: std("expected", "unexpected"),
  filesystem: /\bfilesystem\b/,
  fstream: std("[io]?fstream"),
  functional: std("function", "move_only_function", "invoke", "bind\\w*", "ref", "cref", "hash", "less\\w*", "greater\\w*", "equal_to", "plus", "minus", "identity", "ranges::\\w+"),
  initializer_list: /\binitializer_list\b|:\s*\{/, // also the range of a loop
  iosfwd: std("[io]?\\w*stream"),
  limits: std("numeric_limits"),
  list: std("list"),
  map: std("map", "multimap"),
  memory: std("unique_ptr", "shared_ptr", "weak_ptr", "make_unique", "make_shared", "addressof", "enable_shared_from_this", "allocator\\w*"),
  mutex: std("\\w*mutex", "lock_guard", "unique_lock", "scoped_lock", "once_flag", "call_once"),
  numeric: std("accumulate", "reduce", "iota", "gcd", "lcm", "partial_sum", "inner_product", "midpoint"),
  optional: std("optional", "nullopt\\w*", "make_optional"),
  ostream: /\bostream\b|<</,
  random: std("\\w*_distribution", "mt19937\\w*", "random_device", "minstd_rand\\w*", "default_random_engine"),
  set: std("set", "multiset"),
  span: std("span", "as_bytes", "as_writable_bytes", "dynamic_extent"),
  sstream: std("[io]?stringstream"),
  string: std("string", "to_string", "sto\\w+", "getline", "char_traits", "u8string"),
  string_view: /\bstd::(string_view|u8string_view)\b|""sv\b/,
  thread: std("j?thread", "this_thread\\w*", "stop_token"),
  tuple: std("tuple", "tie", "get", "make_tuple", "forward_as_tuple", "apply"),
  unordered_map: std("unordered_\\w*map"),
  unordered_set: std("unordered_\\w*set"),
  utility: std("move", "forward", "pair", "make_pair", "exchange", "swap", "as_const", "to_underlying", "in_place\\w*", "cmp_\\w+", "in_range", "unreachable", "\\w*index_sequence\\w*", "declval"),
  variant: std("variant", "visit", "get", "get_if", "holds_alternative", "monostate", "in_place\\w*"),
  vector: std("vector"),
};

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
