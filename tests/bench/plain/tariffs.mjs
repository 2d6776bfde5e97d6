// All offers of a catalogue in typed arrays, and what extra minutes cost. Money is whole minor units in
// doubles, exact below 2^53.

export const graduated = 0;
export const volume = 1;
export const block = 2;
const modes = { graduated, volume, block };

// numerator / denominator, half away from zero, for denominators up to 10,000: below 2^50 a double's
// error is smaller than the distance of anything else from a half.
export function rounded(numerator, denominator) {
  if (!(numerator < 2 ** 50)) throw new RangeError("overflow");
  return Math.floor(numerator / denominator + 0.5);
}

export class Tariffs {
  constructor(catalogue) {
    const offers = catalogue.packages.flatMap((one) => catalogue.terms.map((term) => ({ one, term })));
    offers.push({ one: catalogue.on_demand, term: { months: 1, discount_basis_points: 0 } });
    const discounts_overage = catalogue.term_discount_applies_to === "base_and_overage";
    this.count = offers.length;
    this.increment = catalogue.billing_increment_minutes;
    const column = (Type, figure) => Type.from(offers, figure);
    this.term_months = column(Int32Array, ({ term }) => term.months);
    this.has_base = column(Uint8Array, ({ one }) => (one.monthly_price === undefined ? 0 : 1));
    this.price = column(Float64Array, ({ one }) => one.monthly_price ?? 0);
    this.discount = column(Float64Array, ({ term }) => term.discount_basis_points);
    this.overage_discount = column(Float64Array, ({ term }) => (discounts_overage ? term.discount_basis_points : 0));
    this.included = column(Int32Array, ({ one }) => one.included_minutes ?? 0);
    this.pairs_max = column(Int32Array, ({ one }) => one.pooling?.pairs_per_term_max ?? 0);
    this.mode = column(Uint8Array, ({ one }) => modes[one.overage.mode]);
    // The tiers of offer i are those from first_tier[i] to first_tier[i + 1].
    const tiers = offers.flatMap(({ one }) => one.overage.tiers);
    const counts = offers.map(({ one }) => one.overage.tiers.length);
    this.first_tier = Int32Array.from([0, ...counts.map((_, i) => counts.slice(0, i + 1).reduce((a, b) => a + b))]);
    this.upper = Float64Array.from(tiers, (tier) => tier.up_to_minutes ?? Infinity);
    this.rate = Float64Array.from(tiers, (tier) => tier.hourly_rate ?? tier.block_price);
    this.fee = Float64Array.from(tiers, (tier) => tier.flat_fee ?? 0);
    this.block_size = Float64Array.from(tiers, (tier) => tier.block_minutes ?? 1);
  }

  // What `extra` minutes add, without itemising it.
  extra_charge(offer, extra) {
    if (extra <= 0) return 0;
    const end = this.first_tier[offer + 1];
    let tier = this.first_tier[offer];
    let sum = 0;
    if (this.mode[offer] === graduated) {
      let lower = 0;
      for (; tier < end && extra > lower; ++tier) {
        const upper = Math.min(this.upper[tier], extra);
        sum += rounded((upper - lower) * this.rate[tier], 60);
        sum += this.fee[tier];
        lower = upper;
      }
    } else if (this.mode[offer] === volume) {
      while (extra > this.upper[tier]) ++tier;
      sum = rounded(extra * this.rate[tier], 60) + this.fee[tier];
    } else {
      sum = Math.ceil(extra / this.block_size[tier]) * this.rate[tier];
    }
    const discount = this.overage_discount[offer];
    return discount > 0 ? sum - rounded(sum * discount, 10000) : sum;
  }
}
