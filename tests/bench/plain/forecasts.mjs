// The forecasts of tests/bench/work.cpp: the same numbers, drawn again.
import { Random } from "./random.mjs";

export const month_count = 12;
export const forecast_count = 2000;
const forecast_seed = 2026;

// Twelve minutes a forecast, one after the other.
export function make_forecasts() {
  const random = new Random(forecast_seed);
  // A factor is below 2^13, so the product is exact.
  const below = (bound) => Math.floor((random.next() * bound) / 4294967296);
  const minutes = new Int32Array(forecast_count * month_count);
  for (let i = 0; i < forecast_count; ++i) {
    random.seek(i * (month_count + 1));
    const level = 120 + below(2281);
    for (let month = 0; month < month_count; ++month) minutes[i * month_count + month] = below(2 * level + 1);
  }
  return minutes;
}
