"""Why a file is refused: a code, what is wrong with it, and one next step."""

from __future__ import annotations

from dataclasses import dataclass

_ANEW = "export the record again in the browser that holds it, and use that file"
_WHOLE = "copy or download the file again, and check that it arrives whole"

_NEWER_RELEASE = "open it with a newer release of the course"


@dataclass(frozen=True)
class Refusal:
    """Why a file is not accepted. Nothing else changes because of it."""

    code: str
    message: str
    help: str


class RefusalError(Exception):
    """Carries a refusal from where it is found to where reading began."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


def unreadable(reason: str) -> Refusal:
    """Refuse a file that cannot be opened or read."""
    return Refusal(
        "unreadable", f"this file cannot be read: {reason}", "check that it is there and may be read"
    )


def no_regular_file(kind: str) -> Refusal:
    """Refuse a folder, a pipe or a device: reading it might never end."""
    return Refusal(
        "no-regular-file", f"this is {kind}, not a file", "name the file itself, or move this elsewhere"
    )


def changed_meanwhile() -> Refusal:
    """Refuse a file that was written to while it was read."""
    message = "this file was written to while it was read"
    return Refusal("changed-meanwhile", message, "wait until it is complete, and try again")


def too_large(limit: int) -> Refusal:
    """Refuse a file that is larger than any record; the limit is in bytes."""
    message = f"this file is larger than {limit // 1_000_000} MB, which no record is"
    return Refusal("too-large", message, "choose the file that an export made")


def not_utf8() -> Refusal:
    """Refuse a file that is not text in UTF-8."""
    return Refusal("not-utf8", "this file is not text in UTF-8", "choose the .json file that an export made")


def empty() -> Refusal:
    """Refuse a file without any byte."""
    return Refusal("empty", "this file is empty", _WHOLE)


def truncated() -> Refusal:
    """Refuse a file that breaks off."""
    return Refusal("truncated", "this file breaks off before its end", _WHOLE)


def not_json(line: int, column: int) -> Refusal:
    """Refuse text that is not JSON; line and column begin with 1."""
    return Refusal("not-json", f"this file is not JSON: it breaks in line {line}, column {column}", _ANEW)


def too_deep(limit: int) -> Refusal:
    """Refuse values nested deeper than any record's."""
    return Refusal("too-deep", f"this file is nested deeper than {limit} levels, which no record is", _ANEW)


def duplicate_key(key: str) -> Refusal:
    """Refuse an object that holds a key twice: programs differ in which one they take."""
    return Refusal("duplicate-key", f"the key {shown(key)} stands twice in one object", _ANEW)


def bad_number(text: str) -> Refusal:
    """Refuse a number that programs read differently."""
    message = f"the number {shown(text)} is not a whole number that every program reads alike"
    return Refusal("bad-number", message, _ANEW)


def half_character() -> Refusal:
    """Refuse a lone surrogate, which has no form in UTF-8."""
    return Refusal("half-character", "a text in this file holds half a character (a lone surrogate)", _ANEW)


def not_a_record() -> Refusal:
    """Refuse JSON that does not say that it is a record."""
    message = "this file is not a competence record"
    return Refusal("not-a-record", message, "choose a file whose name begins with competence-")


def unknown_version(version: str) -> Refusal:
    """Refuse a record of a version that is not known here."""
    message = f"this record has version {shown(version)}; this program reads version 1"
    is_older = version.partition(".")[0].strip("0") == ""
    step = "export it again with a release that writes version 1" if is_older else _NEWER_RELEASE
    return Refusal("unknown-version", message, step)


def other_course(name: str, ours: str) -> Refusal:
    """Refuse a record of another course."""
    message = f"this record belongs to the course {shown(name)}, not to {shown(ours)}"
    return Refusal("other-course", message, "open it with that course: `--course DIR`")


def wrong_shape(place: str, reason: str) -> Refusal:
    """Refuse a value that is not as the schema has it."""
    # both may quote the file
    where, why = visible(place, 120), visible(reason, 120)
    return Refusal("wrong-shape", f"{where} is not as a record has it: {why}", _ANEW)


def unknown_key(place: str, key: str) -> Refusal:
    """Refuse a key that this version does not have: it would be lost."""
    message = (
        f"{visible(place, 120)} holds the key {shown(key)}, which a record of this version does not have"
    )
    return Refusal("unknown-key", message, _ANEW)


def changed() -> Refusal:
    """Refuse a record whose digest does not fit."""
    return Refusal("changed", "this file was changed after it was exported: its digest does not fit", _ANEW)


def different_people() -> Refusal:
    """Refuse to merge records under different pseudonyms."""
    message = "these records are under different pseudonyms"
    return Refusal("different-people", message, "if they are one person's, say so with --same-person")


def too_many_pseudonyms(limit: int) -> Refusal:
    """Refuse a record under more pseudonyms than a person has: it would join many people to one."""
    message = f"this record names more than {limit} pseudonyms, which no trainer has"
    return Refusal("too-many-pseudonyms", message, "ask who sent it, and for an export of each trainer")


def shown(text: str) -> str:
    """Return a text from a file as it can be printed between backquotes."""
    return f"`{visible(text, 60)}`"


def visible(text: str, longest: int) -> str:
    """Return a text without control characters, cut to a length."""
    signs = "".join(sign if sign.isprintable() else "�" for sign in text[: longest + 1])
    return signs if len(signs) <= longest else f"{signs[:longest]}…"
