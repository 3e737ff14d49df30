"""`course explain`: explain the code of a finding."""

from __future__ import annotations

from course.commands.output import FINE, WRONG_USE, fail
from course.diagnostics import did_you_mean
from course.explain import EXPLANATIONS, explain


def run(code: str) -> int:
    """Print what a code means. Return 2 for a code that does not exist."""
    text = explain(code)
    if text is None:
        known = did_you_mean(code, EXPLANATIONS, "a finding shows its code in square brackets")
        return fail(f"there is no code `{code}`", known, code=WRONG_USE)
    print(f"{code}\n\n{text}")
    return FINE
