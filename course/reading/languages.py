"""The language of a course: a code of BCP 47 that the world knows, and one that the interface speaks."""

from __future__ import annotations

from course.diagnostics import Diagnostic, Report, Severity
from course.shipped import interface_languages
from course.source import Span, Text

ENGLISH = "en"


def read_language(text: Text, report: Report) -> str:
    """Return the language code as it is usually written; English after a finding that leaves none."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(text.value, sep="-")
    except (ValueError, UnknownLocaleError):
        if text.value:
            report(unknown_language(text.value, text.span))
        return ENGLISH
    code = _as_usual(text.value)
    if str(locale.language) != code.partition("-")[0]:  # three letters where there are two
        report(unknown_language(text.value, text.span))
        return ENGLISH
    if locale.language not in interface_languages():
        report(untranslated_language(code, text.span))
    return code


def _as_usual(code: str) -> str:
    """Return a code with its letters as they are usually written: `pt-BR`, `zh-Hant`."""
    language, *others = code.split("-")
    written = {2: str.upper, 4: str.title}
    return "-".join((language.lower(), *(written.get(len(part), str.lower)(part) for part in others)))


def _code_of(name: str) -> str | None:
    """Return the code that a name of a language, or a code that is written another way, means."""
    from babel import Locale, UnknownLocaleError

    wanted = name.strip().casefold()
    for code, english in Locale("en").languages.items():
        if english.casefold() == wanted:
            return str(code).replace("_", "-")
    for code in Locale("en").languages:
        try:
            own = Locale.parse(str(code)).display_name or ""
        except (ValueError, UnknownLocaleError):
            continue
        if own.casefold() == wanted:
            return str(code).replace("_", "-")
    try:
        short = str(Locale.parse(name.replace("-", "_")).language)
    except (ValueError, UnknownLocaleError):
        return None
    return "-".join((short, *_as_usual(name.replace("_", "-")).split("-")[1:]))


def unknown_language(name: str, span: Span) -> Diagnostic:
    """The language of the course is no code that browsers and screen readers know.

    A code is two letters, or three where a language has no two: `nl`, `de`, `haw`.
    Where it matters, a script or a country follows after a hyphen: `zh-Hant`, `pt-BR`.
    """
    meant = _code_of(name)
    return Diagnostic(
        "unknown-language",
        f"`{name}` is no language code",
        span,
        f"write `language: {meant}`" if meant else "write a code of BCP 47, such as `en` or `nl`",
    )


def untranslated_language(name: str, span: Span) -> Diagnostic:
    """There is no interface in the language of the course, so buttons and messages stay English.

    They are marked as English, so that a screen reader does not read them as if they were not.
    The words of the interface stand in catalogues; a language is added by translating these.
    """
    return Diagnostic(
        "untranslated-language",
        f"there is no interface in `{name}` yet, so buttons and messages stay English",
        span,
        f"translate `site_templates/interface/*.en.po` as `*.{name.partition('-')[0]}.po`;"
        " `course docs translating` says how",
        Severity.WARNING,
    )
