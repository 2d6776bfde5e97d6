// Runs clang-tidy over the C++ sources of the native build. Most of clang-tidy's time goes into the standard library's
// headers, so sources with the same flags are read in groups, as cmake/unity.mjs makes them. A group whose text,
// headers, flags and rules had no findings in an earlier run is not read again, in whichever checkout it is: the
// marks of such runs are kept in the cache.
//
//   node tests/style/lint.mjs [BUILD-FOLDER]
//
// Prints the findings and a line with the count; exits 1 when there are any.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, homedir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { includes_of } from "../../cmake/cpp_code.mjs";
import { groups_of, headers_of } from "../../cmake/unity.mjs";
import { root } from "./sources.mjs";

const build = path.resolve(root, process.argv[2] ?? "build/native");
const combined_folder = path.join(root, "build/lint");
// clang-tidy's checks look at the library's headers, too: with larger groups than the build's it has less to read.
const lines_max = 8000;
const done = path.join(cache_folder(), "lint");
const tidy = process.env.CLANG_TIDY ?? "clang-tidy-19";
// The build's own compiler may know warnings that clang-tidy does not.
const extra = ["--quiet", "--extra-arg=-Wno-unknown-warning-option"];

function cache_folder() {
  const { KONTINGENT_CACHE, XDG_CACHE_HOME } = process.env;
  return KONTINGENT_CACHE || path.join(XDG_CACHE_HOME || path.join(homedir(), ".cache"), "kontingent");
}

// "{file}" and "{output}" are the places of both in the command.
const output_of = (command) => / -o (\S+)/.exec(command)[1];
function compiled_sources() {
  const generated = `${root}/build/`;
  return JSON.parse(readFileSync(path.join(build, "compile_commands.json"), "utf8")).flatMap(({ file, command }) => {
    const flags = command.replaceAll(output_of(command), "{output}").replaceAll(file, "{file}");
    // The build may have its own groups.
    const files = /\/unity_\w+\.cxx$/.test(file) ? includes_of(readFileSync(file, "utf8")).map(({ name }) => name) : [file];
    return files.filter((each) => each.startsWith(`${root}/`) && !each.startsWith(generated)).map((each) => ({ file: each, flags }));
  });
}

// Definitions and folders of headers. What else a command has, such as hardening, makes no difference to the rules.
const settings = / -[DI]\S+| -isystem \S+/g;

const size_of = ({ files }) => files.reduce((sum, file) => sum + statSync(file).size, 0);

// [{ flags, files }, …], the largest last: it is read first, so that it does not go on alone at the end. Groups hold files
// of several targets, with the settings of all of them. Tests have rules of their own, so they share no group with other code.
function units() {
  const [tests, rooms] = [[], []];
  for (const source of compiled_sources()) (source.file.startsWith(`${root}/tests/`) ? tests : rooms).push(source);
  return [rooms, tests].flatMap((alike) => {
    const all = new Set(alike.flatMap(({ flags }) => [...flags.matchAll(settings)].map(([setting]) => setting)));
    const flags = alike[0].flags.replace(settings, "").replace(" -c ", `${[...all].join("")} -c `);
    return groups_of([...new Set(alike.map(({ file }) => file))], lines_max).map((files) => ({ flags, files }));
  }).sort((one, other) => size_of(one) - size_of(other));
}

const version = execFileSync(tidy, ["--version"]).toString();
const rules = [".clang-tidy", "tests/.clang-tidy"].map((name) => readFileSync(path.join(root, name), "utf8")).join();

function key_of({ files, flags }) {
  const hash = createHash("sha256").update(version).update(rules).update(extra.join(" ")).update(flags.replaceAll(root, "."));
  for (const name of [...new Set([...files, ...files.flatMap(headers_of)])].sort()) hash.update(path.relative(root, name)).update(readFileSync(name));
  return hash.digest("hex").slice(0, 32);
}

// Writes a source for each group, and the commands that compile them. The rules that hold for a folder's files hold for
// the combined sources, too.
function write_combined(list) {
  rmSync(combined_folder, { recursive: true, force: true });
  mkdirSync(path.join(combined_folder, "tests"), { recursive: true });
  copyFileSync(path.join(root, "tests/.clang-tidy"), path.join(combined_folder, "tests/.clang-tidy"));
  const commands = [];
  for (const [number, unit] of list.entries()) {
    const folder = unit.files[0].startsWith(`${root}/tests/`) ? "tests" : ".";
    unit.combined = path.join(combined_folder, folder, `${number}.cpp`);
    writeFileSync(unit.combined, unit.files.map((file) => `#include "${file}"\n`).join(""));
    const command_for = (file) => unit.flags.replaceAll("{file}", file).replaceAll("{output}", "unused.o");
    // In a group a local name may hide another file's own; the native build warns in each file by itself.
    commands.push({ directory: build, file: unit.combined, command: `${command_for(unit.combined)} -Wno-shadow` });
    for (const file of unit.files) commands.push({ directory: build, file, command: command_for(file) });
  }
  writeFileSync(path.join(combined_folder, "compile_commands.json"), JSON.stringify(commands));
}

async function findings_in(file) {
  try {
    await promisify(execFile)(tidy, ["-p", combined_folder, ...extra, file], { maxBuffer: 1 << 26 });
    return "";
  } catch (error) {
    return error.stdout || error.message;
  }
}

async function findings_of(unit) {
  const mark = path.join(done, key_of(unit));
  if (existsSync(mark)) return "";
  let findings = await findings_in(unit.combined);
  // What cannot be compiled together is read one by one.
  if (findings.includes("[clang-diagnostic-error]") && unit.files.length > 1) {
    findings = "";
    for (const file of unit.files) findings += await findings_in(file);
  }
  if (findings === "") writeFileSync(mark, `${unit.files.map((file) => path.relative(root, file)).join("\n")}\n`);
  return findings;
}

mkdirSync(done, { recursive: true });
const waiting = units();
write_combined(waiting);
const count = waiting.reduce((sum, { files }) => sum + files.length, 0);
const groups = waiting.length;
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
console.log(`lint: ${count} sources in ${groups} groups, ${invalid} groups with findings`);
process.exit(invalid > 0 || count === 0 ? 1 : 0);
