// core/pricing/pooling.cpp's choose_pairs() in JavaScript, the same programme over months on typed arrays.

const months_max = 120;
const run_months = 12;
const pairs_in_run_max = 6;
const width = pairs_in_run_max + 1;

const rests = new Float64Array(3 * width); // of the three months in sight, by pairs begun
const taken = new Uint8Array(months_max);

// Where the best pairs without a limit are found: their first months, from 0.
export const first_months = new Int32Array(months_max / 2);

// By the saving, then by the fewest pairs.
const worth_of = (saving) => saving * 128 - 1;

function choose_unlimited(savings, length) {
  let next = 0;
  let after = 0;
  for (let i = length - 1; i >= 0; --i) {
    const with_pair = after + worth_of(savings[i]);
    taken[i] = with_pair >= next ? 1 : 0;
    after = next;
    next = Math.max(next, with_pair);
  }
  let count = 0;
  for (let i = 0; i < length; ) {
    if (taken[i] === 1) {
      first_months[count++] = i;
      i += 2;
    } else {
      ++i;
    }
  }
  return count;
}

function keeps_limit(count, pairs_max) {
  for (let i = pairs_max; i < count; ++i) {
    const run = Math.trunc(first_months[i] / run_months);
    if (run === Math.trunc(first_months[i - pairs_max] / run_months)) return false;
  }
  return true;
}

function choose_limited(savings, length, pairs_max) {
  rests.fill(0);
  for (let i = length - 1; i >= 0; --i) {
    const row = (i % 3) * width;
    const next = ((i + 1) % 3) * width;
    const after = ((i + 2) % 3) * width;
    const left = run_months - (i % run_months); // months of this run from here on
    const worth = worth_of(savings[i]);
    let bits = 0;
    for (let begun = 0; begun < pairs_max; ++begun) {
      const without = rests[next + (left > 1 ? begun : 0)];
      const with_pair = rests[after + (left > 2 ? begun + 1 : 0)] + worth;
      rests[row + begun] = Math.max(without, with_pair);
      if (with_pair >= without) bits |= 1 << begun;
    }
    rests[row + pairs_max] = rests[next + (left > 1 ? pairs_max : 0)];
    taken[i] = bits;
  }
  let count = 0;
  let begun = 0;
  for (let i = 0; i < length; ) {
    const takes = ((taken[i] >> begun) & 1) === 1;
    const left = run_months - (i % run_months);
    const step = takes ? 2 : 1;
    if (takes) {
      first_months[count++] = i;
      ++begun;
    }
    if (left <= step) begun = 0;
    i += step;
  }
  return count;
}

// How many pairs save most; first_months holds them. `savings[i]`: what pooling months i and i + 1
// saves, for i below `length`.
export function choose_pairs(savings, length, pairs_max) {
  let can_save = false;
  for (let i = 0; i < length; ++i) can_save ||= savings[i] > 0;
  if (!can_save || pairs_max <= 0) return 0;
  const limit = Math.min(pairs_max, pairs_in_run_max);
  const count = choose_unlimited(savings, length);
  return keeps_limit(count, limit) ? count : choose_limited(savings, length, limit);
}
