// Reads every include: the arrows between rooms never turn round, and what belongs to one room stays there.
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

function lines_with(source, pattern) {
  return bare_code(source)
    .split("\n")
    .flatMap((text, index) => {
      const found = pattern.exec(text);
      return found ? [{ line: index + 1, what: found[0] }] : [];
    });
}

no_file_may("stand outside the rooms", (file) =>
  rules.room_of(file) === undefined ? [{ line: 1, what: "belongs to no room; see tests/style/rooms.mjs" }] : [],
);

no_file_may("turn an arrow round", (file, source) =>
  includes_of(source)
    .filter(({ name, is_ours }) => is_ours && !rules.rooms[rules.room_of(file)].includes(rules.room_of(name)))
    .map(({ line, name }) => ({ line, what: `${rules.room_of(file)} may not include ${name}` })),
);

no_file_may("name an include other than from the root", (_file, source) =>
  includes_of(source)
    .filter(({ name, is_ours }) => is_ours && !existsSync(path.join(root, name)))
    .map(({ line, name }) => ({ line, what: `there is no ${name} below the root` })),
);

no_file_may("include what another room keeps to itself", (file, source) =>
  includes_of(source).flatMap(({ line, name }) =>
    rules.kept_headers
      .filter(({ pattern, rooms }) => pattern.test(name) && !rooms.includes(rules.room_of(file)))
      .map(({ what }) => ({ line, what: `${name}: ${what} is not for ${rules.room_of(file)}` })),
  ),
);

no_file_may("speak of the browser outside wasm/", (file, source) =>
  rules.room_of(file) === "wasm" ? [] : lines_with(source, rules.browser_words),
);

no_file_may("do input, output, clock, locale or chance in core", (file, source) =>
  rules.room_of(file) !== "core"
    ? []
    : [
        ...includes_of(source)
          .filter(({ name }) => rules.impure_headers.test(name))
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

test("the rules find what they look for", () => {
  assert.equal(rules.room_of("ui/widgets/button.hpp"), "ui/widgets");
  assert.equal(rules.room_of("ui/portal.hpp"), "ui");
  assert.equal(rules.room_of("elsewhere/portal.hpp"), undefined);
  assert.ok(!rules.rooms.core.includes("ui"));
  assert.deepEqual(includes_of('#include "ui/a.hpp"\n# include <chrono>'), [
    { line: 1, name: "ui/a.hpp", is_ours: true },
    { line: 2, name: "chrono", is_ours: false },
  ]);
  for (const header of ["fstream", "chrono", "locale", "time.h", "ctime", "sys/stat.h"]) {
    assert.match(header, rules.impure_headers);
  }
  for (const header of ["string", "charconv", "cstdint", "expected"]) assert.doesNotMatch(header, rules.impure_headers);
  assert.deepEqual(lines_with('int a; // throw\nthrow "x";\nauto b = "try";', rules.throwing_words), [
    { line: 2, what: "throw" },
  ]);
  assert.deepEqual(lines_with("auto a = 1'000; char b = '\"';\n#ifdef __EMSCRIPTEN__", rules.browser_words), [
    { line: 2, what: "__EMSCRIPTEN__" },
  ]);
});
