"""Tables of scores, as bytes, that both languages must read alike, and what is assigned by them."""

from __future__ import annotations

import base64
import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from course.desk.assigning import assigned_units, assignment_file, subjects_of
from course.desk.cells import cells_in
from course.desk.scores import scores_in
from course.desk.suggestions import Wording, suggestions
from course.desk.table_text import table_text
from course.model.framework import Instrument, InstrumentItem, Ref
from course.shipped import site_assets
from course.source import NOWHERE
from course.targets.site.interface import interface_of

COURSE, ASSIGNER, DATE, DUE = "a-course", 'Dr. "K"\u2028é', "2026-11-28", "2026-12-31"
LONG = "Wording that is " + "very " * 24 + "long"
SCALE = Instrument(
    "integrity",
    "A scale",
    "session",
    (
        InstrumentItem("integrity-1", 1, "Therapeutic relationship", NOWHERE),
        InstrumentItem("integrity-2", 2, "Goals", NOWHERE, hides=Ref("GOA2", NOWHERE)),
        InstrumentItem("integrity-3", 3, "Cognitive-behavioural techniques", NOWHERE),
        InstrumentItem("integrity-4", 4, LONG, NOWHERE),
        InstrumentItem("integrity-5", 5, "Évaluation {score}", NOWHERE),
    ),
    (),
)
TITLES = {"GOA2": "Following up goals"}
UNITS_FOR = {
    "integrity-1": ["ce-alliance"],
    "integrity-2": ["ce-goals"],
    "GOA2": ["ce-goals"],
    "integrity-3": ["ce-role-play", "ce-shaping"],
    "integrity-4": ["ce-shaping"],
    "integrity-5": ["ce-not-in-the-plan"],
}
MINUTES = {"ce-alliance": 40, "ce-goals": 55, "ce-role-play": 0, "ce-shaping": 20_000}

TABLES: dict[str, bytes] = {
    "Dutch Excel: semicolons, decimal commas, no mark": "Item;Anna;Renée\r\n1;2,4;4\r\n2;1,75;\r\n".encode(
        "cp1252"
    ),
    "bytes that Windows leaves out": b"Item;\x81Anna\x9d;\xc9\n1;2;1\n",
    "UTF-8 with a mark": "\ufeffItem,Zoë\n1,2.5\nGOA2,1\n".encode(),
    "UTF-16 of Excel's Unicode text": "\ufeffItem\tAnna\t李\n3\t2,25\t1\n4\t2\t2\n".encode("utf-16-le"),
    "UTF-16 the other way round": "\ufeffItem\tAnna\n3\t2,25\n".encode("utf-16-be"),
    "UTF-16 that ends early": "\ufeffItem\tA\n3\t2\n\ud83d".encode("utf-16-le", "surrogatepass"),
    "a separator named by Excel": b"SEP=|\r\nItem|Anna\r\n1|2\r\n",
    "names and line ends in quotation marks": b'Item,"Jansen, ""Anna""\n(south)"\n"1","2,5"\n2,"1.999"\n',
    "people down and items across": b"Naam;integrity-1;GOALS;following-up goals\r\nA;1;2;3\r\nB;2,9;3;\r\n",
    "by number and name, in other signs": b"x\tA\n1. THERAPEUTIC  relationship\t2\n5 Evaluation score\t1\n",
    "what was not rated": "Item;Anna\n1;–\n2;n.v.t.\n3;N/A\n4;not rated\n5;n. / a\nGOA2;nvt\n".encode(),
    "a list of numbers with decimal commas": b"4,87\n3\n2,4\n\n1\n",
    "a list of items and scores": b"1,4\n2,3\n3,2\n",
    "numbers side by side": b"4;2,5;;1;2",
    "line ends of an old Mac": b"Item;Anna\r1;2\r2;1\r",
    "spaces of other kinds": "Item;\u00a0Anna\u3000\n\ufeff1 ;\u20092,5\u2028\n".encode(),
    "scores at the ends and at halves": b"Item;A;B;C;D\n1;1;5;0.9995;5.0004\n2;2.9994;2.9995;+2.5;1.0005\n",
    "reasons longer than there is room": b"Item;Anna\n4;1\n3;2\n1;2\n2;2\nGOA2;2.5\n",
    "nothing is weak": b"Item;Anna\n1;3\n2;4\n",
    "impossible values": b"Item;Anna;Bram\n1;4;7\n2;good;0,5\n9;3;3\n1;2;2\n3;=1+1;-1\n;2;2\n",
    "impossible values across": b"Name;1;2;3;2\nAnna;4;4;-2;1\nBram;1;5;5,01;2\n",
    "an average as spreadsheets keep it": b"Item;Anna\n1;3.666666666666667\n2;2,4000000000000004\n",
    "a table that begins at C3": b";;;\n\n;;Item;Anna\n;;1;2\n;;2;7\n",
    "a list that begins at B3": b";\n;\n;4\n;\n;2,5\n;1\n;9\n",
    "numbers side by side that begin at B2": b";\n;4;2,5;;1;2\n",
    "numbers beside names": b"Nr;Item;Anna\n1;Therapeutic relationship;2\n2;Goals;9\n3;;1\n",
    "numbers that may be scores beside names": b"Item;Nr;A\nGoals;2;2\nEvaluation score;5;1\nGOA2;;3\n",
    "names beside numbers that are no scores": b"Item;Id;Anna\nGoals;integrity-2;2\n5;integrity-5;1\n",
    "numbers above names": b"Nr;1;2\nItem;Therapeutic relationship;Goals\nAnna;2;7\n",
    "items that may stand either way": b"1;3;4\n2;2;5\n",
    "codes and items that are numbers": b"Code;1;2;3\n1;4;3;2\n2;4;4;5\n",
    "codes that are numbers": b"Code;Therapeutic relationship;Goals\n1;2;3\n2;1;4\n3;5;5\n",
    "no item at all": b"Name;Score\nAnna;3\n",
    "nothing": b"",
    "white space": b" \n \t\n",
}
_SIGNS = [
    "1",
    "2",
    "3",
    "Anna",
    "2,5",
    "4.5",
    "9",
    "",
    " ",
    '"',
    '""',
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "x",
    "é",
    "\u00a0",
]


def drawn() -> Iterator[tuple[str, bytes]]:
    """Yield tables that no one would write."""
    chance = random.Random(19)
    for number in range(60):
        text = "".join(chance.choice(_SIGNS) for _ in range(chance.randrange(1, 40)))
        yield f"drawn {number}", (chance.choice(("Item;A\n1;2\n", "")) + text).encode()


def drawn_grids() -> Iterator[tuple[str, bytes]]:
    """Yield small tables of labels and scores at chance places, which may be read in either direction."""
    chance = random.Random(5)
    words = ["", "", "1", "2", "3", "4", "5", "7", "2,5", "Goals", "GOALS", "integrity-1", "Nr", "Anna"]
    for number in range(80):
        width, height = chance.randrange(1, 5), chance.randrange(1, 6)
        rows = [";".join(chance.choice(words) for _ in range(width)) for _ in range(height)]
        yield f"drawn grid {number}", "\n".join(rows).encode()


def vectors() -> dict[str, Any]:
    """Return everything that both languages are given, and what comes out."""
    return {
        "course": COURSE,
        "assigner": ASSIGNER,
        "date": DATE,
        "dueDate": DUE,
        "instrument": {"id": SCALE.id, "title": SCALE.title, "rates": SCALE.rates, "items": _items()},
        "titles": TITLES,
        "suggested": UNITS_FOR,
        "minutes": MINUTES,
        "cases": [_case(name, content) for name, content in (*TABLES.items(), *drawn(), *drawn_grids())],
    }


def _items() -> list[dict[str, Any]]:
    return [
        {"id": item.id, "number": item.number, "name": item.name}
        | ({"hides": item.hides.id} if item.hides else {})
        for item in SCALE.items
    ]


def _case(name: str, content: bytes) -> dict[str, Any]:
    cells = cells_in(table_text(content))
    table = scores_in(cells, subjects_of(SCALE, TITLES))
    return {
        "name": name,
        "content": base64.b64encode(content).decode(),
        "cells": [[cell.words for cell in row] for row in cells],
        "people": [{"name": person.name, "values": person.values} for person in table.people],
        "problems": [{"code": one.code, "cell": one.cell, "words": one.words} for one in table.problems],
        "files": [_file(person.values) for person in table.people],
    }


def _file(values: dict[str, int]) -> str:
    units = assigned_units(suggestions([SCALE], values, UNITS_FOR), MINUTES, DUE, WORDING)
    return assignment_file(COURSE, ASSIGNER, DATE, units)


WORDING = Wording(
    say=interface_of(site_assets(), "en"),
    name_of=lambda name: next((item.name for item in SCALE.items if item.id == name), TITLES.get(name, name)),
    decimal=lambda number: format((Decimal(number) / 100).normalize(), "f"),
    rates_of=lambda _: "session",
)
