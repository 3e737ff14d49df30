"""The docs name everything there is, and what they show of findings is what the product says."""

from __future__ import annotations

import re
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.blind import FINDINGS
from course.blind.rules import RULES
from course.build.engine import ENGINES
from course.cli import parser
from course.explain import EXPLANATIONS, explain
from course.items import CASE, ITEM_TYPES
from course.lint import FLAWS
from course.markdown_reader.box_argument import KINDS
from course.records.events import EVENT_TYPES
from course.schemas import FILES, table
from course.schemas.files import File
from tests.conftest import Expect

ROOT = Path(__file__).parents[1]
FIELDS = """\
## Every field

These tables are what the readers ask for.
A field of an entry follows the name of its list: `options.text` is the `text` of each `options` entry.
*Needed* fields are always there.
A few others are needed beside a certain value of another field, and `course check` says so.
`…` marks names that you choose.
"""


def _commands(of: ArgumentParser, before: str = "") -> Iterator[str]:
    """Yield every command of the parser; of one with commands of its own, those."""
    for inner in (action for action in of._actions if isinstance(action, _SubParsersAction)):
        for name, command in inner.choices.items():
            yield from list(_commands(command, f"{before}{name} ")) or [f"{before}{name}"]


def test_the_page_of_findings_explains_every_code(expect: Expect) -> None:
    sections = [f"## {code}\n\n{explain(code)}\n" for code in sorted(EXPLANATIONS)]
    head = "# Findings\n\nWhat `course check` can say, and what `course explain CODE` prints.\n"

    expect(ROOT / "docs" / "findings.md", "\n".join([head, *sections]))


def test_the_authors_guide_has_every_field_of_every_file(expect: Expect) -> None:
    guide = ROOT / "docs" / "authoring.md"
    written, heading, _ = guide.read_text(encoding="utf-8").partition("## Every field\n")
    files = [f"### {_stands_at(file)}\n\n{table(file)}" for file in FILES.values()]

    assert heading
    expect(guide, written + "\n".join([FIELDS, *files]))


def _stands_at(file: File) -> str:
    part = "front matter" if file.is_front_matter else "an entry of the list" if file.is_list else ""
    return f"`{file.paths}`: {file.what}{f' ({part})' if part else ''}"


@pytest.mark.parametrize("command", list(_commands(parser())))
def test_the_readme_names_every_command(command: str) -> None:
    assert f"course {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*ITEM_TYPES, CASE, *KINDS])
def test_the_authors_guide_names_every_item_type_and_box(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("flaw", FLAWS)
def test_the_authors_guide_names_every_flaw(flaw: str) -> None:
    assert f"| `{flaw}` |" in (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*RULES, *FINDINGS])
def test_the_page_on_items_names_every_rule_and_finding_of_the_blind_check(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "items.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_the_docs_name_every_engine(engine: str) -> None:
    docs = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    assert engine in docs.lower()


@pytest.mark.parametrize("kind", EVENT_TYPES)
def test_the_glossary_says_what_xapi_calls_every_event(kind: str) -> None:
    assert f"`{kind}`" in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def test_every_promise_names_a_test_that_there_is() -> None:
    lines = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8").splitlines()
    promises = [line for line in lines if line.startswith("| ")][1:]
    missing = []
    for promise in promises:
        found = re.fullmatch(r"\| .+ \| `([\w/]+\.py)::(test_\w+)` \|", promise)
        path = ROOT / found[1] if found else None
        text = path.read_text(encoding="utf-8") if path and path.is_file() else ""
        if found is None or f"\ndef {found[2]}(" not in text:
            missing.append(promise)

    assert promises
    assert missing == []


def test_every_link_in_the_docs_leads_to_a_file() -> None:
    broken = []
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        prose = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", prose):
            if not (page.parent / link).exists():
                broken.append(f"{page.name}: {link}")

    assert broken == []


def test_nothing_in_the_project_names_a_folder_of_somebodys_machine() -> None:
    home = str(ROOT.parent) + "/"
    named = []
    for folder in ("course", "docs", "tests", "tools", "content", "quizzes", "site_templates"):
        for path in (ROOT / folder).rglob("*"):
            is_text = path.suffix in (".py", ".md", ".ts", ".yml", ".jinja", ".html", ".json", ".css")
            if is_text and home in path.read_text(encoding="utf-8", errors="replace"):
                named.append(str(path.relative_to(ROOT)))

    assert named == []
