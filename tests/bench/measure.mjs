// How a contestant is timed, in node and in Chromium alike. A contestant has quotes(first, count), which
// quotes all offers for so many forecasts and returns the sum of their net totals; trials(), 20,000 of them; and
// quote_results(). The result is the median of many slices, so that a pause of the machine does not count.

import { memories } from "./memories.mjs";

const warm_up_ms = 800;
const measured_ms = 1200;
const slice_ms = 20;
const checked_forecasts = 200;

const median = (figures) => figures.sort((a, b) => a - b)[figures.length >> 1];

function repeat(ms, act) {
  const end = performance.now() + ms;
  do act();
  while (performance.now() < end);
}

function time(act) {
  const start = performance.now();
  act();
  return performance.now() - start;
}

function time_quotes({ quotes }) {
  const sum = quotes(0, checked_forecasts);
  let first = 0;
  let count = 1;
  // How many forecasts fill a slice, measured after warming up.
  repeat(warm_up_ms, () => {
    const ms = time(() => quotes(first, count));
    first += count;
    count = Math.max(1, Math.min(2 * count, Math.round((count * slice_ms) / ms)));
  });
  const rates = [];
  repeat(measured_ms, () => {
    rates.push((count * 1000) / time(() => quotes(first, count)));
    first += count;
  });
  return { sum, forecasts_per_second: median(rates) };
}

function time_trials({ trials }) {
  repeat(warm_up_ms, trials);
  const times = [];
  let results;
  repeat(measured_ms, () => times.push(time(() => (results = trials()))));
  return { results, ms: median(times) };
}

function time_memory({ trials }) {
  const of_all = memories.map((_, memory) => time_trials({ trials: () => trials(memory) }));
  return { results: of_all.flatMap(({ results }) => results), ms: of_all.map(({ ms }) => ms) };
}

const tasks = {
  quotes: time_quotes,
  trials: time_trials,
  memory: time_memory,
  results: (contestant) => [...contestant.quote_results(), ...(contestant.trials?.() ?? [])],
};

// `inputs`: { catalogue_text, wasm }.
export async function run_task(open, inputs, task) {
  return tasks[task](await open(inputs));
}
