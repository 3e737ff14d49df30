"""What a blind measure finds: keys that their options give away, and what does it."""

from __future__ import annotations

from collections.abc import Iterator

from course.blind.kinds import Group, Kind, group_of
from course.blind.questions import of_groups
from course.blind.report import Report
from course.blind.rules import LONGEST, RULES
from course.blind.sight import Picks
from course.blind.tally import Tally
from course.blind.word_model import Answer
from course.diagnostics import Diagnostic, Severity
from course.lint.chance import RARE
from course.lint.vocabulary import phrases
from course.model.dialogue import Effect
from course.source import NOWHERE, Span

MARGIN = 0.12
FEWEST_RESPONSES = 60
FEWEST_FOLLOWED = 12
MOST_WORST = 5
ONE_SIDED = 0.7
FEWEST_USES = 20
MOST_BY_CHANCE = 0.5
MOST_PROBABLE = 0.99  # beyond this, the model's own assumptions are less sure than that

Groups = frozenset[Group]
RULED = (Group.CHOICES, Group.TURNS)


def find(report: Report) -> Iterator[Diagnostic]:
    """Find everything that a blind measure has to say."""
    yield from keys_given_away(report)
    yield from key_given_away(report)
    yield from rule_finds_keys(report)
    yield from one_sided_family(report)
    yield from easy_turns(report)
    yield from key_taken_back(report)


def keys_given_away(report: Report) -> Iterator[Diagnostic]:
    """A model that reads options only finds more keys than chance does, by over 12 points.

    It learns from the options of all other units which words are right, and never sees a stem.
    Choices, dialogue turns, and what is ordered or matched are judged separately,
    where there are at least 60; those with fewer are judged together.
    It is a warning of `course check --blind` only; `docs/items.md` says how to rewrite such items.
    """
    for groups in _too_easy(report):
        tally = report.by_model(of_groups(*groups))
        low, high = tally.interval
        right = f"{percent(tally.rate)} ({100 * low:.0f} to {percent(high)})"
        worst = ", ".join(f"`{answer.question.id}`" for answer in _worst(report, groups))
        begin = f"begin with {worst}" if worst else "write items anew"
        yield _warning(
            "keys-given-away",
            f"without the stems a model is right in {right} of {tally.responses} {_named(report, groups)}, "
            f"by chance in {percent(tally.chance)}",
            report.course.outline.span,
            f"{begin}: let one list of options serve several situations",
        )


def key_given_away(report: Report) -> Iterator[Diagnostic]:
    """The options of this item are among the worst of those that give their key away.

    The model was surest of its key, and right; the words are those that spoke most for it.
    Only the five worst of each group are named, and only where the group as a whole is too easy.
    It is a warning of `course check --blind` only.
    """
    for groups in _too_easy(report):
        for answer in _worst(report, groups):
            chance = percent(answer.question.sight.chance)
            clues = ", ".join(answer.clues)
            yield _warning(
                "key-given-away",
                f"without the stem the key is {_probable(answer.probability)} probable, by chance {chance}; "
                f"what gives it away: {clues}",
                answer.question.span,
                "make all options the same kind of reply, and let the situation decide between them",
            )


def rule_finds_keys(report: Report) -> Iterator[Diagnostic]:
    """A simple rule, such as "take the longest", finds keys more often than chance would have it.

    Single choices, multiple choices and verdicts are counted together, and dialogue turns separately.
    A rule is followed where it distinguishes options; the choice among options that tie is shared.
    It is found when chance would bring it about in fewer than one course in twenty, for all rules together.
    "The longest" is found too when it is right less often than chance has it: "never pick the longest".
    """
    rare = RARE / (len(RULES) + 1) / len(RULED)
    for group in RULED:
        for rule in RULES:
            tally = report.by_rule(rule, of_groups(group))
            if tally.responses < FEWEST_FOLLOWED:
                continue
            fact = (
                f"is right in {percent(tally.rate)} of {tally.responses} {group}, "
                f"by chance in {percent(tally.chance)}"
            )
            span = report.course.outline.span
            if tally.surprise() < rare:
                unit = _most_in(report, rule, group)
                step = f"let the key be something else in some of them, first in `{unit}`"
                yield _warning("rule-finds-keys", f"the rule “{rule}” {fact}", span, step)
            elif rule == LONGEST and tally.surprise(below=True) < rare:
                step = "lengthen some keys, or shorten some wrong options, where it can be done plainly"
                yield _warning("rule-finds-keys", f"the rule “{rule}” {fact}", span, step)


def one_sided_family(report: Report) -> Iterator[Diagnostic]:
    """A kind of reply helps, or does not help, in more than 70 % of at least 20 uses in dialogues.

    Learners then choose the kind and need not read the moment.
    Replies are sorted by words in their `technique`; one with two techniques counts in both.
    Items have no technique and are not counted, so no `harm` item is;
    turns that assess a competency of the group `safety` are exempt:
    a question about suicide is never marked wrong to balance the counts.
    """
    for family in report.families:
        helping = family.having(Effect.HELPS)
        is_right = helping > ONE_SIDED * family.uses
        is_wrong = family.uses - helping > ONE_SIDED * family.uses
        if family.uses >= FEWEST_USES and (is_right or is_wrong):
            step = (
                "write turns in which something else helps more"
                if is_right
                else "write turns in which just this helps, as it does in life"
            )
            yield _warning(
                "one-sided-family",
                f"the family “{family.name}” helps in {helping} of {family.uses} uses",
                family.replies[0].span,
                step,
            )


def easy_turns(report: Report) -> Iterator[Diagnostic]:
    """Over half of all replies in dialogues help, so that someone who guesses does well.

    The mean over all turns is judged, so a single turn may be generous.
    It is shown at the turn with the largest share of replies that help.
    """
    turns = [question for question in report.questions if question.sight.kind is Kind.TURN]
    if not turns:
        return
    mean = sum(turn.sight.chance for turn in turns) / len(turns)
    if mean > MOST_BY_CHANCE:
        yield _warning(
            "easy-turns",
            f"a guess helps in {percent(mean)} of the {len(turns)} dialogue turns of this course",
            max(turns, key=lambda turn: turn.sight.chance).span,
            "let fewer replies help, here and elsewhere, until it is half at most",
        )


def key_taken_back(report: Report) -> Iterator[Diagnostic]:
    """The feedback of a right option may take it back, with words such as "instead" or "but first".

    Then the option is not quite right, or the feedback belongs to another one; only a reader can say.
    Replies of dialogues that help, and `proficient` ones, are looked at too.
    """
    words = report.words
    for question in report.questions:
        for offer in question.sight.offers if isinstance(question.sight, Picks) else ():
            said = phrases(words.harmless).sub(" ", " ".join(offer.feedback.words))
            found = phrases(words.takes_back).search(said)
            if offer.is_right and found:
                yield _warning(
                    "key-taken-back",
                    f"this option is right, and its feedback says “{found[0]}”",
                    question.span if offer.feedback.span == NOWHERE else offer.feedback.span.find(found[0]),
                    "read both again: if the feedback is fair, the option is not right yet",
                )


def percent(share: float) -> str:
    """Return a share of 0 to 1 in whole percent."""
    return f"{100 * share:.0f} %"


def _probable(share: float) -> str:
    return percent(share) if share < MOST_PROBABLE else f"over {percent(MOST_PROBABLE)}"


def _too_easy(report: Report) -> Iterator[Groups]:
    """Yield the groups in which the model finds too much; small groups make one together."""
    singles = [frozenset({group}) for group in Group]
    large = [one for one in singles if report.by_model(of_groups(*one)).responses >= FEWEST_RESPONSES]
    small = frozenset(Group).difference(*large)
    for groups in (*large, small):
        tally = report.by_model(of_groups(*groups))
        if tally.responses >= FEWEST_RESPONSES and _is_too_easy(tally):
            yield groups


def _is_too_easy(tally: Tally) -> bool:
    return tally.rate > tally.chance + MARGIN and tally.interval[0] > tally.chance


def _worst(report: Report, groups: Groups) -> list[Answer]:
    """Return the answers that were right with the highest probability beyond chance."""
    is_wanted = of_groups(*groups)
    found = [
        answer
        for answer in report.answers
        if is_wanted(answer.question) and answer.clues and answer.earned == 1
    ]
    found.sort(key=lambda answer: (answer.question.sight.chance - answer.probability, answer.question.id))
    return found[:MOST_WORST]


def _most_in(report: Report, rule: str, group: Group) -> str:
    """Return the unit in which a rule gains most."""

    is_wanted = of_groups(group)

    def gained(unit: str) -> float:
        tally = report.by_rule(rule, lambda question: question.unit == unit and is_wanted(question))
        return tally.earned - tally.by_chance

    return max((unit for unit, _ in report.places()), key=gained)


def _named(report: Report, groups: Groups) -> str:
    there = {group_of(answer.question.sight.kind) for answer in report.answers}
    return ", ".join(group for group in Group if group in groups & there)


def _warning(code: str, message: str, span: Span, step: str) -> Diagnostic:
    return Diagnostic(code, message, span, step, Severity.WARNING)
