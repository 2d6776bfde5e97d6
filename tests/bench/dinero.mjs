// make_quote() on dinero.js, as its documentation shows: every amount is a Dinero object; a product is divided
// by the library's own halfAwayFromZero. In its favour, prices, rates and fees are created once, and
// best pooling compares plain numbers.
import { EUR, add, dinero, halfAwayFromZero, multiply, subtract, toSnapshot, transformScale } from "dinero.js";
import { forecast_count, make_forecasts, month_count } from "./plain/forecasts.mjs";
import { choose_pairs, first_months } from "./plain/pooling.mjs";
import * as kinds from "./plain/quotes.mjs";

const money = (amount) => dinero({ amount, currency: EUR });
const minor = (amount) => toSnapshot(amount).amount;
const zero = money(0);
const { calculator } = zero;

const divide = (amount, divisor) => money(halfAwayFromZero(minor(amount), divisor, calculator));
const charge = (minutes, rate) => divide(multiply(rate, minutes), 60);
const share = (amount, basis_points) =>
  transformScale(multiply(amount, { amount: basis_points, scale: 4 }), EUR.exponent, halfAwayFromZero);
const sum_of = (lines) => lines.reduce((sum, { net }) => add(sum, net), zero);

function offers_of(catalogue) {
  const covers_overage = catalogue.term_discount_applies_to === "base_and_overage";
  const offer = ({ id, monthly_price, included_minutes = 0, overage, pooling }, { months, discount_basis_points }) => ({
    package: id,
    term_months: months,
    price: monthly_price === undefined ? undefined : money(monthly_price),
    included: included_minutes,
    discount: discount_basis_points,
    overage_discount: covers_overage ? discount_basis_points : 0,
    pairs_max: pooling?.pairs_per_term_max ?? 0,
    mode: overage.mode,
    tiers: overage.tiers.map((tier) => ({
      upper: tier.up_to_minutes ?? Infinity,
      rate: tier.hourly_rate === undefined ? undefined : money(tier.hourly_rate),
      fee: tier.flat_fee ? money(tier.flat_fee) : undefined,
      block_minutes: tier.block_minutes,
      block_price: tier.block_price === undefined ? undefined : money(tier.block_price),
    })),
  });
  return [
    ...catalogue.packages.flatMap((one) => catalogue.terms.map((term) => offer(one, term))),
    offer(catalogue.on_demand, { months: 1, discount_basis_points: 0 }),
  ];
}

function discount_lines(month, kind, amount, basis_points) {
  if (basis_points === 0) return [];
  const discount = share(amount, basis_points);
  return minor(discount) === 0 ? [] : [{ month, kind, net: multiply(discount, -1) }];
}

function tier_lines(month, { rate, fee }, minutes) {
  const line = { month, kind: kinds.overage, minutes, hourly_rate: rate, net: charge(minutes, rate) };
  return fee === undefined ? [line] : [line, { month, kind: kinds.overage_flat_fee, net: fee }];
}

function overage_lines({ mode, tiers }, extra, month) {
  if (extra <= 0) return [];
  if (mode === "volume") return tier_lines(month, tiers.find(({ upper }) => extra <= upper), extra);
  if (mode === "block") {
    const [{ block_minutes, block_price }] = tiers;
    const quantity = Math.ceil(extra / block_minutes);
    return [{ month, kind: kinds.overage, minutes: extra, quantity, net: multiply(block_price, quantity) }];
  }
  const lines = [];
  let lower = 0;
  for (const tier of tiers) {
    if (extra <= lower) break;
    const upper = Math.min(tier.upper, extra);
    lines.push(...tier_lines(month, tier, upper - lower));
    lower = upper;
  }
  return lines;
}

function extra_lines(offer, extra, month) {
  const lines = overage_lines(offer, extra, month);
  if (lines.length > 0 && offer.overage_discount > 0)
    lines.push(...discount_lines(month, kinds.overage_discount, sum_of(lines), offer.overage_discount));
  return lines;
}

function best_pairs(offer, used) {
  if (offer.pairs_max === 0) return { pairs: [], saved: 0 };
  const extra_charge = (minutes, included) => sum_of(extra_lines(offer, minutes - included, 1));
  const alone = used.map((minutes) => extra_charge(minutes, offer.included));
  const savings = [];
  for (let i = 0; i + 1 < used.length; ++i) {
    // Only a month with minutes left and one that needs more are pooled.
    const may_pool = (used[i] - offer.included) * (used[i + 1] - offer.included) < 0;
    const pooled = may_pool ? extra_charge(used[i] + used[i + 1], 2 * offer.included) : zero;
    savings.push(may_pool ? minor(subtract(add(alone[i], alone[i + 1]), pooled)) : 0);
  }
  const count = choose_pairs(savings, savings.length, offer.pairs_max);
  const chosen = Array.from(first_months.subarray(0, count));
  return { pairs: chosen.map((first) => first + 1), saved: chosen.reduce((sum, first) => sum + savings[first], 0) };
}

function months_of(offer, used, pairs) {
  return used.map((minutes, i) => {
    const is_second = pairs.includes(i);
    let beyond = minutes - offer.included + (is_second ? used[i - 1] - offer.included : 0);
    if (pairs.includes(i + 1)) beyond = 0;
    return {
      month: i + 1,
      used: minutes,
      included: offer.included,
      overage: Math.max(beyond, 0),
      expired: Math.max(-beyond, 0),
    };
  });
}

function make_quote(offer, usage, increment, vat_basis_points) {
  const used = usage.map((minutes) => Math.ceil(minutes / increment) * increment);
  const { pairs, saved } = best_pairs(offer, used);
  const months = months_of(offer, used, pairs);
  const fixed_lines = [];
  const expected_lines = [];
  const lines = [];
  for (const month of months) {
    const fixed = [];
    if (offer.price !== undefined) {
      fixed.push({ month: month.month, kind: kinds.base, net: offer.price });
      fixed.push(...discount_lines(month.month, kinds.base_discount, offer.price, offer.discount));
    }
    const expected = extra_lines(offer, month.overage, month.month);
    month.net = sum_of([...fixed, ...expected]);
    fixed_lines.push(...fixed);
    expected_lines.push(...expected);
    lines.push(...fixed, ...expected);
  }
  const total = (figure) => months.reduce((sum, month) => sum + month[figure], 0);
  const net = sum_of(lines);
  const vat = share(net, vat_basis_points);
  const months_beyond = Math.ceil(usage.length / offer.term_months) * offer.term_months - usage.length;
  const worked = usage.reduce((sum, minutes) => sum + minutes, 0);
  return {
    package: offer.package,
    term_months: offer.term_months,
    pairs,
    months,
    lines,
    worked,
    used: total("used"),
    granted: total("included"),
    overage: total("overage"),
    expired: total("expired"),
    fixed: sum_of(fixed_lines),
    expected: sum_of(expected_lines),
    committed_beyond: multiply(sum_of(fixed_lines.filter(({ month }) => month === 1)), months_beyond),
    saved,
    net,
    vat,
    gross: add(net, vat),
    hourly_rate: worked === 0 ? undefined : divide(multiply(net, 60), worked),
  };
}

// As tests/bench/work.cpp digests a quote.
function digest_of(quote) {
  let digest = quote.term_months;
  const take = (...figures) => figures.forEach((figure) => (digest = (Math.imul(digest, 31) + (figure | 0)) | 0));
  const rate_of = (rate) => (rate === undefined ? -1 : minor(rate));
  take(...quote.pairs);
  for (const { month, used, included, overage, expired, net } of quote.months)
    take(month, used, included, overage, expired, minor(net));
  for (const { month, kind, minutes = -1, hourly_rate, quantity = -1, net } of quote.lines)
    take(month, kind, minutes, rate_of(hourly_rate), quantity, minor(net));
  take(quote.worked, quote.used, quote.granted, quote.overage, quote.expired, minor(quote.fixed), minor(quote.expected));
  take(minor(quote.committed_beyond), quote.saved, minor(quote.vat), rate_of(quote.hourly_rate));
  return digest >>> 0;
}

export async function open({ catalogue_text }) {
  const catalogue = JSON.parse(catalogue_text);
  const offers = offers_of(catalogue);
  const drawn = make_forecasts();
  const forecasts = Array.from({ length: forecast_count }, (_, i) =>
    Array.from(drawn.subarray(i * month_count, (i + 1) * month_count)),
  );
  const quote_all = (i) => {
    const usage = forecasts[i % forecast_count];
    return offers.map((offer) =>
      make_quote(offer, usage, catalogue.billing_increment_minutes, catalogue.vat_basis_points),
    );
  };
  return {
    quotes(first, count) {
      let sum = 0;
      for (let i = first; i < first + count; ++i) for (const { net } of quote_all(i)) sum += minor(net);
      return sum;
    },
    quote_results: () =>
      forecasts.flatMap((_, i) =>
        quote_all(i).flatMap((quote) => [minor(quote.net), minor(quote.gross), digest_of(quote)]),
      ),
  };
}
