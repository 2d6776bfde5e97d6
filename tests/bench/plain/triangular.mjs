// core/advice/triangular.cpp in JavaScript: exact, with a double's root wherever that decides.

const whole = 4294967296;

// sqrt(part * area / 2^32), rounded half up; both are at most 2^32. Whether it is k or more, the square
// (2 * k - 1)^2 * 2^30 decides; a double's root is sure of it but near that place.
function distance(part, area) {
  const root = Math.sqrt((part * area) / whole) + 0.5;
  const rounded = Math.floor(root);
  const rest = root - rounded;
  if (rest > 1e-6 && rest < 1 - 1e-6) return rounded;
  const nearest = Math.round(root);
  const edge = BigInt(2 * nearest - 1);
  return BigInt(part) * BigInt(area) >= edge * edge * (1n << 30n) ? nearest : nearest - 1;
}

// The minutes below which a share of part / 2^32 lies.
export function quantile(low, typical, high, part) {
  const width = high - low;
  const left = typical - low;
  if (part * width < left * whole) return low + distance(part, width * left);
  return high - distance(whole - part, width * (width - left));
}
