// core/pooling.cpp's choose_pairs() in JavaScript, the same programme over months on typed arrays.

const months_max = 120;
const run_months = 12;
const pairs_in_run_max = 6;
const width = pairs_in_run_max + 1;

const saved = new Float64Array(3 * width); // of the three months in sight, by pairs begun
const counts = new Int32Array(3 * width);
const taken = new Uint8Array(months_max);

// Where the best pairs without a limit are found: their first months, from 0.
export const first_months = new Int32Array(months_max / 2);

function choose_unlimited(savings, length) {
  let next_saved = 0;
  let next_count = 0;
  let after_saved = 0;
  let after_count = 0;
  for (let i = length - 1; i >= 0; --i) {
    let here_saved = next_saved;
    let here_count = next_count;
    const with_saved = after_saved + savings[i];
    const takes =
      savings[i] > 0 && (with_saved > next_saved || (with_saved === next_saved && after_count + 1 <= next_count));
    if (takes) {
      here_saved = with_saved;
      here_count = after_count + 1;
    }
    taken[i] = takes ? 1 : 0;
    after_saved = next_saved;
    after_count = next_count;
    next_saved = here_saved;
    next_count = here_count;
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
  saved.fill(0);
  counts.fill(0);
  for (let i = length - 1; i >= 0; --i) {
    const row = (i % 3) * width;
    const next = ((i + 1) % 3) * width;
    const after = ((i + 2) % 3) * width;
    const left = run_months - (i % run_months); // months of this run from here on
    const saving = savings[i];
    let bits = 0;
    for (let begun = 0; begun <= pairs_max; ++begun) {
      const without = next + (left > 1 ? begun : 0);
      let best_saved = saved[without];
      let best_count = counts[without];
      if (saving > 0 && begun < pairs_max) {
        const rest = after + (left > 2 ? begun + 1 : 0);
        const with_saved = saved[rest] + saving;
        const with_count = counts[rest] + 1;
        if (with_saved > best_saved || (with_saved === best_saved && with_count <= best_count)) {
          best_saved = with_saved;
          best_count = with_count;
          bits |= 1 << begun;
        }
      }
      saved[row + begun] = best_saved;
      counts[row + begun] = best_count;
    }
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

// How many pairs save most; they stand in first_months. `savings[i]`: what pooling months i and i + 1
// saves, for i below `length`.
export function choose_pairs(savings, length, pairs_max) {
  let can_save = false;
  for (let i = 0; i < length; ++i) can_save ||= savings[i] > 0;
  if (!can_save || pairs_max <= 0) return 0;
  const limit = Math.min(pairs_max, pairs_in_run_max);
  const count = choose_unlimited(savings, length);
  return keeps_limit(count, limit) ? count : choose_limited(savings, length, limit);
}
