// Divides a WebAssembly module in two, with Binaryen's wasm-split:
//   node split_module.mjs --tools FOLDER --input WHOLE.wasm --primary OUT.wasm --deferred OUT.wasm -- PASSES…
// The deferred module gets the functions that are reached only through functions with a DeferredCode among their
// parameters (ui/deferred.hpp), which the names of the whole module tell. It works on the primary's memory and table. The
// passes of wasm-opt run over both.
import { execFileSync } from "node:child_process";
import { rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const is_entry = (name) => /\((?:.*, )?kontingent::ui::DeferredCode[,)]/.test(name);
// What the link leaves out of the module's own list of features (cmake/wasm_options.cmake has the compiler's).
const features = ["bulk-memory", "bulk-memory-opt", "nontrapping-float-to-int", "sign-ext", "mutable-globals"].map((name) => `--enable-${name}`);

// wasm-opt's picture of a module's calls: `calls`, name → names; `roots`, what is called from outside or by its address.
export function read_call_graph(text) {
  const calls = new Map();
  const roots = new Set();
  for (const line of text.split("\n")) {
    const call = /^ {2}"(.*)" -> "(.*)"; \/\/ call$/.exec(line);
    if (call) {
      if (!calls.has(call[1])) calls.set(call[1], new Set());
      calls.get(call[1]).add(call[2]);
      continue;
    }
    const [, name, style] = /^ {2}"(.*)" \[style="(.*)\];$/.exec(line) ?? [];
    if (name === undefined) continue;
    if (!calls.has(name)) calls.set(name, new Set());
    if (style !== 'filled", fillcolor="white"') roots.add(name);
  }
  return { calls, roots };
}

function reached({ calls, roots }, is_closed) {
  const found = new Set([...roots].filter((name) => !is_closed(name)));
  for (const name of found) for (const called of calls.get(name) ?? []) if (!is_closed(called)) found.add(called);
  return found;
}

// The functions of the deferred module, and those among them by which it is entered.
export function deferred_functions(graph) {
  const at_once = reached(graph, is_entry);
  const names = [...reached(graph, () => false)].filter((name) => !at_once.has(name));
  return { names, entries: names.filter(is_entry), by_address: [...graph.roots].filter(is_entry) };
}

function split({ tools, input, primary, deferred }, passes) {
  const run = (tool, ...args) => execFileSync(path.join(tools, tool), [...features, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  const { names, entries, by_address } = deferred_functions(read_call_graph(run("wasm-opt", input, "--print-call-graph")));
  if (entries.length === 0) throw new Error(`${input} has no function that takes a DeferredCode, or no names`);
  if (by_address.length > 0) throw new Error(`called by address, so that nothing can ask before: ${by_address.join("; ")}`);
  const list = `${deferred}.txt`;
  writeFileSync(list, `${names.join("\n")}\n`);
  const parts = [primary, deferred].map((file) => `${file}.part`);
  run("wasm-split", input, "--split-funcs", `@${list}`, "--no-placeholders", "-o1", parts[0], "-o2", parts[1]);
  for (const [at, file] of [primary, deferred].entries()) {
    run("wasm-opt", parts[at], ...passes, "--strip-debug", "-o", file);
    rmSync(parts[at]);
  }
  console.log(`${path.basename(primary)}: ${statSync(primary).size} bytes; ${path.basename(deferred)}: ${statSync(deferred).size}, ${names.length} functions behind ${entries.length}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = Object.fromEntries(["tools", "input", "primary", "deferred"].map((name) => [name, { type: "string" }]));
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  split(values, positionals);
}
