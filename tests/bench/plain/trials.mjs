// core/advice/trials.cpp in JavaScript on typed arrays, with the same ideas: the charges of every possible month are
// worked out once, offers that differ by their base price alone are settled once, and a trial is looked up.
import { choose_pairs, first_months } from "./pooling.mjs";
import { Random } from "./random.mjs";
import { rounded } from "./tariffs.mjs";
import { quantile } from "./triangular.mjs";

const trial_count = 20_000;
const seed = 1;
const forecast_months_max = 120;

// Half up; below 2^50 as rounded(), for denominators of any size.
const divide = (numerator, denominator) => {
  const rest = numerator % denominator;
  return (numerator - rest) / denominator + (2 * rest >= denominator ? 1 : 0);
};

// The element at `rank` in order: nothing before it is larger, nothing behind it smaller (Hoare's FIND).
function select(values, rank, first) {
  let last = values.length - 1;
  while (first < last) {
    const pivot = values[rank];
    let low = first;
    let high = last;
    while (low <= high) {
      while (values[low] < pivot) ++low;
      while (pivot < values[high]) --high;
      if (low <= high) {
        const value = values[low];
        values[low++] = values[high];
        values[high--] = value;
      }
    }
    if (high < rank) first = low;
    if (rank < low) last = high;
  }
  return values[rank];
}

// One of the offers that settle alike.
class Distinct {
  constructor(tariffs, offer, usage_max) {
    const { increment, included, pairs_max } = tariffs;
    this.increment = increment;
    this.included = included[offer];
    this.pairs_max = pairs_max[offer];
    const count = Math.ceil(usage_max / increment) + 1;
    const charge = (included) => (_, i) => tariffs.extra_charge(offer, i * increment - included);
    this.alone = Float64Array.from({ length: count }, charge(this.included));
    this.pooled = Float64Array.from({ length: this.pairs_max > 0 ? 2 * count - 1 : 0 }, charge(2 * this.included));
    this.nets = new Float64Array(trial_count);
    this.overage_trials = 0;
    this.expired_minutes = 0;
  }

  settle(trial, usage, base, savings) {
    const { increment, included, alone, pooled } = this;
    const months = usage.length;
    let net = base * months;
    let overage = 0;
    let balance = 0;
    for (let i = 0; i < months; ++i) {
      const beyond = usage[i] * increment - included;
      net += alone[usage[i]];
      if (beyond > 0) overage += beyond;
      balance += beyond;
    }
    if (this.pairs_max > 0) {
      for (let i = 0; i + 1 < months; ++i) {
        const may_pool = (usage[i] * increment - included) * (usage[i + 1] * increment - included) < 0;
        savings[i] = may_pool ? alone[usage[i]] + alone[usage[i + 1]] - pooled[usage[i] + usage[i + 1]] : 0;
      }
      const count = choose_pairs(savings, months - 1, this.pairs_max);
      for (let k = 0; k < count; ++k) {
        const i = first_months[k];
        net -= savings[i];
        const one = usage[i] * increment - included;
        const two = usage[i + 1] * increment - included;
        const less = Math.min(one, two);
        const more = Math.max(one, two);
        if (less < 0 && more > 0) overage -= Math.min(-less, more);
      }
    }
    this.nets[trial] = net;
    if (overage > 0) ++this.overage_trials;
    this.expired_minutes += overage - balance;
  }

  // Mean and quantiles, before an offer's own difference.
  evaluate() {
    const values = this.nets.slice();
    const sum = values.reduce((total, net) => total + net, 0);
    const ranks = [10, 50, 90].map((percent) => Math.floor((trial_count * percent + 99) / 100) - 1);
    const quantiles = ranks.map((rank, i) => select(values, rank, i === 0 ? 0 : ranks[i - 1]));
    return [divide(sum, trial_count), ...quantiles];
  }
}

export class Trials {
  // `months`: { low, typical, high }, an array of minutes each.
  constructor(tariffs, months) {
    this.months = months;
    this.usage = new Int32Array(months.typical.length);
    this.savings = new Float64Array(months.typical.length);
    this.increment = tariffs.increment;
    this.bases = [];
    this.distinct = [];
    this.offers = Array.from({ length: tariffs.count }, (_, offer) => {
      const base = tariffs.price[offer] - rounded(tariffs.price[offer] * tariffs.discount[offer], 10000);
      // The terms of one package are neighbours; they settle alike unless the discount covers overage.
      const is_alike =
        offer > 0 &&
        tariffs.has_base[offer] === 1 &&
        tariffs.term_months[offer] > tariffs.term_months[offer - 1] &&
        tariffs.overage_discount[offer] === tariffs.overage_discount[offer - 1];
      if (!is_alike) {
        this.distinct.push(new Distinct(tariffs, offer, Math.max(...months.high)));
        this.bases.push(base);
      }
      return { distinct: this.distinct.length - 1, difference: base - this.bases.at(-1) };
    });
  }

  run() {
    const random = new Random(seed);
    const { low, typical, high } = this.months;
    const { usage, savings, increment, distinct, bases } = this;
    for (let trial = 0; trial < trial_count; ++trial) {
      random.seek(trial * forecast_months_max);
      for (let month = 0; month < usage.length; ++month)
        usage[month] = Math.ceil(quantile(low[month], typical[month], high[month], random.next()) / increment);
      for (let i = 0; i < distinct.length; ++i) distinct[i].settle(trial, usage, bases[i], savings);
    }
  }

  // Six figures an offer: mean, three quantiles, chance of overage and mean of expired minutes.
  risks() {
    const months = this.usage.length;
    const evaluated = this.distinct.map((one) => one.evaluate());
    return this.offers.flatMap(({ distinct, difference }) => {
      const { overage_trials, expired_minutes } = this.distinct[distinct];
      return [
        ...evaluated[distinct].map((amount) => amount + difference * months),
        divide(overage_trials * 10_000, trial_count),
        divide(expired_minutes, trial_count),
      ];
    });
  }

  // How often each offer is the cheapest of all, in basis points.
  cheapest_chances() {
    const months = this.usage.length;
    const nets = this.offers.map(({ distinct }) => this.distinct[distinct].nets);
    const differences = Float64Array.from(this.offers, ({ difference }) => difference * months);
    const wins = new Int32Array(nets.length);
    for (let trial = 0; trial < trial_count; ++trial) {
      let winner = 0;
      let least = Infinity;
      for (let i = 0; i < nets.length; ++i) {
        const net = nets[i][trial] + differences[i];
        if (net < least) {
          least = net;
          winner = i;
        }
      }
      ++wins[winner];
    }
    return Array.from(wins, (count) => divide(count * 10_000, trial_count));
  }
}
