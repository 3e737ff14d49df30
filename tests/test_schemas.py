"""The schemas for editors: they know the fields that the readers ask for, and no others."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from course import cli
from course.build import pipeline
from course.diagnostics import Diagnostic
from course.schemas import FILES, json_schema
from course.shipped import SHIPPED
from tests.conftest import MakeCourse
from tests.course_folder import BASE, CASES, EXPECTED, case_names
from tests.test_host_folder import ADDED

_CODE = re.compile(r"^error\[([a-z-]+)\]", re.MULTILINE)
ROOT = Path(__file__).parents[1]
VALIDATORS = {name: Draft7Validator(json_schema(file)) for name, file in FILES.items()}
# what a schema sees: names, types, closed sets; never how two places go together
SEEN = {
    *("bad-id", "missing-field", "unknown-artefact", "unknown-exercise-type", "unknown-field"),
    *("unknown-item-type", "unknown-word", "wrong-type"),
}
# how two places go together, and what no editor could parse
UNSEEN = {
    *("dialogue-without-better", "rating-line-without-words", "rating-reference-out-of-bands"),
    *("votes-missing", "worst-missing"),
    *("wrong-type-field-name", "yaml-tag", "broken-yaml-starts-with-exclamation"),
}
CASES_SEEN = [
    name
    for name in case_names()
    if name not in UNSEEN and SEEN.intersection(_CODE.findall((CASES / name / EXPECTED).read_text("utf-8")))
]
COURSES = (SHIPPED, BASE, ROOT / "course" / "samples" / "course", ROOT / "course" / "samples" / "host")


class Loader(yaml.CSafeLoader):
    """YAML as editors read it: dates are texts, and only `true` and `false` are flags."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        sign: [(tag, shape) for tag, shape in known if not tag.endswith((":timestamp", ":bool"))]
        for sign, known in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def _front_matter(text: str) -> str:
    return text.split("\n---\n")[0].removeprefix("---\n")


def _kind_of(path: str) -> str:
    """Return which kind of file is at a path of a course."""
    parts = path.split("/")
    if path.startswith("quizzes/"):
        return "quizzes"
    if path.startswith("content/forms/"):
        return "forms"
    if path.startswith("content/observation/"):
        return "observation"
    if path.endswith(".md"):
        return (
            "page"
            if parts[1] == "pages"
            else "unit"
            if len(parts) == 3 or parts[-1] == "index.md"
            else "lesson"
        )
    return parts[-1].removesuffix(".yml")


def _errors(folder: Path, path: str) -> list[str]:
    text = (folder / path).read_text(encoding="utf-8")
    content: Any = yaml.load(_front_matter(text) if path.endswith(".md") else text, Loader)
    return [f"{path}: {error.message[:200]}" for error in VALIDATORS[_kind_of(path)].iter_errors(content)]


def _paths(folder: Path) -> list[str]:
    found = [
        *folder.glob("content/**/*.md"),
        *folder.glob("content/*.yml"),
        *folder.glob("content/forms/*.yml"),
        *folder.glob("content/observation/*.yml"),
        *folder.glob("quizzes/**/*.yml"),
    ]
    found += [path for path in [folder / "organisation.yml"] if path.exists()]
    return sorted(path.relative_to(folder).as_posix() for path in found)


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(json_schema(FILES[name]))


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_a_schema_accepts_every_file_of_a_course_without_errors(folder: Path) -> None:
    paths = _paths(folder)

    assert paths
    assert [error for path in paths for error in _errors(folder, path)] == []


@pytest.mark.parametrize("case", CASES_SEEN)
def test_a_schema_sees_the_mistakes_that_a_schema_can_see(case: str, course_of: MakeCourse) -> None:
    folder = course_of(case)
    findings = [finding for finding in pipeline.check(folder).findings if finding.code in SEEN]
    blamed = {finding.span.source.path for finding in findings if not _is_in_text(finding)}

    assert all(_errors(folder, path) for path in blamed)


def _is_in_text(finding: Diagnostic) -> bool:
    """Say whether a finding is below the front matter of a page, which no schema describes."""
    before = finding.span.source.text[: finding.span.start]
    return finding.span.source.path.endswith(".md") and "\n---\n" in before


def test_the_command_writes_schemas_and_which_files_they_are_for(tmp_path: Path) -> None:
    assert cli.main(["schema", str(tmp_path)]) == 0

    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for schema, paths in settings["yaml.schemas"].items():
        Draft7Validator.check_schema(json.loads((tmp_path / schema).read_text(encoding="utf-8")))
        assert list(SHIPPED.glob(paths)) or paths == "organisation.yml"


def test_the_settings_of_an_author_are_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text("{}", encoding="utf-8")

    assert cli.main(["schema", str(tmp_path)]) == 0

    assert settings.read_text(encoding="utf-8") == "{}"
    assert '"yaml.schemas"' in capsys.readouterr().out


@pytest.mark.parametrize(
    "path", [path for path in ADDED if path.startswith("content/") and path.endswith("yml")]
)
def test_a_schema_accepts_what_a_host_adds(tmp_path: Path, path: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(ADDED[path], encoding="utf-8")

    assert _errors(tmp_path, path) == []
