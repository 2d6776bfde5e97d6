// The instructions of one frame of the portal, counted by callgrind on the native build, against budget.json.
//
//   node tests/bench/frame.mjs      prints them; exits 1 when a frame exceeds its budget
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./contestants.mjs";

const program = path.join(root, "build/bench/tests/bench/frame_bench");
export const budget = JSON.parse(readFileSync(path.join(root, "tests/bench/budget.json"), "utf8"));

function instructions_of(kind) {
  const options = ["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=counted_frame"];
  const { status, stderr } = spawnSync("valgrind", [...options, program, kind], { encoding: "utf8" });
  const counted = /Collected : (\d+)/.exec(stderr);
  if (status !== 0 || !counted) throw new Error(`callgrind counted nothing:\n${stderr}`);
  return Number(counted[1]);
}

// [{ kind, instructions, allowed }]
export function count_frames() {
  return Object.entries(budget.instructions).map(([kind, budgeted]) => ({
    kind,
    instructions: instructions_of(kind),
    allowed: Math.round(budgeted * (1 + budget.allowed_growth_percent / 100)),
  }));
}

export function report(frames) {
  for (const { kind, instructions, allowed } of frames) {
    const verdict = instructions <= allowed ? "of" : "BEYOND its budget of";
    console.log(`a ${kind} frame: ${instructions} instructions, ${verdict} ${allowed}`);
  }
  return frames.every(({ instructions, allowed }) => instructions <= allowed);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(report(count_frames()) ? 0 : 1);
