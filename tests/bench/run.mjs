// Measures everything and writes docs/benchmarks.md; script/bench builds what it needs.
//
//   node tests/bench/run.mjs [--rounds N]
//
// Exits 1 when results differ, or a frame exceeds its budget. A missed goal is printed, and noted in the table.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { catalogue_file, root } from "./contestants.mjs";
import { race } from "./core.mjs";
import { budget, count_frames, report } from "./frame.mjs";
import { forecast_count } from "./plain/forecasts.mjs";
import { document_of } from "./table.mjs";

const { values: options } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const version_of = (program, ...parameters) =>
  /\d+(\.\d+)+/.exec(execFileSync(program, parameters, { cwd: root, encoding: "utf8" }))[0];
const load = () => os.loadavg()[0].toFixed(1);

const catalogue = JSON.parse(readFileSync(path.join(root, catalogue_file), "utf8"));
const offer_count = catalogue.packages.length * catalogue.terms.length + 1;
const load_before = load();
if (load_before > 0.5) console.log(`The machine is busy (load ${load_before}): figures will be lower than they could be.`);

const { lanes, memory, versions } = await race({ rounds: Number(options.rounds), offer_count, forecast_count, say: console.log });
const frames = count_frames();
const machine = {
  cores: os.cpus().length,
  processor: os.cpus()[0].model.trim(),
  load: `${load_before} before, ${load()} after`,
  versions: {
    ...versions,
    Emscripten: version_of("script/emscripten", "em++", "--version"),
    "g++": version_of("g++", "-dumpfullversion"),
    "dinero.js": JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).devDependencies["dinero.js"],
  },
};
const document = document_of({ lanes, memory, frames, budget, machine, offer_count, forecast_count, rounds: options.rounds });
writeFileSync(path.join(root, "docs/benchmarks.md"), document);
console.log(`\n${document}`);
process.exit(report(frames) ? 0 : 1);
