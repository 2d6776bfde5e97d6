// No file and no function is longer than a reader takes in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { declarations_of } from "../../cmake/cpp_code.mjs";
import { functions_of as javascript_functions_of } from "./javascript.mjs";
import { read, repository_files } from "./sources.mjs";

const file_lines_max = 400;
const function_lines_max = 60;

// Longer ones that are still there. A line that is no longer needed fails the test: take it out.
const exceptions = [
];

const folders = /^(core|ui|wasm|cli|endpoint|site|script|cmake|templates|documents|languages|tests)\//;
const code = repository_files().filter((name) => folders.test(name) && /\.(cpp|hpp|mjs|js|css)$/.test(name));

// A test case is a table of rows rather than steps to follow: tests may have longer ones.
function functions_of(name) {
  if (name.startsWith("tests/") && !name.startsWith("tests/style/")) return [];
  if (/\.(cpp|hpp)$/.test(name)) return declarations_of(read(name)).functions;
  return /\.m?js$/.test(name) ? javascript_functions_of(read(name)) : [];
}

// name → lines of what is too long.
function too_long() {
  const files = code.map((name) => [name, read(name).split("\n").length - 1]).filter(([, lines]) => lines > file_lines_max);
  const functions = code.flatMap((file) =>
    functions_of(file)
      .filter(({ lines }) => lines > function_lines_max)
      .map(({ name, lines, line }) => [`${file} ${name}`, lines, line]),
  );
  return [...files, ...functions];
}

test(`no file has more than ${file_lines_max} lines, no function more than ${function_lines_max}`, () => {
  assert.ok(code.length > 100, "the code was not found");
  const errors = too_long().filter(([name]) => !exceptions.includes(name));
  assert.deepEqual(errors.map(([name, lines, line]) => `${name}${line ? `, line ${line}` : ""}: ${lines} lines`), []);
});

test("every exception is still needed", () => {
  const names = new Set(too_long().map(([name]) => name));
  assert.deepEqual(exceptions.filter((name) => !names.has(name)), []);
});

test("functions are found, with their lengths", () => {
  const cpp = [
    "namespace a {",
    'int plain(int b = 1) { return b; } // {',
    "struct S {",
    "    S() : first_{1},",
    "          second_(2) {",
    '        call("{");',
    "    }",
    "    bool operator==(S const&) const = default;",
    "    int first_{0}, second_;",
    "};",
    "constexpr std::array rows{1, 2};",
    "template <typename T> auto longer(T const& value) -> std::vector<T> {",
    "    auto const inner = [&] {",
    "        if (value) { return 1; }",
    "        return 2;",
    "    };",
    "    return {value};",
    "}",
    "auto const lambda = [](int x) {",
    "    return x;",
    "};",
    "} // namespace a",
  ].join("\n");
  assert.deepEqual(declarations_of(cpp).functions, [
    { name: "plain", line: 2, lines: 1 },
    { name: "S", line: 4, lines: 4 },
    { name: "longer", line: 12, lines: 7 },
    { name: "lambda", line: 19, lines: 3 },
  ]);
  const javascript = 'const f = (a) =>\n  `${a}`;\nclass C {\n  m() {\n    return function () {};\n  }\n}\nexport async function g() { await f("}"); }\n';
  assert.deepEqual(javascript_functions_of(javascript), [
    { name: "f", line: 1, lines: 2 },
    { name: "m", line: 4, lines: 3 },
    { name: "a function without a name", line: 5, lines: 1 },
    { name: "g", line: 8, lines: 1 },
  ]);
});
