"""Extended matching: one list of options, and several stems with a key each."""

from __future__ import annotations

from collections.abc import Callable

from course.diagnostics import Diagnostic, Report
from course.items.options import require_known
from course.markdown_reader import read_line
from course.model.items import Choose, Item, ListedOption, Option, OptionList
from course.model.prose import NO_PROSE, Prose
from course.parts import Parts, Texts, require_distinct, too_few, too_many
from course.source import Text
from course.yaml_reader import Mapping

LEAST_OPTIONS, MOST_OPTIONS = 4, 8
LEAST_STEMS, MOST_STEMS = 2, 6

ReadStem = Callable[[Mapping, Choose], Item]


def read(fields: Mapping, report: Report, read_stem: ReadStem) -> OptionList:
    """Read a list and its stems; `read_stem` makes an item of the other fields of a stem and its choice."""
    name, title = fields.id(), fields.words("title").value
    options = _read_options(fields, report)
    stems: list[Item] = []
    parts = Parts(fields, "stems")
    for stem in parts:
        stems.append(read_stem(stem, _read_choice(stem, options, report)))
    _require_size("stems", len(stems), LEAST_STEMS, MOST_STEMS, parts, report)
    return OptionList(name.value, title, options, tuple(stems), name.span)


def _read_options(fields: Mapping, report: Report) -> tuple[ListedOption, ...]:
    options: list[ListedOption] = []
    ids: list[Text] = []
    texts = Texts("options", report)
    parts = Parts(fields, "options")
    for option in parts:
        ids.append(option.id())
        options.append(ListedOption(ids[-1].value, texts.read(option.text("text"))))
    require_distinct(ids, report)
    _require_size("options", len(options), LEAST_OPTIONS, MOST_OPTIONS, parts, report)
    return tuple(options)


def _require_size(what: str, number: int, least: int, most: int, parts: Parts, report: Report) -> None:
    if parts.are_readable and number < least:
        report(too_few(what, least, parts.place))
    elif parts.are_readable and number > most:
        report(too_many(what, most, parts.place))


def _read_choice(stem: Mapping, options: tuple[ListedOption, ...], report: Report) -> Choose:
    """Read the key of a stem, and what to say of the key and of the options it is likely confused with."""
    known = [option.id for option in options]
    key = stem.ref("key")
    require_known(key, known, report)
    said = {key.value: read_line(stem.text("feedback"), report)}
    confused: list[Text] = []
    confusions = Parts(stem, "confusions")
    for confusion in confusions:
        confused.append(confusion.ref("option"))
        feedback = read_line(confusion.text("feedback"), report)
        if key and confused[-1].value == key.value:
            report(confused_with_itself(confused[-1]))
        else:
            require_known(confused[-1], known, report)
            said.setdefault(confused[-1].value, feedback)
    require_distinct(confused, report)
    if confusions.are_readable and not confused:
        report(too_few("confusions", 1, confusions.place))
    return Choose(tuple(_option(each, key.value, said) for each in options), many=False, is_listed=True)


def _option(listed: ListedOption, key: str, said: dict[str, Prose]) -> Option:
    return Option(listed.id, listed.text, listed.id == key, said.get(listed.id, NO_PROSE))


def confused_with_itself(name: Text) -> Diagnostic:
    """A stem names its key among the options that the key is confused with.

    What is said of the key is its own `feedback`; a confusion is a wrong option that people who know a part
    of the subject choose.
    """
    return Diagnostic(
        "confused-with-itself",
        f"`{name.value}` is the key of this stem, and not a confusion",
        name.span,
        "name the wrong option that people choose, or change `key`",
    )
