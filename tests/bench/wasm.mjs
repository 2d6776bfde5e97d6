// Core as the module build/wasm/bench.wasm (tests/bench/module.cpp), as measure.mjs times it.
export async function open({ catalogue_text, wasm }) {
  const { instance } = await WebAssembly.instantiate(wasm, { env: { emscripten_notify_memory_growth() {} } });
  const { exports } = instance;
  exports._initialize();
  const catalogue = new TextEncoder().encode(catalogue_text);
  const address = exports.receive(catalogue.length);
  new Uint8Array(exports.memory.buffer, address, catalogue.length).set(catalogue);
  exports.begin();
  const results_at = (address) =>
    Array.from(new BigInt64Array(exports.memory.buffer, address, exports.result_count()), Number);
  return {
    quotes: exports.quotes,
    quote_results: () => results_at(exports.quote_results()),
    trials: (memory = 0) => results_at(exports.trials(memory)),
  };
}
