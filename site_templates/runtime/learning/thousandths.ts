/** Fractions of credit in whole thousandths. The same rule is in `course/learning/thousandths.py`. */

/** Round a fraction half up to thousandths, never below zero. */
export function milli(numerator: number, denominator: number): number {
  if (numerator <= 0) return 0;
  const doubled = 2000 * numerator + denominator;
  return (doubled - (doubled % (2 * denominator))) / (2 * denominator);
}
