"""Fractions of credit in whole thousandths.

The browser has the same rule in `site_templates/runtime/learning/thousandths.ts`.
"""


def milli(numerator: int, denominator: int) -> int:
    """Round a fraction half up to thousandths, never below zero."""
    return max(0, (2000 * numerator + denominator) // (2 * denominator))
