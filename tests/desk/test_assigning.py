"""Assignments by scores in a table; the browser is tested with the same vectors."""

from __future__ import annotations

import json
from pathlib import Path

from course.desk.cells import cells_in
from course.desk.table_text import table_text
from tests.conftest import Expect
from tests.desk.assign_cases import vectors

VECTORS = Path(__file__).parents[1] / "vectors" / "assigning.json"


def test_both_languages_have_the_same_vectors(expect: Expect) -> None:
    expect(VECTORS, json.dumps(vectors(), indent=1, ensure_ascii=True) + "\n")


def test_windows_letters_are_what_browsers_make_of_them() -> None:
    # index windows-1252 of the Encoding Standard (WHATWG), from 0x80 on; not every Node has it right
    letters = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"

    assert table_text(bytes(range(0x80, 0xA0)) + b"\xe9") == f"{letters}é"


def test_a_cell_stands_where_its_words_stand_in_the_file() -> None:
    text = '\ufeffsep=;\n"A ""b""" ; c\r\n\u00a0d;"e\nf"'

    rows = cells_in(text)

    assert [[text[cell.start : cell.end] for cell in row] for row in rows] == [
        ['"A ""b"""', "c"],
        ["d", '"e\nf"'],
    ]
