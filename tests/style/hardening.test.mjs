// The built program, which is what is shipped, is hardened as cmake/hardening.cmake says. And the checks can fail: a program
// built without any hardening has every error.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { functions_without_landing_pad, hardening_errors, objects_without_branch_protection } from "./elf.mjs";
import { root } from "./sources.mjs";

const build = path.join(root, "build/native");
const program = path.join(build, "kontingent");
const is_elf = existsSync(program) && readFileSync(program).subarray(1, 4).toString() === "ELF";
const skip = is_elf || process.platform === "linux" ? false : "not an ELF system";
const skip_x86 = skip || (process.arch === "x64" ? false : "landing pads are looked for on x86-64 only");
const ours = /^_ZNK?10kontingent/;

// The build's own names of everything the program is linked from.
function linked_files() {
  const inputs = execFileSync("ninja", ["-C", build, "-t", "query", "kontingent"]).toString();
  return [...inputs.matchAll(/^\s+(?:\| )?(\S+\.(?:a|o))$/gm)].map(([, name]) => path.join(build, name));
}

function compile(folder, options) {
  const output = path.join(folder, "program");
  const source = "extern \"C\" int puts(const char*);\nnamespace kontingent { void out(const char* text) { puts(text); } }\nint main() { kontingent::out(\"\"); }\n";
  execFileSync(process.env.CXX ?? "c++", ["-x", "c++", ...options, "-o", output, "-"], { input: source });
  return output;
}

function with_folder(use) {
  const folder = mkdtempSync(path.join(tmpdir(), "kontingent-elf-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the program is hardened", { skip }, () => {
  assert.deepEqual(hardening_errors(program), []);
});

// The program imports __stack_chk_fail as soon as one file has the stack protector; whether all have it, their commands tell.
test("every file of the program is compiled with stack protector, FORTIFY and the optimisation that FORTIFY needs", { skip }, () => {
  const commands = execFileSync("ninja", ["-C", build, "-t", "commands", "kontingent"], { maxBuffer: 1 << 28 }).toString().split("\n");
  const compiling = commands.filter((command) => / -c \S+\.(cpp|cxx)$/.test(command));
  assert.ok(compiling.length > 3, `${compiling.length} commands`);
  const wanted = [/ -fstack-protector-strong\b/, / -fstack-clash-protection\b/, / -D_FORTIFY_SOURCE=3\b/, / -O[123s]\b/, / -fPIE\b/];
  assert.deepEqual(compiling.filter((command) => !wanted.every((flag) => flag.test(command))), []);
});

test("every object of the program protects branches and returns (CET)", { skip: skip_x86 }, () => {
  const files = linked_files();
  assert.ok(files.length >= 3, files.join(" "));
  assert.deepEqual(files.flatMap(objects_without_branch_protection), []);
});

test("every function of ours begins with a landing pad", { skip: skip_x86 }, () => {
  const { checked, lacking } = functions_without_landing_pad(program, ours);
  assert.ok(checked > 300, `${checked} functions found`);
  assert.deepEqual(lacking, []);
});

test("the checks find what a program without hardening lacks", { skip: skip_x86 }, () => {
  const bare = ["-O1", "-no-pie", "-fno-stack-protector", "-U_FORTIFY_SOURCE", "-fcf-protection=none", "-Wl,-z,norelro", "-Wl,-z,lazy", "-Wl,-z,execstack", "-Wl,-rpath,/nowhere"];
  with_folder((folder) => {
    const unhardened = compile(folder, bare);
    assert.equal(hardening_errors(unhardened).length, 7, hardening_errors(unhardened).join("; "));
    assert.deepEqual(functions_without_landing_pad(unhardened, ours), { checked: 1, lacking: ["_ZN10kontingent3outEPKc"] });
    assert.equal(objects_without_branch_protection(unhardened).length, 1);
  });
});
