"""Drawings in a page: each keeps its ids, references and styles to itself."""

from __future__ import annotations

import re

from course.targets.site.drawings import inline

GRADIENT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="a"/></defs>'
    '<rect id="b" fill="url(#a)" style="stroke:url(\'#a\')"/><use href="#b"/></svg>'
)


def test_two_drawings_with_the_same_ids_share_none() -> None:
    one, other = inline("content/one.svg", GRADIENT), inline("content/other.svg", GRADIENT)

    assert set(_ids(one)).isdisjoint(_ids(other))
    for drawing in (one, other):
        referred = re.findall(r"url\(#([^)]+)\)|href=\"#([^\"]+)\"", drawing)
        assert {first or second for first, second in referred} == set(_ids(drawing))
    assert inline("content/one.svg", GRADIENT) == one


def test_a_style_of_a_drawing_chooses_within_the_drawing_only() -> None:
    style = (
        "rect, .c > #b:hover { fill: url(#a) !important } svg { color: red }"
        "@media (min-width: 9em) { rect { animation: turn 2s } } @keyframes turn { to { opacity: 0 } }"
    )
    drawing = inline("content/one.svg", GRADIENT.replace("<defs>", f"<style>{style}</style><defs>"))
    (name,) = re.findall(r'class="(d[0-9a-f]{8})"', drawing)

    written = re.search(r"<style>(.*)</style>", drawing, re.DOTALL)
    assert written
    assert written[1].split("\n") == [
        f".{name} rect,.{name} .c &gt; #{name}-b:hover{{fill:url(#{name}-a) !important;}}",
        f"svg.{name}{{color:red;}}",
        f"@media (min-width: 9em) {{.{name} rect{{animation:{name}-turn 2s;}}}}",
        f"@keyframes {name}-turn{{ to {{ opacity: 0 }} }}",
    ]


def test_a_doctype_a_declaration_and_the_notes_of_drawing_programs_are_dropped() -> None:
    drawing = inline(
        "content/one.svg",
        '<?xml version="1.0" encoding="iso-8859-1"?>\n<!DOCTYPE svg PUBLIC "x" "http://example.org/svg.dtd">\n'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:i" viewBox="0 0 9 9" i:v="1"><!-- by hand -->'
        "<i:view/><metadata><i:x/></metadata><g/></svg>",
    )

    assert not re.search(r"DOCTYPE|\?xml|urn:i|by hand|view/", drawing)
    assert "<g" in drawing


def test_a_drawing_without_a_view_box_gets_one_from_its_size() -> None:
    assert 'viewBox="0 0 30 40.5"' in inline("a.svg", '<svg width="30px" height="40.5"><g/></svg>')


def _ids(drawing: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', drawing)
