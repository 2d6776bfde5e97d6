// How the portal's module is divided: the deferred part has what is reached only through functions with a DeferredCode.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { deferred_functions, read_call_graph } from "../../cmake/split_module.mjs";

const wasm = fileURLToPath(new URL("../../build/wasm/", import.meta.url));
const entry = "draw_form(kontingent::ui::DeferredCode, kontingent::ui::Frame&)";

// As wasm-opt prints it: calls, an export, and functions whose address is taken.
function graph_of(calls, { exported = ["frame"], by_address = [] } = {}) {
  const names = [...new Set(calls.flat())];
  const text = [
    "digraph call {",
    ...names.map((name) => `  "${name}" [style="filled", fillcolor="white"];`),
    ...exported.map((name) => `  "${name}" [style="filled", fillcolor="gray"];`),
    ...calls.map(([from, to]) => `  "${from}" -> "${to}"; // call`),
    ...by_address.map((name) => `  "${name}" [style="filled, rounded"];`),
    "}",
  ].join("\n");
  return deferred_functions(read_call_graph(text));
}

test("what only an entry reaches is deferred, what both reach is not, and neither is what has its address taken", () => {
  const calls = [["frame", "both"], ["frame", entry], [entry, "only"], [entry, "both"], [entry, "table"], ["only", "deep"], ["nobody", "unreached"]];
  const { names, entries, by_address } = graph_of(calls, { by_address: ["table"] });
  assert.deepEqual(names.sort(), ["deep", entry, "only"].sort());
  assert.deepEqual(entries, [entry]);
  assert.deepEqual(by_address, []);
});

test("an entry whose address is taken is named: nothing could ask before it is called", () => {
  assert.deepEqual(graph_of([["frame", entry]], { by_address: [entry] }).by_address, [entry]);
});

test("functions that only mention a DeferredCode are no entries", () => {
  const others = ["deferred_code(kontingent::ui::DeferredState)", "std::optional<kontingent::ui::DeferredCode>::value()"];
  assert.deepEqual(graph_of(others.map((name) => ["frame", name])).names, []);
});

test("the built portal has explanations, request and past hours in its deferred part, and the comparison not", () => {
  const names = readFileSync(path.join(wasm, "deferred.wasm.txt"), "utf8");
  for (const name of ["ui::draw_lower_part(", "ui::draw_break_even(", "ui::draw_triage_card(", "ui::draw_history(", "ui::check("]) assert.ok(names.includes(name), name);
  for (const name of ["ui::draw_compare(", "ui::draw_answer(", "export_"]) assert.ok(!names.includes(name), name);
  const [portal, deferred] = ["portal.wasm", "deferred.wasm"].map((file) => new WebAssembly.Module(readFileSync(path.join(wasm, file))));
  const given = new Set(WebAssembly.Module.exports(portal).map(({ name }) => name));
  assert.deepEqual(WebAssembly.Module.imports(deferred).filter(({ module, name }) => module !== "primary" || !given.has(name)), []);
  assert.deepEqual(WebAssembly.Module.exports(deferred), []);
  // No placeholder: what is not asked for first cannot be called.
  assert.deepEqual([...new Set(WebAssembly.Module.imports(portal).map(({ module }) => module))].sort(), ["env", "page"]);
});
