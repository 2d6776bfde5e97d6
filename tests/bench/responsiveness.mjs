// How responsive the page is while 20,000 trials run: in Chromium, with the built site, each slice of the work
// between frames (wasm/work.mjs) and each frame is timed, and how long a requested frame waits at most.
//
//   node tests/bench/responsiveness.mjs [--rounds N]    after script/test or script/server; exits 1 beyond 16 ms
import { parseArgs } from "node:util";
import { settle, start } from "../browser/support/portal.mjs";
import { texts } from "../browser/support/site.mjs";

const wait_max_ms = 16;
const quiet_ms = 500; // without a slice: the trials are done
const de = texts("portal", "de");
const { values: options } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });

// Runs in the page before anything else. Work is what arrives at a message port, frames what is asked of
// requestAnimationFrame.
function time_work() {
  const timed = { slices: [], frames: [] };
  Object.assign(window, { timed });
  const record = (into, act) =>
    function (...parameters) {
      const begin = performance.now();
      try {
        return act.apply(this, parameters);
      } finally {
        into.push({ begin, end: performance.now() });
      }
    };
  const { get, set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  Object.defineProperty(MessagePort.prototype, "onmessage", {
    configurable: true,
    enumerable: true,
    get,
    set(handler) {
      set.call(this, handler && record(timed.slices, handler));
    },
  });
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => request(record(timed.frames, callback));
}

// In the page: presses the radio and returns what was timed until the work is done.
async function press_and_wait(radio, quiet_ms) {
  const { slices, frames } = window.timed;
  slices.length = frames.length = 0;
  const pressed = performance.now();
  radio.click();
  const last = () => Math.max(pressed, slices.at(-1)?.end ?? 0, frames.at(-1)?.end ?? 0);
  while (performance.now() - last() < quiet_ms) await new Promise((resolve) => setTimeout(resolve, 50));
  return { slices, frames, took: last() - pressed };
}

const durations = (spans) => spans.map(({ begin, end }) => end - begin);

function print(what, figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1) ?? "–";
  console.log(`${what.padEnd(30)} ${String(sorted.length).padStart(5)}   ms: median ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)}`);
}

const ends = [];
const portal = await start();
try {
  const page = await portal.open({ after: (end) => ends.push(end) }, { viewport: { width: 1440, height: 900 }, before: (page) => page.addInitScript(time_work) });
  const radio = (name) => page.getByRole("radio", { name, exact: true });
  const press = (name) => radio(name).evaluate(press_and_wait, quiet_ms);
  const rounds = [];
  for (let round = 0; round <= Number(options.rounds); ++round) {
    await press(de.certainty_exact);
    await settle(page);
    rounds.push(await press(de.certainty_half));
  }
  rounds.shift(); // the first warms the module up
  const all = (kind) => durations(rounds.flatMap((round) => round[kind]));
  const slices = all("slices");
  if (slices.length === 0) throw new Error(`“${de.certainty_half}” has begun no work between frames`);
  print("slices of work", slices);
  print("frames of the portal", all("frames"));
  print("from press to last result", rounds.map(({ took }) => took));
  print("work of a press", rounds.map((round) => durations(round.slices).reduce((sum, ms) => sum + ms, 0)));
  // A frame begins when the slice that runs has ended.
  const wait_ms = Math.max(...slices);
  console.log(`a frame waits ${wait_ms.toFixed(1)} ms for trials at most, of ${wait_max_ms} ms`);
  process.exitCode = wait_ms <= wait_max_ms ? 0 : 1;
  for (const end of ends) await end();
} finally {
  await portal.stop();
}
