// Plain JavaScript on typed arrays, as tests/bench/measure.mjs times it.
import { forecast_count, make_forecasts, month_count } from "./forecasts.mjs";
import { Quotes } from "./quotes.mjs";
import { Tariffs } from "./tariffs.mjs";
import { Trials } from "./trials.mjs";

// As tests/bench/work.cpp: ten hours a month by the second season, each month between half and one and a half.
function trial_months({ seasons }) {
  const { weights } = seasons[1];
  const year = weights.reduce((sum, weight) => sum + weight);
  const typical = Float64Array.from(weights, (weight) => (12 * 600 * weight) / year);
  return { low: typical.map((minutes) => minutes / 2), typical, high: typical.map((minutes) => minutes * 1.5) };
}

export async function open({ catalogue_text }) {
  const catalogue = JSON.parse(catalogue_text);
  const quotes = new Quotes(new Tariffs(catalogue), catalogue.vat_basis_points);
  const forecasts = make_forecasts();
  const months = trial_months(catalogue);
  const quote_all = (i) => quotes.quote_all(forecasts, (i % forecast_count) * month_count);
  return {
    quotes(first, count) {
      let sum = 0;
      for (let i = first; i < first + count; ++i) sum += quote_all(i);
      return sum;
    },
    quote_results() {
      const results = [];
      for (let i = 0; i < forecast_count; ++i) {
        quote_all(i);
        quotes.net.forEach((net, offer) => results.push(net, quotes.gross[offer], quotes.digest(offer)));
      }
      return results;
    },
    trials() {
      const trials = new Trials(new Tariffs(catalogue), months);
      trials.run();
      return [...trials.risks(), ...trials.cheapest_chances()];
    },
  };
}
