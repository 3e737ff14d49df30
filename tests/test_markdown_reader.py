"""Markdown as a course uses it: boxes, anchors, links, citations, and questions with a situation."""

from __future__ import annotations

import pytest

from course.artefacts import read_box
from course.diagnostics import Diagnostic
from course.markdown_reader import read_blocks, read_line, read_question, read_text
from course.model.prose import Citation, Figure, LinkStart, Prose
from course.model.units import Block, Box, Heading, QuizPlace, walk
from course.source import Source, Text

PATH = "content/part/unit/02-lesson.md"


def blocks_of(text: str) -> tuple[Block, ...]:
    """Read a lesson that must have no findings."""
    blocks, findings = read(text)
    assert findings == []
    return blocks


def read(text: str) -> tuple[tuple[Block, ...], list[str]]:
    findings: list[Diagnostic] = []
    blocks = read_blocks(Source(PATH, text).whole(), findings.append, read_box)
    return blocks, [f"{found.code} {found.span.line}:{found.span.column}" for found in findings]


def html_of(text: str) -> str:
    return "".join(_html(block) for block in blocks_of(text) if isinstance(block, Prose))


def _html(prose: Prose) -> str:
    return "".join(piece if isinstance(piece, str) else f"<{type(piece).__name__}>" for piece in prose.pieces)


def line_of(text: str) -> tuple[Prose, list[Diagnostic]]:
    findings: list[Diagnostic] = []
    return read_line(Text(text, Source("quizzes/bank.yml", text).whole()), findings.append), findings


def test_a_box_has_kind_people_title_and_content() -> None:
    (box,) = blocks_of("::: vignette ruth, samir: The second week\nRuth waits.\n:::\n")

    assert isinstance(box, Box)
    assert (box.kind, [person.id for person in box.people], box.title) == (
        "vignette",
        ["ruth", "samir"],
        "The second week",
    )
    assert [_html(block) for block in box.blocks if isinstance(block, Prose)] == ["<p>Ruth waits.</p>\n"]


@pytest.mark.parametrize("outer", [":::", "::::"])
def test_boxes_stand_in_boxes(outer: str) -> None:
    blocks = blocks_of(
        f"{outer} pitfall Telling\nText.\n\n::: say ada\nHello.\n:::\n\nAfter.\n{outer}\n\nOutside.\n"
    )

    assert [type(block) for block in blocks] == [Box, Prose]
    assert isinstance(blocks[0], Box)
    assert [type(block) for block in blocks[0].blocks] == [Prose, Box, Prose]


def test_the_space_after_the_colons_may_be_left_out() -> None:
    (box,) = blocks_of(":::say ada\nHello.\n:::\n")

    assert isinstance(box, Box)
    assert box.people[0].id == "ada"


def test_a_box_ends_a_paragraph_and_a_list() -> None:
    blocks = blocks_of("Text\n::: say ada\nHello.\n:::\n- one\n::: say ada\nHello.\n:::\n")

    assert [type(block) for block in blocks] == [Prose, Box, Prose, Box]


@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
def test_colons_in_a_code_fence_are_text(fence: str) -> None:
    (box,) = blocks_of(f"::: say ada\n{fence}\n:::\n```x\n::: quiz a\n{fence}\nHello.\n:::\n")

    assert isinstance(box, Box)
    assert ":::\n```x\n::: quiz a\n" in "".join(
        _html(block) for block in box.blocks if isinstance(block, Prose)
    )


def test_a_text_that_its_indentation_makes_code_is_found() -> None:
    assert read("    ::: say ada\n")[1] == ["indented-text 1:5"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a <!-- note --> b", "<p>a b</p>\n"),
        ("<!-- note -->\n\nText", "<p>Text</p>\n"),
        ("<!-- two\n\nparts --> **rest**\n", "<p><strong>rest</strong></p>\n"),
        ("> <!-- note -->\n> Text", "<blockquote>\n<p>Text</p>\n</blockquote>\n"),
        ("- a\n  <!-- note -->\n- b", "<ul>\n<li>a\n</li>\n<li>b</li>\n</ul>\n"),
        ("One\n<!-- [@nobody]\n::: quiz nothing\n## no -->\nTwo", "<p>One</p>\n<p>Two</p>\n"),
        ("`<!-- code -->`", "<p><code>&lt;!-- code --&gt;</code></p>\n"),
    ],
)
def test_a_note_of_an_author_is_never_published(text: str, html: str) -> None:
    assert html_of(text) == html


def test_a_note_in_a_box_hides_what_looks_like_its_end() -> None:
    (box,) = blocks_of("::: say ada\nHello.\n<!--\n## no\n:::\n-->\nAgain.\n:::\n")

    assert isinstance(box, Box)
    assert [_html(block) for block in box.blocks if isinstance(block, Prose)] == [
        "<p>Hello.</p>\n<p>Again.</p>\n"
    ]


@pytest.mark.parametrize("title", ["`<!--`", "`` ` --> <!-- ``", "\\<!--", "<!--"])
def test_the_title_of_a_box_begins_no_note(title: str) -> None:
    text = f"::: pitfall {title}\nText.\n:::\n\nAfter. <!-- a note -->\n"
    source = Source("content/a/b/c.md", text)
    findings: list[Diagnostic] = []

    box, after = read_blocks(source.whole(), findings.append, read_box)

    assert isinstance(box, Box)
    assert (box.title, isinstance(after, Prose)) == (title, True)
    assert {finding.code for finding in findings} <= {"markup-in-words"}


def test_how_a_note_begins_can_be_shown_in_a_block_of_code() -> None:
    box, after = blocks_of("::: say ada\n```\n<!--\n```\n:::\n\nAfter. <!-- a note -->\n")

    assert isinstance(box, Box)
    assert isinstance(after, Prose)


@pytest.mark.parametrize("code", ["`<!-- a -->`", "\\<!-- a -->"])
def test_a_note_that_is_shown_in_a_short_text_is_no_note(code: str) -> None:
    source = Source("quizzes/a.yml", code)

    assert "&lt;!-- a --&gt;" in _html(read_line(Text(code, source.whole()), lambda finding: None))


def test_a_note_in_a_heading_is_no_part_of_it() -> None:
    (heading,) = blocks_of("## Start here <!-- or later? -->\n")

    assert isinstance(heading, Heading)
    assert (heading.text, heading.anchor) == ("Start here", "start-here")


ORDINARY = (
    r"A backslash shows \~~x~~, \==x==, \[[link]], \{.class} and \{{ macro }} as they are.",
    "It costs $5, or $10 to $15 with US$ 3 back.",
    "3 < 5 and 7 > 2, and 2 + 2 == 4.",
    'They call it "#1", and room #2.',
    'The page is called "https://example.org".',
    "Write to someone@example.org, or <https://example.org>.",
    "About ~5 minutes, ~10 at most; C++ and C++.",
    "Well... really?!? Yes!!! **Now**: at 10:30.",
    "Note: at 10:30:15, ratio 1:2:3; one of them: two, and more: three.",
    "a | b, and/or {this}; snake_case_name; 2^3; [sic] and [Ruth] (later).",
    "Take 10\u00a0mg; naïve, soft\u00adhyphen.",
    "\\~\\~not struck\\~\\~ and `==code==` and \\[\\[no link\\]\\]",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_prose_is_no_other_dialect(text: str) -> None:
    assert (read(text)[1], line_of(text)[1]) == ([], [])


OTHER_DIALECTS = (
    "a ~~x~~",
    "a ~~**x**~~",
    "==x==",
    "++x++",
    "||x||",
    "H~2~O",
    "10^6^",
    "!!! note",
    '??? note "Title"',
    "???+ note",
    "see [[link]]",
    "![[picture.png]]",
    "[ ] to do",
    "[x] done",
    "see https://example.org/page.",
    "see www.example.org",
    "$x$",
    "$a + b$",
    "$\\frac{1}{2}$",
    "$$x$$",
    ":: quiz one",
    "text ::: quiz one",
    "text {: .class}",
    "text {.class}",
    "text {width=50%}",
    "{{ macro }}",
    "{% include x %}",
    "![A](flip chart.png)",
    "[x](my lesson.md)",
    "[x] (lesson.md)",
    "(x)[https://example.org]",
    "text <!-- no end",
    "*[IMR]: a word",
    "[TOC]",
    "{++added++}",
    "%%note%%",
    "^^x^^",
    "well done :smile:",
    "[a ~~link~~](page:today)",
)


@pytest.mark.parametrize("text", OTHER_DIALECTS)
def test_a_sign_of_another_dialect_is_found_wherever_it_stands(text: str) -> None:
    places = (
        read(text)[1],
        read(f"::: pitfall Title\n- {text}\n:::\n")[1],
        read(f"## Title\n\n| a |\n|---|\n| {text.replace('|', chr(92) + '|')} |\n")[1] or ["other-dialect"],
        [found.code for found in line_of(text)[1]],
    )

    assert all(findings and findings[0].startswith("other-dialect") for findings in places)
    assert all(len(findings) == 1 for findings in places)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("##\u00a0Title", "1:3"),
        ("-\u202fentry", "1:2"),
        ("1.\u2009entry", "1:3"),
        ("One\n\u00a0\nTwo", "2:1"),
        ("\u200b## Title", "1:1"),
        ("::: say\u00a0ada\nHello.\n:::\n", "1:8"),
        (":::\u00a0say ada\nHello.\n:::\n", "1:4"),
        ("[x](my\u200blesson.md)", "1:7"),
        ("![x](my\u00adpicture.png)", "1:8"),
        ("[@smith\u200b-2020]", "1:8"),
    ],
)
def test_an_invisible_character_is_found_where_it_changes_the_meaning(text: str, place: str) -> None:
    assert read(text)[1] == [f"invisible-character {place}"]


@pytest.mark.parametrize("text", ["one\ntwo", "- entry", "> said", "# Title", "```\ncode\n```", "* a\n* b"])
def test_a_text_that_is_not_one_line_is_found_where_one_is_meant(text: str) -> None:
    assert [found.code for found in line_of(text)[1]] == ["not-one-line"]


def test_a_footnote_and_an_address_that_nothing_uses_are_found() -> None:
    assert read("Text.\n\n[^1]: Lost.\n\n[to do]: ask\n[to do]: twice\n")[1] == [
        "unused-label 3:1",
        "unused-label 5:1",
        "unused-label 6:1",
    ]


def test_a_heading_closes_an_unclosed_box_and_what_follows_is_read() -> None:
    blocks, findings = read("::: say ada\nHello.\n\n## Next\n\n::: quiz bank\n:::\n")

    assert findings == ["unclosed-container 1:1"]
    assert [type(block) for block in blocks] == [Box, Heading, QuizPlace]


def test_a_name_that_is_part_of_the_kind_is_found_behind_it() -> None:
    (box,) = blocks_of("::: say ay\nHello.\n:::\n")

    assert isinstance(box, Box)
    assert box.people[0].span.column == 9


def test_quizzes_are_found_in_boxes_too() -> None:
    blocks = blocks_of(":::: pitfall Telling\n::: quiz bank\n:::\n::::\n")

    assert [block.bank.id for block in walk(blocks) if isinstance(block, QuizPlace)] == ["bank"]


def test_headings_have_anchors_from_their_words() -> None:
    blocks = blocks_of("## Wait, *then* ask!\n\n### Größe & `code`\n\n## 42\n\n## ？\n")

    assert [(block.level, block.text, block.anchor) for block in blocks if isinstance(block, Heading)] == [
        (2, "Wait, then ask!", "wait-then-ask"),
        (3, "Größe & code", "größe-code"),
        (2, "42", "42"),
        (2, "？", "section"),
    ]


def test_the_same_words_twice_get_different_anchors() -> None:
    blocks = blocks_of("## Try it\n\n## Try it\n\n## Try it 2\n\n## Try it\n")

    anchors = [block.anchor for block in blocks if isinstance(block, Heading)]
    assert anchors == ["try-it", "try-it-2", "try-it-2-2", "try-it-3"]


def test_a_written_anchor_is_kept_and_not_shown() -> None:
    (heading,) = blocks_of("## Start with a good day {#good-day}\n")

    assert isinstance(heading, Heading)
    assert (heading.text, heading.anchor) == ("Start with a good day", "good-day")


def test_a_lesson_may_go_back_up_by_several_levels() -> None:
    assert len(blocks_of("## A\n\n### B\n\n#### C\n\n## D\n")) == 4


def test_footnotes_definition_lists_and_tables_are_rendered() -> None:
    html = html_of("Term\n: meaning\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nText[^1].\n\n[^1]: A note.\n")

    assert "<dt>Term</dt>\n<dd>meaning</dd>" in html
    assert '<div class="imr-table" tabindex="0">' in html
    assert '<section class="footnotes">' in html
    assert "A note." in html


def test_each_cell_of_a_table_of_three_columns_says_its_column_and_keeps_its_role() -> None:
    html = html_of("| | *Who* leads | Paper |\n|---|---|---:|\n| Open | Anna | None |\n")

    assert '<div class="imr-table is-row-by-row" tabindex="0"><table class="imr-rows" role="table">' in html
    assert '<td role="cell"></td>' in html
    assert '<th role="columnheader"><em>Who</em> leads</th>' in html
    assert '<td role="cell">Open</td>\n<td role="cell" data-column="Who leads">Anna</td>' in html
    assert html.count('role="row"') == 2


def test_a_table_of_two_columns_is_a_table_on_every_width() -> None:
    assert "is-row-by-row" not in html_of("| a | b |\n|---|---|\n| 1 | 2 |\n")


def test_a_citation_holds_its_sources_with_their_pages() -> None:
    prose, findings = line_of("Shown [@one-2020, p. 157; @two-2021] and [@three, ch. 2, p. 9].")

    assert [piece.sources for piece in prose.pieces if isinstance(piece, Citation)] == [
        (("one-2020", "p. 157"), ("two-2021", "")),
        (("three", "ch. 2, p. 9"),),
    ]
    assert findings == []


def test_links_are_paths_from_the_root_of_the_course() -> None:
    blocks = blocks_of(
        "[a](01-first.md#top) [b](../other/index.md) [c](#here) [d](item:first) [e](https://example.org/?a=1&b)\n"
    )

    links = [
        (link.path, link.anchor) for block in blocks if isinstance(block, Prose) for link in block.links()
    ]
    assert links == [
        ("content/part/unit/01-first.md", "top"),
        ("content/part/other/index.md", ""),
        ("", "here"),
        ("item:first", ""),
    ]
    assert '<a href="https://example.org/?a=1&amp;b">e</a>' in html_of("[e](https://example.org/?a=1&b)\n")


def test_a_link_is_found_where_it_stands_even_if_its_words_stand_elsewhere() -> None:
    text = "The file a.md, ![a.md](a.png) and [a.md](a.md), then [it](a.md) again.\n"
    (prose,) = blocks_of(text)

    assert isinstance(prose, Prose)
    assert [link.span.start for link in prose.links()] == [
        text.index("](a.md") + 2,
        text.rindex("](a.md") + 2,
    ]


def test_an_address_with_spaces_and_accents_is_read_as_written() -> None:
    (prose,) = blocks_of("[a](<Ärger und Mut.md>) ![b](gr%C3%B6%C3%9Fe.png)\n")

    assert isinstance(prose, Prose)
    assert [piece.path for piece in prose.pieces if isinstance(piece, LinkStart | Figure)] == [
        "content/part/unit/Ärger und Mut.md",
        "content/part/unit/größe.png",
    ]


def test_what_looks_like_html_in_code_is_text() -> None:
    assert "<code>&lt;b&gt;</code>" in html_of("Write `<b>` so.\n")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "//example.org"]
)
def test_an_address_that_runs_or_leads_astray_is_found_in_every_spelling(address: str) -> None:
    prose, findings = line_of(f"See [this]({address}).")

    assert [(found.code, found.span.column) for found in findings] == [("unsafe-link", 12)]
    assert address not in _html(prose)


def test_an_entity_in_an_address_hides_nothing() -> None:
    _, findings = line_of("See [this](java&#115;cript:alert(1)).")

    assert [found.code for found in findings] == ["unsafe-link"]


def test_a_line_without_markdown_is_the_text_itself() -> None:
    prose, findings = line_of("It's 5 o'clock – שלום 😀")

    assert prose == Prose(("It's 5 o'clock – שלום 😀",), "It's 5 o'clock – שלום 😀")
    assert findings == []


def test_a_line_keeps_signs_that_are_no_markdown() -> None:
    prose, _ = line_of("a < b & c > d, {{ x }}, 2 * 3")

    assert _html(prose) == "a &lt; b &amp; c &gt; d, {{ x }}, 2 * 3"
    assert prose.plain == "a < b & c > d, {{ x }}, 2 * 3"


def test_a_prompt_is_its_last_paragraph_and_the_situation_before_it() -> None:
    value = "Ruth says *nothing*.\n\n- She waits.\n- She looks away.\n\nWhat do you **say**?"
    findings: list[Diagnostic] = []

    situation, prompt = read_question(Text(value, Source("a.yml", value).whole()), findings.append)

    assert findings == []
    assert _html(situation).startswith("<p>Ruth says <em>nothing</em>.</p>\n<ul>")
    assert _html(prompt) == "What do you <strong>say</strong>?"
    assert prompt.plain == "What do you say?"


def test_a_prompt_of_one_paragraph_has_no_situation() -> None:
    value = "What do you say?"

    situation, prompt = read_question(Text(value, Source("a.yml", value).whole()), lambda finding: None)

    assert not situation
    assert prompt.plain == value


def test_a_prompt_of_two_plain_paragraphs_has_a_situation() -> None:
    value = "Ruth waits.\n\nWhat do you say?"

    situation, prompt = read_question(Text(value, Source("a.yml", value).whole()), lambda finding: None)

    assert (situation.plain, prompt.plain) == ("Ruth waits.", "What do you say?")


def test_a_text_of_plain_paragraphs_is_paragraphs() -> None:
    value = "One.\n\nTwo."

    prose = read_text(Text(value, Source("a.yml", value).whole()), lambda finding: None)

    assert _html(prose) == "<p>One.</p>\n<p>Two.</p>\n"


def test_boxes_and_footnotes_are_for_lessons_only() -> None:
    value = "Text[^1]\n\n::: say ada"

    prose = read_text(Text(value, Source("a.yml", value).whole()), lambda finding: None)

    assert _html(prose) == "<p>Text[^1]</p>\n<p>::: say ada</p>\n"


def test_the_empty_corner_of_a_table_is_no_header() -> None:
    html = html_of("| | Brief |\n|---|---|\n| Time | a minute |\n")

    assert "<td></td>\n<th>Brief</th>" in html


def test_a_section_is_marked_beside_its_anchor_and_the_mark_is_no_part_of_it() -> None:
    (heading,) = blocks_of("## More examples {#more if-time}\n")

    assert isinstance(heading, Heading)
    assert (heading.text, heading.anchor, heading.if_time) == ("More examples", "more", True)


def test_a_misspelt_mark_is_found_and_marks_nothing() -> None:
    (heading,), findings = read("## More examples {#more iftime}\n")

    assert isinstance(heading, Heading)
    assert (findings, heading.if_time) == (["bad-anchor 1:20"], False)
