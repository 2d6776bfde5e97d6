// core/base/random.hpp in JavaScript: SplitMix64 in two halves of 32 bits, by place. Multiplying by BigInt
// is some thirty times slower; the state is advanced by addition where places follow one another.

const golden_high = 0x9e3779b9;
const golden_low = 0x7f4a7c15;

// The upper 32 bits of the unsigned product of two numbers of 32 bits.
function product_high(a, b) {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = (Math.imul(a1, b0) >>> 0) + (Math.imul(a0, b0) >>> 16);
  const low = (Math.imul(a0, b1) >>> 0) + (middle & 0xffff);
  return (Math.imul(a1, b1) + (middle >>> 16) + (low >>> 16)) | 0;
}

// SplitMix64's mixing of a state; its result's upper half alone is ever used.
function mixed_high(high, low) {
  let x_low = low ^ ((low >>> 30) | (high << 2));
  let x_high = high ^ (high >>> 30);
  let y_high = (product_high(x_low, 0x1ce4e5b9) + Math.imul(x_high, 0x1ce4e5b9) + Math.imul(x_low, 0xbf58476d)) | 0;
  let y_low = Math.imul(x_low, 0x1ce4e5b9);
  x_low = y_low ^ ((y_low >>> 27) | (y_high << 5));
  x_high = y_high ^ (y_high >>> 27);
  y_high = (product_high(x_low, 0x133111eb) + Math.imul(x_high, 0x133111eb) + Math.imul(x_low, 0x94d049bb)) | 0;
  return (y_high ^ (y_high >>> 31)) >>> 0;
}

// Draws the upper 32 bits of the numbers of one seed (below 2^32).
export class Random {
  constructor(seed) {
    this.seed = seed;
    this.high = 0;
    this.low = 0;
    this.step_high = 0;
    this.step_low = 0;
  }

  // The next number drawn is that of `index` (below 2^32 - 1).
  seek(index) {
    const low = Math.imul(index, golden_low);
    const high = (product_high(index, golden_low) + Math.imul(index, golden_high)) | 0;
    const sum = (low >>> 0) + this.seed;
    this.low = sum | 0;
    this.high = (high + (sum > 0xffffffff ? 1 : 0)) | 0;
  }

  next() {
    const sum = (this.low >>> 0) + golden_low;
    this.low = sum | 0;
    this.high = (this.high + golden_high + (sum > 0xffffffff ? 1 : 0)) | 0;
    return mixed_high(this.high, this.low);
  }
}
