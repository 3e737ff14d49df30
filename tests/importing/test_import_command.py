"""`course import`: what an author sees and gets, file by file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from course.build import pipeline
from course.cli import main
from course.commands import import_
from tests.conftest import Expect, MakeCourse
from tests.course_folder import BASE

FILES = Path(__file__).parent / "files"
ENDINGS = ("xml", "gift", "txt", "csv")


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_author_gets_banks_and_is_told_what_is_missing(
    ending: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    expect: Expect,
) -> None:
    monkeypatch.chdir(tmp_path)

    code = main(["import", str(FILES / f"bank.{ending}"), "--out", "new", "--unit", "asking"])

    told = capsys.readouterr().out
    written = "".join(
        f"== {path.name}\n{path.read_text()}" for path in sorted((tmp_path / "new").glob("*.yml"))
    )
    expect(FILES / f"{ending}.expected", f"{told}\nexit code {code}\n\n{written}")


def test_the_check_leads_an_author_to_what_is_still_to_write(
    course_of: MakeCourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = Path(shutil.copytree(BASE, course_of("two-keys").parent / "course"))
    monkeypatch.chdir(course / "content")

    main(["import", str(FILES / "bank.xml"), "--unit", "asking"])

    findings = pipeline.check(course).findings
    assert sorted({(finding.code, finding.span.source.path) for finding in findings if finding.is_error}) == [
        ("misplaced-bank", "quizzes/imported/goals-steps.yml"),
        ("todo", "quizzes/imported/goals-steps.yml"),
    ]
    assert sum(finding.code == "todo" for finding in findings) == 7


def test_nothing_is_ever_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["import", str(FILES / "bank.xml"), "--out", str(tmp_path)]
    (tmp_path / "bank-the-pool.png").write_text("mine")

    assert main(words) == 2

    assert "bank-the-pool.png is there already, and nothing is overwritten" in capsys.readouterr().err
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


def test_without_a_course_an_author_must_name_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["import", str(FILES / "bank.gift")]) == 2

    assert "name a folder with `--out`" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_script_reads_the_same_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(FILES / "bank.xml"), "--out", str(tmp_path), "--format", "json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert (told["imported"], told["not_imported"], [bank["questions"] for bank in told["banks"]]) == (
        7,
        3,
        [7],
    )
    assert [finding["code"] for finding in told["findings"]].count("not-imported") == 3


BOMB = '<!DOCTYPE quiz [<!ENTITY a "ha">{}]><quiz>&j;</quiz>'.format(
    "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
)
REFUSED = {
    "bomb.xml": (BOMB, "it defines entities or a document type of its own"),
    "outside.xml": (
        '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/hostname">]><quiz>&x;</quiz>',
        "it defines entities or a document type of its own",
    ),
    "cut.xml": ("<quiz><question>", "it is no well-formed XML"),
    "page.xml": ("<html></html>", "its root is `html`, and that of Moodle XML is `quiz`"),
    "deep.xml": ("<quiz>" + "<a>" * 200 + "</a>" * 200 + "</quiz>", "its elements are nested too deeply"),
    "empty.gift": ("// nothing\n", "there is no question in it"),
    "columns.csv": ("a,b\n1,2\n", "it has no column `prompt`"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_imported_is_refused_with_its_reason(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, reason = REFUSED[name]
    (tmp_path / name).write_text(content)

    assert main(["import", str(tmp_path / name), "--out", str(tmp_path / "new")]) == 1

    told = capsys.readouterr().out
    assert told.startswith("error[unreadable-import]")
    assert reason in told
    assert not (tmp_path / "new").exists()


def test_a_file_that_is_too_large_is_not_even_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(import_, "LARGEST", 10)

    assert main(["import", str(FILES / "bank.gift"), "--out", str(tmp_path / "new")]) == 1

    assert "export fewer questions at a time" in capsys.readouterr().out


def test_html_that_nobody_writes_by_hand_leaves_its_question_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "deep.gift").write_text(f"::Deep::[html]{'<b>' * 100}x{{=a ~b}}\n\nWhich? {{=a ~b}}\n")

    assert main(["import", str(tmp_path / "deep.gift"), "--out", str(tmp_path / "new")]) == 1

    assert "its HTML is nested too deeply" in capsys.readouterr().out
    assert "Which?" in (tmp_path / "new" / "deep.yml").read_text()


@pytest.mark.parametrize(
    "name", ["../../evil.png", "/etc/evil.png", "..\\evil.png", "evil.png/../../x.png", "CON.png"]
)
def test_an_image_stays_beside_its_bank(name: str, tmp_path: Path) -> None:
    (tmp_path / "bank.xml").write_text(
        f'<quiz><question type="truefalse"><questiontext><text>&lt;img src="@@PLUGINFILE@@/{name}"&gt;</text>'
        f'<file name="{name}" encoding="base64">iVBORw0KGgo=</file></questiontext>'
        '<answer fraction="100"><text>true</text></answer></question></quiz>'
    )

    main(["import", str(tmp_path / "bank.xml"), "--out", str(tmp_path / "new")])

    images = [path for path in tmp_path.rglob("*.png")]
    assert [path.parent for path in images] == [tmp_path / "new"]
    assert images[0].name.startswith("bank-")


def test_every_question_of_a_file_in_one_line_is_counted_and_found_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "old.xml"
    file.write_text("<quiz>" + '<question type="essay"/>' * 3 + "</quiz>")

    assert main(["import", str(file), "--out", str(tmp_path / "out"), "--format", "json"]) == 1

    found = json.loads(capsys.readouterr().out)
    assert (found["imported"], found["not_imported"]) == (0, 3)
    assert [one["column"] for one in found["findings"]] == [7, 31, 55]
    assert found["findings"][0]["help"].startswith("no bank is written")


TABLES = {
    "a spreadsheet of another language": (
        "\ufeffsep=;\r\nprompt;a;b;c;correct\r\nHow long?;1,5;2;5;1,5\r\n",
        ["type: single-choice", "correct: true", 'text: "1,5"'],
    ),
    "a text without its quotes": (
        "prompt,a,b,correct\nSay, what is next?,Ask,Tell,a\n",
        ["0 of 1 questions imported", "more cells than there are columns"],
    ),
    "a column that is there again": (
        "prompt,a,a,b,correct\nWhat?,Ask,Lost,Tell,a\n",
        ["the column `a` is there again"],
    ),
    "a cell that has no place": (
        "type,prompt,a,b,feedback a\nmatch,Pair,x -> 1,y -> 2,Well done\n",
        ["`feedback a` has no place in `match`: Well done"],
    ),
    "a quote in the wrong place": (
        'prompt,a,b,correct\nWhat?,Ask,Tell,a\nWhat?,"Ask" twice,Tell,a\n',
        ["it is no table", "old.csv:3:1"],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_nothing_in_a_table_is_lost_in_silence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, expected = TABLES[name]
    file, out = tmp_path / "old.csv", tmp_path / "out"
    file.write_bytes(text.encode("utf-8"))

    main(["import", str(file), "--out", str(out)])

    said = capsys.readouterr().out + "".join(one.read_text() for one in out.glob("*.yml"))
    assert [words for words in expected if words not in said] == []


def test_an_image_after_a_question_comes_before_it(tmp_path: Path) -> None:
    file, out = tmp_path / "old.gift", tmp_path / "out"
    file.write_text("[markdown]A scene.\\n\\nWhat next?\\n\\n![a chart](https\\://example.org/a.png) {T}\n")

    main(["import", str(file), "--out", str(out)])

    (bank,) = out.glob("*.yml")
    written = bank.read_text()
    assert "# different here: its image comes before the question" in written
    assert written.index("A scene.") < written.index("![a chart]") < written.index("What next?")
