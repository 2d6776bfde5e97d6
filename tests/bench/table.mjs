// docs/benchmarks.md: the figures of one run, and what they mean.
import { contestants } from "./contestants.mjs";
import { ratio_of } from "./core.mjs";

const number = (figure) => Math.round(figure).toLocaleString("en-US");
// Three digits: more are not repeatable.
const rate = (figure) => (figure === null ? "" : number(Number(figure.toPrecision(3))));
const times = (ratio) => `${ratio.toFixed(ratio < 10 ? 2 : 1)}×`;

function aims(lanes) {
  const rounds_of = (engine, contestant) =>
    lanes.find((lane) => lane.engine === engine && lane.contestant === contestant).rounds;
  return ["node", "Chromium"].flatMap((engine) => {
    const [wasm, plain, dinero] = ["wasm", "plain", "dinero"].map((contestant) => rounds_of(engine, contestant));
    return [
      { what: `quotes, WebAssembly to dinero.js, ${engine}`, ratio: ratio_of(wasm.quotes, dinero.quotes), aim: 10 },
      { what: `quotes, WebAssembly to plain JavaScript, ${engine}`, ratio: ratio_of(wasm.quotes, plain.quotes), aim: 1.5 },
      { what: `trials, WebAssembly to plain JavaScript, ${engine}`, ratio: ratio_of(wasm.trials, plain.trials), aim: 2 },
    ];
  });
}

const title_of = ({ engine, contestant }) =>
  engine === "native" ? "core, native (g++ -O3)" : `${contestants[contestant].title}, ${engine}`;

const trials_ms = ({ trials }) => (trials === null ? "" : (20_000_000 / trials).toFixed(1));

const memory_goal = 3;

const memory_row = (lane) =>
  `| ${title_of(lane)} | ${lane.ms.map((ms, i) => (i === 0 ? ms.toFixed(1) : `${ms.toFixed(1)} (${times(lane.ratios[i])})`)).join(" | ")} |`;

export function document_of({ lanes, memory, frames, budget, machine, offer_count, forecast_count, rounds }) {
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  return `# Benchmarks

Written by \`script/bench\` (tests/bench), in one run: all on the same work, with equal results asserted. Figures, and the ratios within a round, are
medians of ${rounds} rounds in which all take turns. ${machine.processor}, ${machine.cores} cores; load ${machine.load}; ${versions.join(", ")}.

## Quotes and trials

A **quote** is what \`make_quote()\` makes: one offer over twelve months with best pooling, every line itemised, months and totals, VAT
and effective rate; here by \`remake_quote()\`, which writes it over the one before. All ${offer_count} offers of the sample catalogue are quoted for ${number(forecast_count)} pseudo-random forecasts; net, gross and a digest of everything else
are equal in all contestants. **Trials** are 20,000 draws of twelve months, each settled under all ${offer_count} offers, from the tables of
charges to means, quantiles and chances, which are equal too.

WebAssembly is core compiled and linked with the portal's own options, so what a visitor gets. Plain JavaScript is written by
hand for speed: the same algorithms, typed arrays written over and over, nothing allocated, 64-bit products in halves; its money is
whole numbers in doubles, exact below 2^53, where core uses all of 64 bits and reports an overflow.

| | quotes a second | trials a second | 20,000 trials, ms |
|---|---:|---:|---:|
${lanes.map((lane) => `| ${title_of(lane)} | ${rate(lane.quotes)} | ${rate(lane.trials)} | ${trials_ms(lane)} |`).join("\n")}

| ratio | | aim | |
|---|---:|---:|---|
${aims(lanes)
  .map(({ what, ratio, aim }) => `| ${what} | ${times(ratio)} | ${times(aim)} | ${ratio >= aim ? "reached" : "missed"} |`)
  .join("\n")}

### Where a month depends on those before it

The same 20,000 trials in milliseconds, with another rule in every package (\`with_memory()\` of tests/bench/work.cpp says which exactly), beside
the sample's own; at most ${memory_goal} times that: ${memory.every(({ ratios }) => ratios.every((ratio) => ratio <= memory_goal)) ? "reached" : "missed"}.

| | sample | a year's minutes at once | unused minutes carried | blocks that last |
|---|---:|---:|---:|---:|
${memory.map(memory_row).join("\n")}

## A frame of the portal

Instructions of one frame at 1440 px, counted by callgrind on the native build: settled, where nothing has happened since the frame before;
changed, where the slider of the hours has moved and every offer is quoted and ranked anew. \`script/bench\` fails beyond the
budget (tests/bench/budget.json and ${budget.allowed_growth_percent} %).

| frame | instructions | budget |
|---|---:|---:|
${frames.map(({ kind, instructions, allowed }) => `| ${kind} | ${number(instructions)} | ${number(allowed)} |`).join("\n")}
`;
}
