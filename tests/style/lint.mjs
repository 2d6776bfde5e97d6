// Runs clang-tidy over the C++ sources of the native build, several at a time. A file whose text, headers, flags
// and rules are those of an earlier run without findings is not read again, in whichever checkout it stands: the
// marks of such runs are kept in the cache.
//
//   node tests/style/lint.mjs [BUILD-FOLDER]
//
// Prints the findings and a line with the count; exits 1 when there are any.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, homedir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { root } from "./sources.mjs";

const build = path.resolve(root, process.argv[2] ?? "build/native");
const done = path.join(cache_folder(), "lint");
const tidy = process.env.CLANG_TIDY ?? "clang-tidy-19";
// The build's own compiler may know warnings that clang-tidy does not.
const extra = ["--quiet", "--extra-arg=-Wno-unknown-warning-option"];

function cache_folder() {
  const { KONTINGENT_CACHE, XDG_CACHE_HOME } = process.env;
  return KONTINGENT_CACHE || path.join(XDG_CACHE_HOME || path.join(homedir(), ".cache"), "kontingent");
}

// object file → the headers of ours that it was built from, as ninja recorded them.
function headers_by_object() {
  const output = execFileSync("ninja", ["-C", build, "-t", "deps"], { maxBuffer: 1 << 28 }).toString();
  const headers = new Map();
  let of = [];
  for (const line of output.split("\n")) {
    if (/^\S.*: #deps/.test(line)) headers.set(line.slice(0, line.indexOf(": #deps")), (of = []));
    else if (line.startsWith("    ")) {
      const file = path.resolve(build, line.trim());
      if (file.startsWith(`${root}/`) && !file.startsWith(`${root}/build/`)) of.push(file);
    }
  }
  return headers;
}

function units() {
  const headers = headers_by_object();
  return JSON.parse(readFileSync(path.join(build, "compile_commands.json"), "utf8"))
    .filter(({ file }) => file.startsWith(`${root}/`) && !file.startsWith(`${root}/build/`))
    .map(({ file, command, output }) => ({ file, command, read: headers.get(output) ?? [file] }));
}

const version = execFileSync(tidy, ["--version"]).toString();
const rules = [".clang-tidy", "tests/.clang-tidy"].map((name) => readFileSync(path.join(root, name), "utf8")).join();

function key_of({ file, command, read }) {
  const hash = createHash("sha256").update(version).update(rules).update(extra.join(" ")).update(command.replaceAll(root, "."));
  for (const name of [...new Set([file, ...read])].sort()) hash.update(path.relative(root, name)).update(readFileSync(name));
  return hash.digest("hex").slice(0, 32);
}

async function findings_of(unit) {
  const mark = path.join(done, key_of(unit));
  if (existsSync(mark)) return "";
  try {
    await promisify(execFile)(tidy, ["-p", build, ...extra, unit.file], { maxBuffer: 1 << 26 });
    writeFileSync(mark, `${path.relative(root, unit.file)}\n`);
    return "";
  } catch (error) {
    return error.stdout || error.message;
  }
}

mkdirSync(done, { recursive: true });
const waiting = units();
const count = waiting.length;
let invalid = 0;
async function work() {
  for (let unit = waiting.pop(); unit !== undefined; unit = waiting.pop()) {
    const findings = await findings_of(unit);
    if (findings === "") continue;
    invalid += 1;
    console.log(findings.trim().replaceAll(`${root}/`, ""));
  }
}
await Promise.all(cpus().map(work));
console.log(`lint: ${count} sources, ${invalid} with findings`);
process.exit(invalid > 0 || count === 0 ? 1 : 0);
