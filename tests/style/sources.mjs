// The repository's own files, for the style tests.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export { bare_code, includes_of } from "../../cmake/cpp_code.mjs";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

// Names, from the root, of files that are committed or new and not ignored.
export function repository_files() {
  const output = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  return [...new Set(output.toString().split("\0"))].filter((name) => name !== "").sort();
}

export function cpp_files() {
  return repository_files().filter((name) => /\.(cpp|hpp)$/.test(name));
}

export function read(name) {
  return readFileSync(path.join(root, name), "utf8");
}
