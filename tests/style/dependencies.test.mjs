// Reads every include: rooms depend on each other in one direction, and what belongs to one room is used there alone.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import * as rules from "./rooms.mjs";
import { bare_code, cpp_files, includes_of, read, root } from "./sources.mjs";

const files = cpp_files();

// `find` gives the errors of one file as [{ line, what }].
function no_file_may(name, find) {
  test(`no file may ${name}`, () => {
    assert.ok(files.length > 0, "no C++ file was found");
    const errors = files.flatMap((file) => find(file, read(file)).map(({ line, what }) => `${file}:${line}: ${what}`));
    assert.deepEqual(errors, []);
  });
}

// Rings of includes, as "a → b → a".
function cycles_in(included) {
  const done = new Set();
  const rings = new Set();
  function follow(file, way) {
    if (way.includes(file)) {
      const ring = way.slice(way.indexOf(file));
      const first = ring.indexOf([...ring].sort()[0]);
      rings.add([...ring.slice(first), ...ring.slice(0, first), ring[first]].join(" → "));
    } else if (!done.has(file)) {
      for (const next of included.get(file) ?? []) follow(next, [...way, file]);
      done.add(file);
    }
  }
  for (const file of included.keys()) follow(file, []);
  return [...rings];
}

function lines_with(source, pattern) {
  return bare_code(source)
    .split("\n")
    .flatMap((text, index) => {
      const found = pattern.exec(text);
      return found ? [{ line: index + 1, what: found[0] }] : [];
    });
}

no_file_may("be outside the rooms", (file) =>
  rules.room_of(file) === undefined ? [{ line: 1, what: "belongs to no room; see tests/style/rooms.mjs" }] : [],
);

// "file header" → the line of the include and what it breaks.
function wrong_includes() {
  const found = new Map();
  for (const file of files) {
    const allowed = rules.rooms[rules.room_of(file)] ?? [];
    for (const { line, name, is_ours } of includes_of(read(file))) {
      if (is_ours && !allowed.includes(rules.room_of(name)))
        found.set(`${file} ${name}`, `${file}:${line}: ${rules.room_of(file)} may not include ${name}`);
    }
  }
  return found;
}

test("no file includes a room that its own may not use", () => {
  const found = wrong_includes();
  assert.deepEqual([...found].filter(([key]) => !rules.exceptions.includes(key)).map(([, error]) => error), []);
});

test("every exception in rooms.mjs is still needed", () => {
  const found = wrong_includes();
  assert.deepEqual(rules.exceptions.filter((key) => !found.has(key)), []);
  const is_included = (key) => includes_of(read(key.split(" ")[0])).some(({ name }) => name === key.split(" ")[1]);
  assert.deepEqual(rules.impure_exceptions.filter((key) => !is_included(key)), []);
});

test("no file includes itself by way of others", () => {
  const included = new Map(files.map((file) => [file, includes_of(read(file)).filter(({ is_ours }) => is_ours).map(({ name }) => name)]));
  assert.deepEqual(cycles_in(included), []);
});

no_file_may("name an include other than from the root", (_file, source) =>
  includes_of(source)
    .filter(({ name, is_ours }) => is_ours && !existsSync(path.join(root, name)))
    .map(({ line, name }) => ({ line, what: `there is no ${name} below the root` })),
);

no_file_may("include a library that another room keeps to itself", (file, source) =>
  includes_of(source).flatMap(({ line, name }) =>
    rules.kept_headers
      .filter(({ pattern, rooms }) => pattern.test(name) && !rooms.includes(rules.room_of(file)))
      .map(({ what }) => ({ line, what: `${name}: ${what} is not for ${rules.room_of(file)}` })),
  ),
);

no_file_may("name the browser or Emscripten outside wasm/", (file, source) =>
  rules.room_of(file) === "wasm" ? [] : lines_with(source, rules.browser_words),
);

no_file_may("use input, output, a clock, a locale or chance in core", (file, source) =>
  !file.startsWith("core/")
    ? []
    : [
        ...includes_of(source)
          .filter(({ name }) => rules.impure_headers.test(name) && !rules.impure_exceptions.includes(`${file} ${name}`))
          .map(({ line, name }) => ({ line, what: `<${name}>` })),
        ...lines_with(source, rules.impure_words),
      ],
);

no_file_may("throw in core, ui or wasm", (file, source) =>
  /^(core|ui|wasm)\//.test(file) ? lines_with(source, rules.throwing_words) : [],
);

no_file_may("lack #pragma once in a header", (file, source) =>
  file.endsWith(".hpp") && !/^#pragma once$/m.test(source) ? [{ line: 1, what: "no #pragma once" }] : [],
);

test("the rules find what they forbid", () => {
  assert.equal(rules.room_of("ui/widgets/button.hpp"), "ui/widgets");
  assert.equal(rules.room_of("ui/portal.hpp"), "ui");
  assert.equal(rules.room_of("elsewhere/portal.hpp"), undefined);
  assert.ok(!rules.rooms["core/base"].includes("core/json"));
  assert.deepEqual(cycles_in(new Map([["a", ["b", "d"]], ["b", ["c"]], ["c", ["b", "a"]], ["d", []]])), ["b → c → b", "a → b → c → a"]);
  assert.deepEqual(includes_of('#include "ui/a.hpp"\n# include <chrono>'), [
    { line: 1, name: "ui/a.hpp", is_ours: true },
    { line: 2, name: "chrono", is_ours: false },
  ]);
  for (const header of ["fstream", "locale", "time.h", "ctime", "sys/stat.h"]) {
    assert.match(header, rules.impure_headers);
  }
  for (const header of ["string", "charconv", "cstdint", "chrono", "expected"]) assert.doesNotMatch(header, rules.impure_headers);
  for (const word of ["std::chrono::system_clock::now()", "steady_clock", "utc_clock", "current_zone()"]) assert.match(word, rules.impure_words);
  for (const word of ["std::chrono::year_month_day", "std::chrono::weekday", "sys_days"]) assert.doesNotMatch(word, rules.impure_words);
  assert.deepEqual(lines_with('int a; // throw\nthrow "x";\nauto b = "try";', rules.throwing_words), [
    { line: 2, what: "throw" },
  ]);
  assert.deepEqual(lines_with("auto a = 1'000; char b = '\"';\n#ifdef __EMSCRIPTEN__", rules.browser_words), [
    { line: 2, what: "__EMSCRIPTEN__" },
  ]);
});
