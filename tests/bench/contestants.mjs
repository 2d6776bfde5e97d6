// The contestants on the JavaScript side; native.cpp is the native one.
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const catalogue_file = "site/catalogue/catalogue.json";
export const wasm_file = "build/wasm/bench.wasm";

export const contestants = {
  wasm: { title: "core as WebAssembly", module: "wasm.mjs", tasks: ["quotes", "trials", "memory"] },
  plain: { title: "plain JavaScript, typed arrays", module: "plain/contestant.mjs", tasks: ["quotes", "trials"] },
  dinero: { title: "JavaScript on dinero.js", module: "dinero.mjs", tasks: ["quotes"] },
};

export const inputs = () => ({
  catalogue_text: readFileSync(path.join(root, catalogue_file), "utf8"),
  wasm: readFileSync(path.join(root, wasm_file)),
});
