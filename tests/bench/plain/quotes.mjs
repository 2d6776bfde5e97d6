// make_quote() by hand, as fast as JavaScript allows: lines, months and totals of all offers are in typed
// arrays that each forecast overwrites. Nothing is allocated.
import { month_count } from "./forecasts.mjs";
import { choose_pairs, first_months } from "./pooling.mjs";
import { block, graduated, rounded, volume } from "./tariffs.mjs";

const usage_max = 60_000;
// Kinds of lines, by core's numbers.
export const base = 1;
export const base_discount = 2;
export const overage = 8;
export const overage_flat_fee = 9;
export const overage_discount = 10;

export class Quotes {
  constructor(tariffs, vat_basis_points) {
    const { count, first_tier } = tariffs;
    this.tariffs = tariffs;
    this.vat_rate = vat_basis_points;
    this.lines_max = 0; // of one quote
    for (let i = 0; i < count; ++i)
      this.lines_max = Math.max(this.lines_max, month_count * (3 + 2 * (first_tier[i + 1] - first_tier[i])));
    const lines = count * this.lines_max;
    this.line_month = new Int32Array(lines);
    this.line_kind = new Uint8Array(lines);
    this.line_minutes = new Int32Array(lines); // -1: none
    this.line_rate = new Float64Array(lines); // -1: none
    this.line_quantity = new Int32Array(lines); // -1: none
    this.line_net = new Float64Array(lines);
    this.line_end = new Int32Array(count); // of a quote that begins at its number times lines_max
    const months = count * month_count;
    this.month_used = new Int32Array(months);
    this.month_overage = new Int32Array(months);
    this.month_expired = new Int32Array(months);
    this.month_net = new Float64Array(months);
    this.pairs = new Int32Array(months); // first months, from 1; month_count a quote
    this.pair_count = new Int32Array(count);
    for (const total of ["worked", "used", "overage", "expired"]) this[total] = new Int32Array(count);
    for (const total of ["fixed", "expected", "committed_beyond", "saved", "net", "vat", "gross", "hourly_rate"])
      this[total] = new Float64Array(count); // rate -1: none
    this.savings = new Float64Array(month_count - 1);
    this.cursor = 0;
  }

  // Quotes every offer for the twelve months from `at` on; returns the sum of the net totals.
  quote_all(usage, at) {
    let sum = 0;
    for (let offer = 0; offer < this.tariffs.count; ++offer) sum += this.quote(offer, usage, at);
    return sum;
  }

  quote(offer, usage, at) {
    const first_month = offer * month_count;
    this.round_up(usage, at, first_month);
    this.choose(offer, first_month);
    this.balance(offer, first_month);
    this.cursor = offer * this.lines_max;
    const { has_base, price, discount } = this.tariffs;
    const off_base = rounded(price[offer] * discount[offer], 10000);
    let fixed = 0;
    let expected = 0;
    for (let month = 0; month < month_count; ++month) {
      let month_fixed = 0;
      if (has_base[offer] === 1) {
        month_fixed += this.append(month + 1, base, -1, -1, -1, price[offer]);
        if (off_base !== 0) month_fixed += this.append(month + 1, base_discount, -1, -1, -1, -off_base);
      }
      const month_expected = this.extra_lines(offer, this.month_overage[first_month + month], month + 1);
      this.month_net[first_month + month] = month_fixed + month_expected;
      fixed += month_fixed;
      expected += month_expected;
    }
    this.line_end[offer] = this.cursor;
    this.fixed[offer] = fixed;
    this.expected[offer] = expected;
    const term = this.tariffs.term_months[offer];
    this.committed_beyond[offer] = (price[offer] - off_base) * (Math.ceil(month_count / term) * term - month_count);
    return this.fill_totals(offer, first_month, fixed + expected, usage, at);
  }

  round_up(usage, at, first_month) {
    const { increment } = this.tariffs;
    for (let i = 0; i < month_count; ++i) {
      const entered = usage[at + i];
      if (entered < 0 || entered > usage_max) throw new RangeError("usage");
      const beyond = entered % increment;
      this.month_used[first_month + i] = beyond === 0 ? entered : entered - beyond + increment;
    }
  }

  choose(offer, first_month) {
    const { included, pairs_max } = this.tariffs;
    this.pair_count[offer] = 0;
    this.saved[offer] = 0;
    if (pairs_max[offer] === 0) return;
    let before = 0;
    let beyond_before = 0;
    for (let i = 0; i < month_count; ++i) {
      const beyond = this.month_used[first_month + i] - included[offer];
      const alone = this.tariffs.extra_charge(offer, beyond);
      if (i > 0) {
        // Only a month with minutes left and one that needs more are pooled.
        const may_pool = beyond * beyond_before < 0;
        const saving = may_pool ? before + alone - this.tariffs.extra_charge(offer, beyond + beyond_before) : 0;
        this.savings[i - 1] = saving;
      }
      before = alone;
      beyond_before = beyond;
    }
    const count = choose_pairs(this.savings, month_count - 1, pairs_max[offer]);
    for (let i = 0; i < count; ++i) {
      this.pairs[first_month + i] = first_months[i] + 1;
      this.saved[offer] += this.savings[first_months[i]];
    }
    this.pair_count[offer] = count;
  }

  balance(offer, first_month) {
    const included = this.tariffs.included[offer];
    let next = first_month;
    const end = first_month + this.pair_count[offer];
    for (let i = 0; i < month_count; ++i) {
      const at = first_month + i;
      let beyond = this.month_used[at] - included;
      if (next < end && this.pairs[next] === i + 1) {
        beyond = 0;
      } else if (next < end && this.pairs[next] === i) {
        beyond += this.month_used[at - 1] - included;
        ++next;
      }
      this.month_overage[at] = beyond > 0 ? beyond : 0;
      this.month_expired[at] = beyond < 0 ? -beyond : 0;
    }
  }

  append(month, kind, minutes, rate, quantity, net) {
    const at = this.cursor++;
    this.line_month[at] = month;
    this.line_kind[at] = kind;
    this.line_minutes[at] = minutes;
    this.line_rate[at] = rate;
    this.line_quantity[at] = quantity;
    this.line_net[at] = net;
    return net;
  }

  append_tier(tier, minutes, month) {
    const { rate, fee } = this.tariffs;
    const net = this.append(month, overage, minutes, rate[tier], -1, rounded(minutes * rate[tier], 60));
    return fee[tier] === 0 ? net : net + this.append(month, overage_flat_fee, -1, -1, -1, fee[tier]);
  }

  extra_lines(offer, extra, month) {
    if (extra <= 0) return 0;
    const { mode, first_tier, upper, rate, block_size } = this.tariffs;
    let tier = first_tier[offer];
    let sum = 0;
    if (mode[offer] === graduated) {
      let lower = 0;
      for (; tier < first_tier[offer + 1] && extra > lower; ++tier) {
        const end = Math.min(upper[tier], extra);
        sum += this.append_tier(tier, end - lower, month);
        lower = end;
      }
    } else if (mode[offer] === volume) {
      while (extra > upper[tier]) ++tier;
      sum = this.append_tier(tier, extra, month);
    } else if (mode[offer] === block) {
      const blocks = Math.ceil(extra / block_size[tier]);
      sum = this.append(month, overage, extra, -1, blocks, blocks * rate[tier]);
    }
    const discount = rounded(sum * this.tariffs.overage_discount[offer], 10000);
    return discount === 0 ? sum : sum + this.append(month, overage_discount, -1, -1, -1, -discount);
  }

  fill_totals(offer, first_month, net, usage, at) {
    let worked = 0;
    let used = 0;
    let overage = 0;
    let expired = 0;
    for (let i = 0; i < month_count; ++i) worked += usage[at + i];
    for (let i = first_month; i < first_month + month_count; ++i) {
      used += this.month_used[i];
      overage += this.month_overage[i];
      expired += this.month_expired[i];
    }
    const vat = rounded(net * this.vat_rate, 10000);
    this.worked[offer] = worked;
    this.used[offer] = used;
    this.overage[offer] = overage;
    this.expired[offer] = expired;
    this.net[offer] = net;
    this.vat[offer] = vat;
    this.gross[offer] = net + vat;
    this.hourly_rate[offer] = worked === 0 ? -1 : rounded(net * 60, worked);
    return net;
  }

  // All that the quote of an offer says beside net and gross, as tests/bench/work.cpp digests it.
  digest(offer) {
    let digest = this.tariffs.term_months[offer];
    const take = (...figures) => figures.forEach((figure) => (digest = (Math.imul(digest, 31) + (figure | 0)) | 0));
    const first_month = offer * month_count;
    take(...this.pairs.subarray(first_month, first_month + this.pair_count[offer]));
    for (let i = first_month; i < first_month + month_count; ++i) {
      take(i - first_month + 1, this.month_used[i], this.tariffs.included[offer], this.month_overage[i]);
      take(this.month_expired[i], this.month_net[i]);
    }
    for (let i = offer * this.lines_max; i < this.line_end[offer]; ++i)
      take(this.line_month[i], this.line_kind[i], this.line_minutes[i], this.line_rate[i], this.line_quantity[i], this.line_net[i]);
    take(this.worked[offer], this.used[offer], month_count * this.tariffs.included[offer]);
    take(this.overage[offer], this.expired[offer], this.fixed[offer], this.expected[offer]);
    take(this.committed_beyond[offer], this.saved[offer], this.vat[offer], this.hourly_rate[offer]);
    return digest >>> 0;
  }
}
