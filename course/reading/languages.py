"""The language of a course: a code of BCP 47 that the world knows, and one that the interface speaks."""

from __future__ import annotations

from course.diagnostics import Diagnostic, Report, Severity
from course.shipped import interface_languages
from course.source import Span, Text

ENGLISH = "en"


def read_language(text: Text, report: Report) -> str:
    """Return the language code; English after a finding that leaves none."""
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(text.value, sep="-")
    except (ValueError, UnknownLocaleError):
        if text.value:
            report(unknown_language(text.value, text.span))
        return ENGLISH
    if text.value.partition("-")[0] not in interface_languages():
        report(untranslated_language(text.value, text.span))
    return text.value


def unknown_language(name: str, span: Span) -> Diagnostic:
    """The language of the course is no code that browsers and screen readers know."""
    return Diagnostic(
        "unknown-language",
        f"`{name}` is no language code",
        span,
        "write a code of BCP 47, such as `en` or `nl`",
    )


def untranslated_language(name: str, span: Span) -> Diagnostic:
    """There is no interface in the language of the course, so buttons and messages stay English."""
    return Diagnostic(
        "untranslated-language",
        f"there is no interface in `{name}` yet, so buttons and messages stay English",
        span,
        "write `language: en` for now, or add a catalogue of that language to the project",
        Severity.WARNING,
    )
