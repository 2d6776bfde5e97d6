// Quotes and trials per second of every contestant in every engine, in rounds, so that a slow moment of the machine
// affects all of them; each outcome must equal the native one.
import assert from "node:assert/strict";
import { contestants } from "./contestants.mjs";
import { memories } from "./memories.mjs";
import { native, open_chromium, open_node } from "./engines.mjs";

const figures_a_quote = 3;
const figures_of_trials = 7; // an offer
const months = 12;
const sum = (figures) => figures.reduce((total, figure) => total + figure, 0);
const median = (figures) => [...figures].sort((a, b) => a - b)[figures.length >> 1];

function same(found, expected, who, offer_count) {
  const at = found.findIndex((figure, i) => figure !== expected[i]);
  const quote = Math.floor(at / figures_a_quote);
  const where = `forecast ${Math.floor(quote / offer_count)}, offer ${quote % offer_count}`;
  assert.ok(at < 0 && found.length > 0, `${who} differs at figure ${at} (${where}): ${found[at]}, not ${expected[at]}`);
}

// The native results, and those derived from them.
async function reference(offer_count, forecast_count) {
  const results = await native.results();
  const quotes = results.slice(0, forecast_count * offer_count * figures_a_quote);
  const nets = quotes.filter((_, i) => i % figures_a_quote === 0);
  const trials_end = quotes.length + figures_of_trials * offer_count;
  return {
    results: results.slice(0, trials_end),
    quotes,
    trials: results.slice(quotes.length, trials_end),
    memory: results.slice(quotes.length),
    net_of: (count) => sum(nets.slice(0, count * offer_count)),
  };
}

// The ratio of two rates, by round: contestants of one round run at about the same moment, so this is steadier than the
// ratio of medians over all rounds.
export const ratio_of = (rates, others) => median(rates.map((rate, round) => rate / others[round]));

const ms_of = (trials_a_second) => 20_000_000 / trials_a_second;

// Milliseconds of 20,000 trials natively and as WebAssembly, in the order of `memories`.
async function race_memory(engines, expected, rounds, offer_count) {
  const lanes = [{ engine: "native", contestant: "native", rounds: [] }];
  for (const { name } of engines) lanes.push({ engine: name, contestant: "wasm", rounds: [] });
  for (let round = 1; round <= rounds; ++round) {
    const of_native = [];
    for (const memory of memories) of_native.push(ms_of(await native.rate(`trials/${memory}`)));
    lanes[0].rounds.push(of_native);
    for (const [i, engine] of engines.entries()) {
      const outcome = await engine.run_task("wasm", "memory");
      same(outcome.results, expected.memory, `wasm in ${engine.name}, trials with memory`, offer_count);
      lanes[i + 1].rounds.push(outcome.ms);
    }
  }
  return lanes.map(({ engine, contestant, rounds }) => ({
    engine,
    contestant,
    ms: memories.map((_, i) => median(rounds.map((round) => round[i]))),
    ratios: memories.map((_, i) => median(rounds.map((round) => round[i] / round[0]))),
  }));
}

// `lanes`: [{ engine, contestant, quotes, trials, rounds: { quotes, trials } }], medians, and the rounds' own; a second.
// `memory`: [{ engine, contestant, ms, ratios }], to the trials without memory of the same round.
export async function race({ rounds, offer_count, forecast_count, say }) {
  const expected = await reference(offer_count, forecast_count);
  const engines = [await open_node(), await open_chromium()];
  const entries = engines.flatMap((engine) => Object.keys(contestants).map((contestant) => ({ engine, contestant })));
  const lanes = [{ engine: "native", contestant: "native", quotes: [], trials: [] }];
  for (const { engine, contestant } of entries) {
    const who = `${contestant} in ${engine.name}`;
    const of_trials = contestants[contestant].tasks.includes("trials");
    const results = await engine.run_task(contestant, "results");
    assert.equal(results.length, of_trials ? expected.results.length : expected.quotes.length, who);
    same(results, expected.results, who, offer_count);
    lanes.push({ engine: engine.name, contestant, quotes: [], trials: [] });
  }
  say(`Equal everywhere: ${expected.quotes.length / figures_a_quote} quotes of ${months} months, 20,000 trials`);
  for (let round = 1; round <= rounds; ++round) {
    say(`Round ${round} of ${rounds}`);
    for (const task of ["quotes", "trials"]) {
      lanes[0][task].push(await native.rate(task === "quotes" ? "quotes" : "trials/none"));
      for (const [i, { engine, contestant }] of entries.entries()) {
        if (!contestants[contestant].tasks.includes(task)) continue;
        const outcome = await engine.run_task(contestant, task);
        if (task === "quotes") {
          assert.equal(outcome.sum, expected.net_of(200));
          lanes[i + 1].quotes.push(outcome.forecasts_per_second * offer_count);
        } else {
          same(outcome.results, expected.trials, `${contestant} in ${engine.name}, trials`, offer_count);
          lanes[i + 1].trials.push(20_000_000 / outcome.ms);
        }
      }
    }
  }
  const memory = await race_memory(engines, expected, rounds, offer_count);
  const versions = Object.fromEntries(engines.map(({ name, version }) => [name, version]));
  for (const engine of engines) await engine.close();
  const rate = (figures) => (figures.length > 0 ? median(figures) : null);
  return {
    versions,
    memory,
    lanes: lanes.map(({ quotes, trials, ...lane }) => ({
      ...lane,
      quotes: rate(quotes),
      trials: rate(trials),
      rounds: { quotes, trials },
    })),
  };
}
