"""The blind check: how far the options alone give a key away, computed by hand and by simulation."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations, product
from pathlib import Path
from statistics import mean

import pytest
from scipy.stats import binomtest

from course import blind
from course.blind import guessing
from course.blind.kinds import Group, Kind, group_of
from course.blind.rules import SAME_COUNTS
from course.blind.tally import Tally
from course.cli import main
from course.learning.scoring import credit_milli
from course.model.course import Course
from course.model.dialogue import Dialogue, Effect
from course.model.framework import Ref
from course.model.items import Bank, Card, Choose, Interaction, Match, Option, Order, Step, Target
from course.model.prose import NO_PROSE, Prose
from course.reading import course_folder
from course.records.course_keys import MatchKey, OrderKey
from course.source import NOWHERE
from tests import shipped_course
from tests.conftest import Expect, MakeCourse
from tests.course_folder import BASE, CASES

EXPECTED = CASES.parent / "expected"
WIDEST = 100
RUNS = 120
NOUNS = ["garden", "kitchen", "letter", "choir", "market", "harbour", "morning", "brother", "walk", "dinner"]
VERBS = ["Call", "Visit", "Write", "Carry", "Bring", "Paint", "Count", "Plan", "Draw", "Lift", "Mark", "Hold"]


def test_a_small_course_is_measured_as_by_hand() -> None:
    """Five choices of two options, all of four letters, in two units; the first option is the key.

    `one` asks twice, and `asks` is right. `two` asks three times: `asks` is right twice, `tell` once.
    An option has two features: its word, and that it begins with it. A weight is damped by 1/4.
    Tried on `two`: asks 1/4 (log 2.5/3 − log .5/3) = 1/4 log 5, tell as much below zero;
    with two features the odds of the key are exp(4 · 1/4 log 5) = 5, so 5/6, and 1/6 where it is `tell`.
    Tried on `one`: asks 1/4 (log 2.5/4 − log 1.5/4) = 1/4 log 5/3; odds 5/3, so 5/8.
    Right: 2 of 2 and 2 of 3. The interval is that of Wilson with 5 / 1.7 responses and z = 1.96:
    middle (.8 + 3.84/5.88) / (1 + 3.84/2.94) = .630, half of it .352, so .28 to .98.
    """
    asks, tells = ("asks", "tell"), ("tell", "asks")
    course = _course({"one": [_single(*asks)] * 2, "two": [_single(*asks), _single(*asks), _single(*tells)]})

    report = blind.measure(course)

    assert [round(answer.probability, 6) for answer in report.answers] == [
        0.625,
        0.625,
        *(round(share, 6) for share in (5 / 6, 5 / 6, 1 / 6)),
    ]
    assert blind.render(report) == (
        "The model         responses  right  95 % interval  chance\n"
        "  single choices          5   80 %     28 to 98 %    50 %\n"
        "\n"
        "The model, by unit and place  responses  right  95 % interval  chance\n"
        "  one                                 2  100 %    23 to 100 %    50 %\n"
        "    one-bank                          2  100 %    23 to 100 %    50 %\n"
        "  two                                 3   67 %     15 to 96 %    50 %\n"
        "    two-bank                          3   67 %     15 to 96 %    50 %\n"
    )


@pytest.mark.parametrize(
    ("rule", "key", "wrong", "earned"),
    [
        ("longest", "You know more", ("You know", "You"), 1),
        ("longest", "You know", ("You know more", "You"), 0),
        ("longest", "You know", ("You held", "You"), 1 / 2),
        ("shortest", "You", ("You know", "You know more"), 1),
        ("most specific", "Ring Esther at 9", ("Ring Esther soon", "Ring her soon"), 1),
        ("a question", "Shall we?", ("We shall.", "We do."), 1),
        ("open question", "Joyce, what helps?", ("Shall we ask what helps?", "What helps is a walk."), 1),
        ("fewest absolute or gushing words", "A walk helps.", ("Wonderful!", "A walk always helps."), 1),
    ],
)
def test_a_rule_earns_the_share_of_keys_among_options_that_tie(
    rule: str, key: str, wrong: tuple[str, ...], earned: float
) -> None:
    report = blind.measure(_course({"one": [_single(key, *wrong)]}))

    (followed,) = (each for each in report.followed if each.rule == rule)
    assert followed.tally.earned == earned
    assert followed.tally.chance == 1 / 3


def test_a_rule_says_nothing_where_all_options_are_alike_to_it() -> None:
    report = blind.measure(_course({"one": [_single("Here", "Then", "Soon")]}))

    assert report.followed == ()


def test_the_number_of_keys_is_guessed_from_the_other_units() -> None:
    two, one = _multiple(("a", "b"), ("c", "d")), _multiple(("a",), ("b", "c", "d"))

    report = blind.measure(_course({"one": [two, two, one], "two": [two]}))

    same = report.by_rule(SAME_COUNTS, lambda question: True)
    assert (same.responses, same.earned, round(same.chance, 3)) == (4, 3, 0.333)


@pytest.mark.parametrize("steps", range(2, 7))
def test_chance_of_an_order_is_the_mean_credit_of_all_orders(steps: int) -> None:
    key = list(map(str, range(steps)))

    expected = mean(credit_milli(OrderKey(steps=key), order) for order in permutations(key)) / 1000

    assert guessing.order(steps) == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize(("cards", "targets"), [(2, 2), (3, 3), (3, 5), (4, 4), (5, 2), (4, 3)])
def test_chance_of_placing_is_the_mean_credit_of_all_ways(cards: int, targets: int) -> None:
    names = [str(target) for target in range(targets)]
    for shared in (True, False) if cards <= targets else (True,):
        ways = list(product(names, repeat=cards) if shared else permutations(names, cards))
        pairs = {str(card): names[card % targets] for card in range(cards)}
        key = MatchKey(pairs=pairs, targets=targets, all_or_nothing=False)

        expected = mean(credit_milli(key, dict(zip(key.pairs, way, strict=True))) for way in ways) / 1000

        assert guessing.placing(cards, targets, shared=shared) == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize(("earned", "of"), [(0, 5), (4, 5), (33, 60), (60, 60)])
def test_the_interval_agrees_with_scipy(earned: int, of: int) -> None:
    expected = binomtest(earned, of).proportion_ci(0.95, "wilson")

    assert Tally(of, earned).interval == pytest.approx((expected.low, expected.high), abs=1e-4)


def test_orders_and_pairs_are_measured_by_the_credit_of_the_model() -> None:
    order = Order(tuple(Step(name, _prose(name)) for name in ("ask", "try", "plan")), NO_PROSE)
    match = _matching()

    report = blind.measure(_course({"one": [order, match] * 3, "two": [order, match] * 3}))

    assert {answer.question.sight.kind: answer.earned for answer in report.answers} == {
        Kind.ORDER: 1.0,
        Kind.MATCH: 1.0,
    }


def test_false_alarms_are_rare_on_courses_without_cues() -> None:
    reports = [blind.measure(_random_course(random.Random(seed))) for seed in range(RUNS)]

    rates = [report.by_model(lambda question: True) for report in reports]
    beyond = [rate for rate in rates if not rate.interval[0] <= rate.chance <= rate.interval[1]]
    alarms = [found.code for report in reports for found in blind.find(report)]
    assert len(beyond) < 0.05 * RUNS
    assert abs(mean(rate.rate - rate.chance for rate in rates)) < 0.02
    assert sum(code == "keys-given-away" for code in alarms) < 0.05 * RUNS
    assert sum(code == "rule-finds-keys" for code in alarms) < 0.05 * RUNS


@pytest.mark.parametrize("cue", ["word", "pair", "sign", "length"])
def test_planted_cues_are_found(cue: str) -> None:
    for seed in range(10):
        report = blind.measure(_random_course(random.Random(seed), cue))

        found = {finding.code for finding in blind.find(report)}
        assert {"keys-given-away", "key-given-away"} <= found


def test_a_planted_word_is_named_as_what_gave_the_key_away() -> None:
    findings = list(blind.find(blind.measure(_random_course(random.Random(1), "word"))))

    messages = [found.message for found in findings if found.code == "key-given-away"]
    assert messages
    assert all("`gently`" in message for message in messages)


def test_the_order_of_banks_and_options_changes_no_answer() -> None:
    course = _random_course(random.Random(3), "word")
    turned = replace(course, banks=tuple(map(_turned, reversed(course.banks))))

    def measures(measured: Course) -> dict[str, float]:
        return {
            answer.question.id: round(answer.probability, 9) for answer in blind.measure(measured).answers
        }

    assert measures(course) == measures(turned)


def test_cues_in_one_unit_only_are_no_help_in_another() -> None:
    report = blind.measure(
        _course({"one": [_single("gently", "soon")] * 5, "two": [_single("here", "then")]})
    )

    (tried,) = (answer for answer in report.answers if answer.question.unit == "two")
    assert tried.probability == 0.5


def test_groups_of_fewer_than_sixty_are_judged_together() -> None:
    choices: list[Interaction] = [_single("Ask gently", "Tell them")] * 20
    pairs: list[Interaction] = [_matching()] * 10

    separate = _messages(_course({"one": choices, "two": choices}), "keys-given-away")
    together = _messages(_course({"one": choices + pairs, "two": choices + pairs}), "keys-given-away")

    assert separate == []
    (message,) = together
    assert "60 choices and verdicts, orders and matches" in message


def test_turns_of_which_half_of_the_replies_help_are_not_too_easy(course_of: MakeCourse) -> None:
    course = course_folder.read([course_of("blind-easy-turns")]).course
    (talk,) = course.dialogues()
    first, second = talk.turns
    fewer = tuple(
        replace(reply, effect=Effect.HARMS) if place else reply for place, reply in enumerate(first.replies)
    )

    half = replace(course, exercises=(replace(talk, turns=(replace(first, replies=fewer), second)),))

    assert "easy-turns" in _codes(course)
    assert "easy-turns" not in _codes(half)


def test_turns_about_safety_are_left_out_of_the_families(course_of: MakeCourse) -> None:
    course = course_folder.read([course_of("blind-one-sided-family")]).course
    (competency,) = course.framework.competencies
    safe = replace(course.framework, competencies=(replace(competency, group="safety"),))

    assert "one-sided-family" in _codes(course)
    assert "one-sided-family" not in _codes(replace(course, framework=safe))


def test_seventy_percent_of_the_uses_of_a_family_is_not_too_often(course_of: MakeCourse) -> None:
    course = course_folder.read([course_of("blind-one-sided-family")]).course

    assert "one-sided-family" in _codes(_with_helpful_advice(course, 5))
    assert "one-sided-family" not in _codes(_with_helpful_advice(course, 6))


def test_feedback_that_says_instead_of_takes_nothing_back() -> None:
    for feedback, found in (("You ask instead of telling.", set()), ("Tell it instead.", {"key-taken-back"})):
        choice = Choose(
            (
                Option("a", _prose("Ask"), True, _prose(feedback)),
                Option("b", _prose("Tell"), False, _prose("But first ask.")),
            ),
            many=False,
        )
        assert _codes(_course({"one": [choice]})) == found


def test_a_language_without_words_is_measured_by_the_model_all_the_same() -> None:
    course = _random_course(random.Random(5), "word")
    course = replace(course, outline=replace(course.outline, language="nl"))

    report = blind.measure(course)

    assert "keys-given-away" in {found.code for found in blind.find(report)}
    assert "open question" not in {followed.rule for followed in report.followed}


@pytest.mark.parametrize(("form", "ending"), [("json", "json"), ("github", "github")])
def test_check_can_show_the_blind_measure_in_other_forms(
    form: str, ending: str, course_of: MakeCourse, expect: Expect, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--blind", "--format", form, str(course_of("blind-easy-turns"))]) == 0

    expect(EXPECTED / f"blind.{ending}", capsys.readouterr().out)


def test_check_prints_the_tables_before_the_findings(
    course_of: MakeCourse, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--blind", str(course_of("blind-rule-finds-keys"))]) == 0

    expected = (CASES / "blind-rule-finds-keys" / "expected.txt").read_text(encoding="utf-8")
    assert capsys.readouterr().out == expected


def test_a_plain_check_measures_nothing(course_of: MakeCourse, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(course_of("blind-keys-given-away"))]) == 0
    assert capsys.readouterr().out == "no findings\n"


@pytest.mark.parametrize("case", ["broken-yaml-colon", "item-without-key", "sort-too-few-groups"])
def test_nothing_is_measured_while_there_are_errors(
    case: str, course_of: MakeCourse, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--blind", str(course_of(case))]) == 1
    assert capsys.readouterr().out.startswith("error[")


def test_the_blueprint_and_the_blind_measure_are_asked_for_one_at_a_time() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--blind", "--blueprint", str(BASE)])
    assert stopped.value.code == 2


def test_every_response_of_the_shipped_course_is_measured_and_fits_a_narrow_terminal() -> None:
    course = shipped_course.course()
    report = blind.measure(course)

    items = {item.id for _, item in course.items()}
    turns = {f"{talk.head.id}/{turn.id}" for talk in course.dialogues() for turn in talk.turns}
    written = json.loads(blind.render_json(report, ()))["blind"]
    assert {entry["id"] for entry in written["items"]} == items | turns
    assert max(map(len, blind.render(report).splitlines())) <= WIDEST


def test_every_kind_belongs_to_a_group() -> None:
    assert {group_of(kind) for kind in Kind} == set(Group)


@pytest.mark.parametrize("file", sorted(Path(blind.__file__).parent.glob("*.py")), ids=lambda file: file.name)
def test_what_an_interaction_looks_like_is_known_in_one_place(file: Path) -> None:
    knows = re.search(r"case (Choose|Order|Match|BestWorst)\(", file.read_text(encoding="utf-8")) is not None

    assert knows == (file.name == "sight.py")


def _matching() -> Match:
    """Make a matching in which every card repeats words of its target."""
    names = ("fire brigade", "water board", "air force")
    targets = tuple(Target(str(place), _prose(name)) for place, name in enumerate(names))
    cards = tuple(
        Card(str(place), _prose(f"calls {name}"), str(place), NO_PROSE) for place, name in enumerate(names)
    )
    return Match(cards, targets, shared=False, all_or_nothing=False)


def _messages(course: Course, code: str) -> list[str]:
    return [found.message for found in blind.find(blind.measure(course)) if found.code == code]


def _codes(course: Course) -> set[str]:
    return {found.code for found in blind.find(blind.measure(course))}


def _course(asked: dict[str, Sequence[Interaction]]) -> Course:
    """Make a course of units with one bank each, and nothing else to answer."""
    course = course_folder.read([BASE]).course
    (bank,), (unit,) = course.banks, course.units
    item = next(bank.items())
    banks = [
        replace(
            bank,
            id=f"{name}-bank",
            unit=Ref(name, NOWHERE),
            entries=tuple(
                replace(item, id=f"{name}-{number}", interaction=interaction)
                for number, interaction in enumerate(interactions)
            ),
        )
        for name, interactions in asked.items()
    ]
    units = tuple(replace(unit, id=name) for name in asked)
    return replace(course, banks=tuple(banks), units=units)


def _random_course(rng: random.Random, cue: str = "") -> Course:
    """Make five units of 14 choices among random sentences; a cue stands in four of five keys."""

    def choice() -> Choose:
        texts = [_sentence(rng) for _ in range(3)]
        if rng.random() < 0.8:
            texts[0] = _cued(texts[0], cue)
        options = [
            Option(name, _prose(text), name == "a", NO_PROSE) for name, text in zip("abc", texts, strict=True)
        ]
        rng.shuffle(options)
        return Choose(tuple(options), many=False)

    return _course({f"unit-{name}": [choice() for _ in range(14)] for name in "abcde"})


def _sentence(rng: random.Random) -> str:
    verb, first, second = rng.choice(VERBS), rng.choice(NOUNS), rng.choice(NOUNS)
    said = rng.choice(["near", "with", "without", "before"])
    return f"{verb} the {first} {said} my {second}{rng.choice(['.', '!', ''])}"


def _cued(text: str, cue: str) -> str:
    match cue:
        case "word":
            return text.replace("the", "gently")
        case "pair":
            return re.sub(r" (near|with|without|before) my", r" my \1", text)
        case "sign":
            return text.rstrip(".!") + "?"
        case "length":
            return f"{text} {text}"
        case _:
            return text


def _turned(bank: Bank) -> Bank:
    """Return a bank with its items, and the options in them, from the last to the first."""
    items = []
    for item in bank.items():
        choice = item.interaction
        assert isinstance(choice, Choose)
        items.append(replace(item, interaction=replace(choice, options=choice.options[::-1])))
    return replace(bank, entries=tuple(items[::-1]))


def _with_helpful_advice(course: Course, number: int) -> Course:
    """Let so many of twenty pieces of advice help."""
    (talk,) = course.dialogues()
    left = number
    turns = []
    for turn in talk.turns:
        replies = []
        for reply in turn.replies:
            helps = reply.technique == "advice" and left > 0
            left -= helps
            replies.append(replace(reply, effect=Effect.HELPS) if helps else reply)
        turns.append(replace(turn, replies=tuple(replies)))
    changed: Dialogue = replace(talk, turns=tuple(turns))
    return replace(course, exercises=(changed,))


def _single(key: str, *wrong: str) -> Choose:
    return _multiple((key,), wrong, many=False)


def _multiple(keys: Sequence[str], wrong: Sequence[str], *, many: bool = True) -> Choose:
    texts = (*keys, *wrong)
    return Choose(
        tuple(
            Option("abcdef"[place], _prose(text), place < len(keys), NO_PROSE)
            for place, text in enumerate(texts)
        ),
        many,
    )


def _prose(text: str) -> Prose:
    return Prose((text,), text)
