// The criteria of docs/accessibility.md with the tests that it names, and what these tests give.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

// [{ criterion, how, tests: [{ file, name }] }]; the name of several tests ends where they differ.
export const criteria_of = () =>
  readFileSync(path.join(root, "docs/accessibility.md"), "utf8")
    .split("\n")
    .filter((line) => /^\| \d/.test(line))
    .map((line) => {
      const [, criterion, how, named] = line.split("|").map((cell) => cell.trim());
      const tests = [...named.matchAll(/`([\w]+\.test\.mjs): ([^`]+)`/g)].map(([, file, name]) => ({ file, name }));
      return { criterion, how, tests };
    });

// { file: { place, text } }.
export function test_files() {
  const folders = ["browser", "engines", "site"].map((name) => path.join(root, "tests", name));
  const places = folders.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)));
  return Object.fromEntries(
    places.filter((place) => place.endsWith(".test.mjs")).map((place) => [path.basename(place), { place, text: readFileSync(place, "utf8") }]),
  );
}

// A row a criterion: what its tests give in Chromium (in WebKitGTK what needs it).
export function criteria() {
  const files = test_files();
  const named = [...new Set(criteria_of().flatMap(({ tests }) => tests.map(({ file }) => file)))];
  const results = named.flatMap((file) => {
    const env = { ...process.env, KONTINGENT_BROWSER: file === "points.test.mjs" ? "webkit" : "chromium" };
    const { stdout } = spawnSync(process.execPath, ["--test", "--test-reporter=tap", files[file].place], { env, encoding: "utf8", maxBuffer: 1 << 26 });
    return [...stdout.matchAll(/^(ok|not ok) \d+ - (.*)$/gm)].map(([, verdict, name]) => ({ file, name, is_ok: verdict === "ok" }));
  });
  return criteria_of().map(({ criterion, how, tests }) => {
    const found = tests.map(({ file, name }) => ({ name, results: results.filter((one) => one.file === file && one.name.startsWith(name.split("${")[0])) }));
    const failed = found.filter(({ results }) => results.length === 0 || results.some(({ is_ok }) => !is_ok));
    const count = found.reduce((sum, { results }) => sum + results.length, 0);
    return [criterion, tests.length === 0 ? how : failed.length === 0 ? `ok, ${count} tests` : `**${failed.map(({ name }) => name).join("; ")}**`];
  });
}
