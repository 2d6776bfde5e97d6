// Where contestants run: the native program, node, and Chromium. Each run_task(contestant, task) starts a new
// process, so that no contestant's code is optimised for another's.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { launch_whole } from "../browser/support/browser.mjs";
import { serve_folder } from "../browser/support/server.mjs";
import { catalogue_file, contestants, root, wasm_file } from "./contestants.mjs";

const run = async (program, ...parameters) =>
  (await promisify(execFile)(program, parameters, { cwd: root, maxBuffer: 1 << 26 })).stdout;
const core_bench = path.join(root, "build/bench/tests/bench/core_bench");

export const native = {
  async results() {
    const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
    await run(core_bench, "results", path.join(folder, "results"));
    const bytes = readFileSync(path.join(folder, "results"));
    rmSync(folder, { recursive: true });
    return Array.from(new BigInt64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8), Number);
  },
  // Quotes or trials a second, by Google Benchmark: the median of ten repetitions.
  async rate(task) {
    const options = ["format=json", `filter=^${task}`, "min_time=0.1", "repetitions=10", "report_aggregates_only=true"];
    const report = JSON.parse(await run(core_bench, ...options.map((option) => `--benchmark_${option}`)));
    return report.benchmarks.find(({ aggregate_name }) => aggregate_name === "median").items_per_second;
  },
};

export async function open_node() {
  return {
    name: "node",
    version: process.version.slice(1),
    run_task: async (contestant, task) =>
      JSON.parse(await run(process.execPath, "tests/bench/in_node.mjs", contestant, task)),
    close() {},
  };
}

const page = `<!doctype html><title>bench</title>
<script type="importmap">{"imports":{"dinero.js":"/node_modules/dinero.js/dist/esm/index.js"}}</script>`;

export async function open_chromium() {
  const server = await serve_folder(root, new Map([["/bench.html", page]]));
  const browser = await launch_whole();
  async function run_task(contestant, task) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(`${server.url}bench.html`);
    const outcome = await tab.evaluate(
      async ({ module, task, catalogue_file, wasm_file }) => {
        const { open } = await import(`/tests/bench/${module}`);
        const { run_task } = await import("/tests/bench/measure.mjs");
        const catalogue_text = await (await fetch(`/${catalogue_file}`)).text();
        const wasm = await (await fetch(`/${wasm_file}`)).arrayBuffer();
        return run_task(open, { catalogue_text, wasm }, task);
      },
      { module: contestants[contestant].module, task, catalogue_file, wasm_file },
    );
    await context.close();
    return outcome;
  }
  return {
    name: "Chromium",
    version: browser.version(),
    run_task,
    async close() {
      await browser.close();
      server.close();
    },
  };
}
