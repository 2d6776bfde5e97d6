// The repository's own files, as the style tests read them.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

// Names, from the root, of the files that are committed or would be (new ones that git does not ignore).
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

// The code without comments and without what stands in quotes; lines stay where they are.
export function bare_code(source) {
  const literal = /\/\/[^\n]*|\/\*[^]*?\*\/|R"([^(\s]*)\([^]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'/g;
  // A digit separator (1'000) is no quote.
  return source
    .replace(/(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])/g, "")
    .replace(literal, (text) => (text.startsWith("/") ? "" : '""') + text.replace(/[^\n]/g, ""));
}

// [{ line, name, is_ours }]: is_ours for "…", not for <…>.
export function includes_of(source) {
  return source.split("\n").flatMap((text, index) => {
    const found = /^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)/.exec(text);
    return found ? [{ line: index + 1, name: found[1] ?? found[2], is_ours: found[1] !== undefined }] : [];
  });
}
