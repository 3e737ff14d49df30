"""`organisation.yml`: what the host adds."""

from __future__ import annotations

import re
from datetime import date

from course.diagnostics import Diagnostic, Report
from course.markdown_reader import read_line, read_text
from course.model.framework import Ref, refs
from course.model.organisation import Contact, Organisation, Review
from course.model.prose import Figure
from course.reading.folder import Folder, value
from course.reading.shapes import address, not_shaped, shaped
from course.source import Text
from course.yaml_reader import Mapping

PATH = "organisation.yml"
LEAST_CONTRAST = 4.5
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read(folder: Folder) -> Organisation:
    """Read what the host adds; an empty value when there is no such file."""
    fields = folder.mapping(PATH)
    if fields is None:
        return Organisation()
    report = folder.report
    organisation = Organisation(
        name=(name := fields.words("name")).value,
        logo=_logo(fields.optional_ref("logo"), name),
        colour=_colour(fields.optional_ref("colour"), report),
        welcome=read_text(fields.optional_text("welcome"), report),
        crisis_contacts=_contacts(fields, "crisis_contacts", report),
        local_services=_contacts(fields, "local_services", report),
        reviews=tuple(_review(review, report) for review in fields.optional_mappings("reviews")),
        report_errors_to=value(fields.optional_words("report_errors_to")),
        site_address=address(fields.optional_ref("site_address"), report),
        hours=tuple(
            (_unit(entry), entry.whole("minutes", least=1)) for entry in fields.optional_mappings("hours")
        ),
        cut_thousandths=_cut(fields),
        suggested_units=tuple(
            (_ref(entry.ref("when_weak")), refs(entry.needed_refs("units")))
            for entry in fields.optional_mappings("suggested_units")
        ),
    )
    fields.close()
    return organisation


def _colour(text: Text | None, report: Report) -> str:
    colour = shaped(text, _COLOUR, "a colour such as `#1f5f5b`", report)
    if text and _COLOUR.fullmatch(colour) and _contrast_with_white(colour) < LEAST_CONTRAST:
        report(pale_colour(text))
    return colour


def _contrast_with_white(colour: str) -> float:
    """Return the contrast ratio as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _logo(path: Text | None, name: Text) -> Figure | None:
    return Figure(path.value, name.value, path.span) if path else None


def _contacts(fields: Mapping, name: str, report: Report) -> tuple[Contact, ...]:
    return tuple(
        Contact(
            name=entry.words("name").value,
            phone=value(entry.optional_ref("phone")),
            url=address(entry.optional_ref("url"), report),
            text=read_line(entry.optional_text("text"), report),
        )
        for entry in fields.optional_mappings(name)
    )


def _review(fields: Mapping, report: Report) -> Review:
    return Review(
        unit=_unit(fields),
        reviewer=fields.words("reviewer").value,
        date=_date(fields.ref("date"), report),
    )


def _date(text: Text, report: Report) -> str:
    try:
        is_date = bool(_DATE.fullmatch(text.value) and date.fromisoformat(text.value))
    except ValueError:  # such as 30 February
        is_date = False
    if text and not is_date:
        report(not_shaped(text, "a date such as `2026-05-04`"))
    return text.value


def _unit(fields: Mapping) -> Ref:
    return _ref(fields.ref("unit"))


def _ref(name: Text) -> Ref:
    return Ref(name.value, name.span)


def _cut(fields: Mapping) -> int:
    thresholds = fields.mapping("thresholds")
    if thresholds is None:
        return Organisation.cut_thousandths
    percent = thresholds.whole("cut_percent", least=50, most=99)
    thresholds.close()
    return percent * 10


def pale_colour(text: Text) -> Diagnostic:
    """The colour of the header is so pale that the white words on it could not be read."""
    return Diagnostic(
        "pale-colour", f"white words cannot be read on `{text.value}`", text.span, "choose a darker colour"
    )
