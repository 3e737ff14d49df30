"""Two validators that know nothing of each other judge every record alike by the published schema."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from course.records.document import VERSION
from course.records.schema import SCHEMA_FILE
from tests.records.import_vectors import contents
from tests.records.made import Raw, facts, sealed
from tests.records.spoilt import bytes_changed, places, value_changed
from tests.records.vector_files import GOLDEN, VECTORS
from tools import node

AJV = Path(__file__).parent / "ajv_verdicts.mjs"
MUTATED = 100  # of each kind
# what validators may count or match differently
ENDINGS = ("\n", "\r", "\u2028", "\ud800", "\U0001f9ed", "\U0001f9ed" * 60, "\u0661", "x" * 99, " ")


@dataclass(frozen=True)
class Judged:
    """A document, and whether each validator takes it."""

    document: Any
    jsonschema: bool
    ajv: bool


@pytest.fixture(scope="module")
def judged() -> dict[str, list[Judged]]:
    """Judge everything at once, because starting the other validator takes longest."""
    groups = {
        "records of the vectors": [*_golden(), *_in_vectors()],
        "files of the import vectors": list(_json_values(contents().values())),
        "values changed": _mutated(value_changed),
        "bytes changed": _mutated(_bytes_changed),
        "texts that end otherwise": _mutated(_text_ending_otherwise),
    }
    schema = json.loads(SCHEMA_FILE.read_text())
    validator = Draft202012Validator(schema)
    theirs = iter(_ajv(schema, [document for group in groups.values() for document in group]))
    return {
        name: [Judged(document, validator.is_valid(document), next(theirs)) for document in group]
        for name, group in groups.items()
    }


def test_both_take_every_record_of_this_version_in_the_vectors(judged: dict[str, list[Judged]]) -> None:
    ours = [one for one in judged["records of the vectors"] if one.document["schemaVersion"] == VERSION]

    assert len(ours) > 150
    assert [one for one in ours if not (one.jsonschema and one.ajv)] == []


@pytest.mark.parametrize(
    "group",
    [
        "records of the vectors",
        "files of the import vectors",
        "values changed",
        "bytes changed",
        "texts that end otherwise",
    ],
)
def test_both_judge_alike(judged: dict[str, list[Judged]], group: str) -> None:
    assert [one for one in judged[group] if one.jsonschema is not one.ajv] == []
    assert {True, False} == {one.ajv for one in judged[group]}


def _ajv(schema: Raw, documents: list[Any]) -> list[bool]:
    found = node.find()
    assert found is not None
    asked = json.dumps({"schema": schema, "documents": documents}, allow_nan=False)
    ran = subprocess.run([found.program, AJV], input=asked, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    verdicts: list[bool] = json.loads(ran.stdout)
    return verdicts


def _golden() -> list[Raw]:
    return [json.loads(path.read_bytes()) for path in sorted(GOLDEN.glob("*.json"))]


def _in_vectors() -> Iterator[Raw]:
    """Yield everything in the vectors that holds events, with what it lacks to be a whole record."""
    for path in sorted(VECTORS.glob("*.json")):
        for holder, key in places(json.loads(path.read_bytes())):
            part = holder[key]
            if isinstance(part, dict) and isinstance(part.get("events"), list):
                names = part if "format" in part else part.keys() & {"events", "derived"}
                yield sealed(facts([]) | {name: part[name] for name in names})


def _mutated(spoil: Callable[[Raw, random.Random], Any]) -> list[Any]:
    """Return records with one of the golden record's events each, spoilt; what is small is judged fast."""
    chance = random.Random(20260104)
    golden = _golden()[-1]
    wholes = [golden | {"events": [chance.choice(golden["events"])]} for _ in range(MUTATED)]
    return [spoil(whole, chance) for whole in wholes]


def _bytes_changed(whole: Raw, chance: random.Random) -> Any:
    """Return what still is JSON of a file with bytes changed, however many tries it takes."""
    content = json.dumps(whole).encode()
    return next(_json_values(iter(lambda: bytes_changed(content, chance), b"")))


def _text_ending_otherwise(whole: Raw, chance: random.Random) -> Raw:
    whole = json.loads(json.dumps(whole))
    texts = [(holder, key) for holder, key in places(whole) if isinstance(holder[key], str)]
    holder, key = chance.choice(texts)
    holder[key] += chance.choice(ENDINGS)
    return whole


def _json_values(files: Iterable[bytes]) -> Iterator[Any]:
    """Yield what the files hold that are JSON."""
    for content in files:
        try:
            yield json.loads(content.decode().removeprefix("\ufeff"), parse_constant=_refuse)
        except (ValueError, RecursionError):
            continue


def _refuse(word: str) -> None:
    raise ValueError(word)
