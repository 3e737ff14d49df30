"""How many minutes a step of a lesson takes.

People read 238 words a minute on average (Brysbaert 2019).
"""

from __future__ import annotations

from course.model.items import Choose, Interaction, Match, Order

WORDS_A_MINUTE = 238


def step_minutes(words: int, questions: float = 0, exercises: float = 0) -> float:
    """Return the minutes of a step: its reading, those of its questions, and those of its exercises."""
    return words / WORDS_A_MINUTE + questions + exercises


def question_minutes(interaction: Interaction) -> float:
    """Return the minutes that a question takes, its explanation included."""
    match interaction:
        case Choose(many=False):
            return 1
        case Choose() | Order() | Match():
            return 1.5
