// The page's reader of exports, its worker and its module, read every file of tests/core/exports as the program does: figure by
// figure, with the same questions. Without a browser: the worker runs here.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = path.resolve(root, process.env.KONTINGENT_PROGRAM ?? "build/native/kontingent");
const folders = ["tests/core/exports", "tests/core/exports/hard"];
const kinds = ["sheet", "date_column", "duration", "date_order", "decimal_mark", "duration_unit", "day_length", "sum_rows"];
const no_options = Array(9).fill(-1);

const module_bytes = readFileSync(path.join(root, "build/wasm/history.wasm"));
const module_address = `data:application/wasm;base64,${module_bytes.toString("base64")}`;

// What a worker has, and the answer to the job that runs.
let settle;
globalThis.onmessage = null;
globalThis.postMessage = ([, news]) => typeof news !== "number" && settle(news);
await import(path.join(root, "wasm/history/worker.mjs"));

function in_page(bytes, job) {
  return new Promise((resolve) => {
    settle = resolve;
    globalThis.onmessage({ data: { job, wasm: module_address, file: new Blob([bytes]), options: no_options } });
  });
}

const figures_of_page = ({ numbers, months, rejected, questions }) => ({
  rows_read: numbers[1],
  rows_rejected: numbers[2],
  months: months.flatMap((month, at) =>
    at % 2 === 0 ? [{ month: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`, minutes: months[at + 1] }] : [],
  ),
  rejected: rejected.flatMap((line, at) => (at % 3 === 0 ? [{ line, text: rejected[at + 2] }] : [])),
  questions: questions.map((question) => kinds[question]),
});

const figures_of_program = ({ rows_read, rows_rejected, months, rejected, questions }) => ({
  rows_read,
  rows_rejected,
  months,
  rejected: rejected.map(({ line, text }) => ({ line, text })),
  questions: questions.map(({ kind }) => kind),
});

test("each export has the same figures in the page's module and in the program", async () => {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "expected.txt")
      .map((entry) => path.join(root, folder, entry.name)),
  );
  assert.ok(files.length >= 35);
  let with_months = 0;
  for (const [job, file] of files.entries()) {
    const run = spawnSync(program, ["history", file, "--format", "json"], { encoding: "utf8" });
    const native = figures_of_program(JSON.parse(run.stdout));
    assert.deepEqual(figures_of_page(JSON.parse(await in_page(readFileSync(file), job))), native, file);
    with_months += native.months.length > 0 ? 1 : 0;
  }
  assert.ok(with_months >= 20);
});
