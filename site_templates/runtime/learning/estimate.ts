/**
 * The estimate of a competence from credit: a beta posterior, its interval, and how likely it clears the cut.
 *
 * With credit s out of n, the posterior under the Jeffreys prior Beta(½, ½) is Beta(s + ½, n − s + ½)
 * (Brown, Cai and DasGupta 2001, Statistical Science 16(2), 101–133).
 */

export const PRIOR = 0.5;
/** On either side of the 80 % interval. */
export const TAIL = 0.1;

const SMALLEST = 1e-300; // used in place of zero where the continued fraction divides
const CLOSE = 1e-15;
const MOST_STEPS = 10_000;
const MOST_TRIES = 100;
const NEAR = 1e-12;

/** `low` to `high` holds the true level with 80 %; `probability` is that it is at the cut or above. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly probability: number;
}

const KEPT = 20_000;
const MADE = new Map<string, Estimate>(); // a group of trainers has the same few counts again and again

/** Return the estimate from credit `s` out of `n`; both may be fractions. */
export function estimate(s: number, n: number, cut: number): Estimate {
  const name = `${s}/${n}/${cut}`;
  const known = MADE.get(name);
  if (known) return known;
  if (MADE.size >= KEPT) MADE.clear();
  const made = computed(s, n, cut);
  MADE.set(name, made);
  return made;
}

function computed(s: number, n: number, cut: number): Estimate {
  const a = s + PRIOR;
  const b = n - s + PRIOR;
  return {
    mean: a / (a + b),
    low: quantile(TAIL, a, b),
    high: quantile(1 - TAIL, a, b),
    probability: probability(s, n, cut),
  };
}

/** Return how likely the true level is at the cut or above: 1 − I_cut(a, b), which is I_(1−cut)(b, a) (DLMF 8.17.4). */
export function probability(s: number, n: number, cut: number): number {
  return incompleteBeta(1 - cut, n - s + PRIOR, s + PRIOR);
}

/** Return the x with I_x(a, b) = p, by Newton's method, halving where its step leaves the bounds. */
export function quantile(p: number, a: number, b: number): number {
  let [low, high, x] = [0, 1, a / (a + b)];
  for (let i = 0; i < MOST_TRIES; i++) {
    const tooMuch = incompleteBeta(x, a, b) - p;
    if (tooMuch < 0) low = x;
    else high = x;
    const slope = density(x, a, b);
    let nearer = slope > 0 ? x - tooMuch / slope : low;
    if (!(low < nearer && nearer < high)) nearer = (low + high) / 2;
    if (Math.abs(nearer - x) < NEAR) return nearer;
    x = nearer;
  }
  return x;
}

/**
 * Return the regularised incomplete beta function I_x(a, b) (DLMF 8.17.22).
 *
 * Its continued fraction converges fast where x < (a + 1) / (a + b + 2); elsewhere I_x(a, b) = 1 − I_(1−x)(b, a).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  return x > (a + 1) / (a + b + 2) ? 1 - byFraction(1 - x, b, a) : byFraction(x, a, b);
}

function byFraction(x: number, a: number, b: number): number {
  return (density(x, a, b) * x * (1 - x)) / (a * fraction(x, a, b));
}

/** Return x^(a − 1) (1 − x)^(b − 1) / B(a, b). */
function density(x: number, a: number, b: number): number {
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta);
}

/** Return 1 + d₁ / (1 + d₂ / (1 + …)) by the modified Lentz method (Thompson and Barnett 1986). */
function fraction(x: number, a: number, b: number): number {
  let [value, upper, lower] = [1, 1, 0];
  for (let step = 1; step < MOST_STEPS; step++) {
    const term = termOf(step, x, a, b);
    lower = 1 / notZero(1 + term * lower);
    upper = notZero(1 + term / upper);
    value *= upper * lower;
    if (Math.abs(upper * lower - 1) < CLOSE) break;
  }
  return value;
}

/** Return d_step: for 2m, m(b−m)x / ((a+2m−1)(a+2m)); for 2m+1, −(a+m)(a+b+m)x / ((a+2m)(a+2m+1)). */
function termOf(step: number, x: number, a: number, b: number): number {
  const m = Math.floor(step / 2);
  if (step % 2 === 0) return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
  return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
}

function notZero(value: number): number {
  return Math.abs(value) > SMALLEST ? value : SMALLEST;
}

/** Return ln Γ(x) for x > 0 by Stirling's series (DLMF 5.11.1), after shifting x to where it is exact enough. */
function logGamma(x: number): number {
  let shift = 0;
  while (x < 16) shift += Math.log(x++);
  const y = 1 / (x * x);
  const series = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))))) / x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - shift;
}
