// What an ELF file says of its own hardening, read with binutils' readelf.
import { execFileSync } from "node:child_process";
import { openSync, readSync, closeSync } from "node:fs";

const readelf = (...words) => execFileSync("readelf", ["--wide", ...words], { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }).toString();

// Where the file holds what is loaded at an address.
function file_offset(segments, address) {
  const loaded = [...segments.matchAll(/^\s+LOAD\s+0x(\w+) 0x(\w+) 0x\w+ 0x(\w+)/gm)].map((match) => match.slice(1).map((hex) => parseInt(hex, 16)));
  const segment = loaded.find(([, start, size]) => address >= start && address < start + size);
  return segment && address - segment[1] + segment[0];
}

function first_bytes(file, offset) {
  const bytes = Buffer.alloc(4);
  const handle = openSync(file);
  readSync(handle, bytes, 0, 4, offset);
  closeSync(handle);
  return bytes.toString("hex");
}

const landing_pad = "f30f1efa"; // endbr64

// Functions that others may call through a pointer, by the symbol's pattern, that do not begin with a landing pad.
export function functions_without_landing_pad(file, pattern) {
  const segments = readelf("--segments", file);
  const symbols = [...readelf("--symbols", file).matchAll(/^\s*\d+: (\w+)\s+\d+ FUNC\s+GLOBAL \w+\s+\d+ (\S+)/gm)];
  const ours = symbols.map(([, address, name]) => ({ name, address: parseInt(address, 16) })).filter(({ name }) => pattern.test(name));
  const lacking = ours.filter(({ address }) => first_bytes(file, file_offset(segments, address)) !== landing_pad);
  return { checked: ours.length, lacking: lacking.map(({ name }) => name) };
}

// Members of archives, and objects, that their compiler did not mark for the processor's shadow stack and branch tracking.
export function objects_without_branch_protection(file) {
  const output = readelf("--notes", file);
  const objects = output.split(/^File: /m).filter((part) => part.trim() !== "");
  return objects.filter((part) => !/x86 feature: .*IBT.*SHSTK/.test(part)).map((part) => part.split("\n")[0]);
}

// One sentence for each property that a linked program lacks.
export function hardening_errors(file) {
  const header = readelf("--file-header", file);
  const segments = readelf("--segments", file);
  const dynamic = readelf("--dynamic", file);
  const imports = [...readelf("--dyn-syms", file).matchAll(/ UND (\w+)/g)].map(([, name]) => name);
  const stack = /^\s+GNU_STACK\s.*?\s([RWE]+)\s+0x/m.exec(segments);
  const expected = [
    ["position independent (PIE)", /Type:\s+DYN/.test(header) && /FLAGS_1.*\bPIE\b/.test(dynamic)],
    ["read-only relocations (RELRO segment)", /^\s+GNU_RELRO\s/m.test(segments)],
    ["bound before it starts (full RELRO: BIND_NOW)", /\bBIND_NOW\b|FLAGS_1.*\bNOW\b/.test(dynamic)],
    ["a stack that is not executable", stack !== null && !stack[1].includes("E")],
    ["no segment that is writable and executable", !/^\s+LOAD\s.*\sRWE\s/m.test(segments)],
    ["the stack protector (__stack_chk_fail)", imports.includes("__stack_chk_fail")],
    ["checked calls into libc (FORTIFY: a function __…_chk)", imports.some((name) => /^__(?!stack)\w+_chk$/.test(name))],
    ["no search path for libraries (RPATH, RUNPATH)", !/\((RPATH|RUNPATH)\)/.test(dynamic)],
  ];
  return expected.filter(([, holds]) => !holds).map(([what]) => what);
}
