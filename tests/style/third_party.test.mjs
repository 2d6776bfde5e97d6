// Third-party sources are what cmake/third_party.txt pins: script/third-party refuses any other content and names what it
// expected.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { read, root } from "./sources.mjs";

const lines = read("cmake/third_party.txt").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
const script = path.join(root, "script/third-party");
// name → [version, folder]
const sources = new Map(
  execFileSync(script, ["--folders"], { encoding: "utf8" }).trim().split("\n").map((line) => line.split(" ")).map(([name, ...rest]) => [name, rest]),
);
const is_unpacked = [...sources.values()].every(([, folder]) => existsSync(folder));
const skip = is_unpacked ? false : "the sources were not taken from Debian here";

for (const line of lines) {
  test(`the line of ${line.split(" ")[0]} pins a commit and a content, and states its licence`, () => {
    const field = "[^ ]+";
    const form = new RegExp(`^[a-z0-9-]+ ${field} [0-9a-f]{40} https://${field} (source:${field}|package:[^: ]+:[^: ]+) ${field} [0-9a-f]{64} [A-Za-z0-9.-]+ (nothing|site|program|site,program)$`);
    assert.match(line, form);
  });
}

// A cache with copies of all sources, for a test to alter.
function with_cache(use) {
  const cache = mkdtempSync(path.join(tmpdir(), "kontingent-third-party-"));
  try {
    const folder_of = (name) => path.join(cache, "third-party", path.basename(sources.get(name)[1]));
    for (const [name, [, folder]] of sources) cpSync(folder, folder_of(name), { recursive: true });
    return use(cache, folder_of);
  } finally {
    rmSync(cache, { recursive: true });
  }
}

const run = (cache) => spawnSync(script, [], { encoding: "utf8", env: { ...process.env, KONTINGENT_CACHE: cache } });

test("sources with the pinned content are accepted without a word", { skip }, () => {
  with_cache((cache) => {
    const { status, stdout, stderr } = run(cache);
    assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: "", stderr: "" });
  });
});

const alterations = [
  ["a byte more", "imgui", (folder) => appendFileSync(path.join(folder, "imgui.h"), "\n")],
  ["a file more", "imgui", (folder) => writeFileSync(path.join(folder, "new.h"), "")],
  ["a file less", "doctest", (folder) => rmSync(path.join(folder, "doctest/doctest.h"))],
  ["a file of another name", "nlohmann-json", (folder) => renameSync(path.join(folder, "LICENSE.MIT"), path.join(folder, "LICENSE"))],
];
for (const [what, name, alter] of alterations) {
  test(`sources with ${what} are refused, and the expected version is named`, { skip }, () => {
    with_cache((cache, folder_of) => {
      alter(folder_of(name));
      const { status, stderr } = run(cache);
      assert.equal(status, 1);
      assert.ok(stderr.includes(`${name} ${sources.get(name)[0]} that cmake/third_party.txt expects`), stderr);
    });
  });
}
