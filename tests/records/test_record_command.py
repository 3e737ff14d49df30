"""`course record`: what a supervisor reads, and what a script gets."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from course import cli
from course.learning.evidence import Found, evidence
from course.records.course_data import CourseData
from course.records.log import Log
from tests.conftest import Expect
from tests.records.conftest import ITEMS
from tests.records.made import DAY, LEARNER, OTHER_LEARNER, START, Browser, Raw

EXPECTED = Path(__file__).parents[1] / "expected" / "record"

Answers = Callable[[Browser, str, int], Raw]
Export = Callable[..., bytes]
Run = Callable[..., tuple[int, str, str]]


ALL = (
    "laptop.json", "phone.json", "edited.json", "praised.json", "incomplete.json", "truncated.json",
    "other-course.json",
)  # fmt: skip


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("form", ["text", "json"])
def test_verify_says_for_each_file_what_to_ask_about(form: str, run: Run, expect: Expect) -> None:
    code, out, err = run("verify", *ALL, "--format", form)

    assert code == 1
    expect(EXPECTED / f"verify.{form}", f"{out}{err}")


@pytest.mark.usefixtures("files")
def test_verify_is_content_with_sound_files(run: Run) -> None:
    assert run("verify", "laptop.json", "phone.json")[0] == 0
    assert [run("verify", name)[0] for name in ALL] == [0, 0, 1, 1, 1, 1, 1]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_show_gives_the_profile_of_each_file(form: str, run: Run, expect: Expect) -> None:
    code, out, err = run("show", "laptop.json", "phone.json", "edited.json", "--format", form)

    assert (code, err) == (0, "")
    expect(EXPECTED / f"show.{form}", out)


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("words", ["verify", "show", "show --format json", "show --format csv"])
def test_the_profile_of_a_file_is_computed_once(
    words: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[Log] = []

    def counted(log: Log, course: CourseData) -> Found:
        computed.append(log)
        return evidence(log, course)

    monkeypatch.setattr("course.learning.profile.evidence", counted)
    verb, *options = words.split()
    code, _, _ = run(verb, "laptop.json", "phone.json", *options)

    assert (code, len(computed)) == (0, 2)


@pytest.mark.usefixtures("files")
def test_show_and_the_file_itself_say_the_same(run: Run) -> None:
    (shown,) = json.loads(run("show", "laptop.json", "--format", "json")[1])
    block = json.loads(Path("laptop.json").read_bytes())["derived"]

    assert shown["computedBy"] == block["computedBy"]
    assert shown["units"] == block["units"]
    for mine, its in zip(shown["competencies"], block["competencies"], strict=True):
        assert {**mine, **its} == mine


@pytest.mark.usefixtures("files")
def test_a_folder_stands_for_the_records_in_it_each_once(run: Run) -> None:
    Path("exports").mkdir()
    for name in ("phone.json", "laptop.json"):
        Path("exports", name).write_bytes(Path(name).read_bytes())
    Path("exports", "notes.txt").write_text("not a record")

    code, out, _ = run("show", "exports", "exports/laptop.json")

    assert code == 0
    named = [line.partition(":")[0] for line in out.splitlines() if line.startswith("exports")]
    assert named == ["exports/laptop.json", "exports/phone.json"]


@pytest.mark.usefixtures("files")
def test_show_goes_on_after_a_file_it_refuses(run: Run) -> None:
    code, out, err = run("show", "truncated.json", "phone.json")

    assert code == 1
    assert "phone.json" in out
    assert err.startswith("error[truncated]: truncated.json: this file breaks off before its end\n")


@pytest.mark.usefixtures("files")
def test_merge_gives_the_same_bytes_in_any_order(run: Run) -> None:
    code, out, err = run("merge", "laptop.json", "phone.json")

    assert (code, err) == (0, "note: 1 event(s) voided\n")
    assert run("merge", "phone.json", "laptop.json")[1] == out
    assert run("merge", "phone.json", "laptop.json", "-o", "both.json") == (0, "", err)
    assert Path("both.json").read_text() == out
    assert run("verify", "both.json")[0] == 0
    assert len(json.loads(out)["devices"]) == 2


@pytest.mark.usefixtures("files")
def test_merge_asks_before_it_brings_two_pseudonyms_together(run: Run) -> None:
    code, out, err = run("merge", "laptop.json", "stranger.json")
    assert (code, out) == (1, "")
    assert err == (
        "error[different-people]: these records are under different pseudonyms\n"
        "  = help: if they are one person's, say so with --same-person\n"
    )

    code, out, err = run("merge", "laptop.json", "stranger.json", "--same-person")
    assert (code, err) == (0, "note: 1 event(s) voided\n")
    assert json.loads(out)["learner"] == {"pseudonyms": [LEARNER, OTHER_LEARNER]}


@pytest.mark.usefixtures("files")
def test_merge_writes_nothing_when_a_file_is_refused(run: Run) -> None:
    code, out, err = run("merge", "laptop.json", "truncated.json", "-o", "both.json")

    assert (code, out) == (1, "")
    assert "error[truncated]" in err
    assert not Path("both.json").exists()


@pytest.mark.usefixtures("files")
def test_merge_does_not_hide_that_a_file_was_changed(run: Run) -> None:
    code, out, err = run("merge", "phone.json", "edited.json", "-o", "both.json")

    assert (code, out) == (1, "")
    assert err.startswith("error[changed]: edited.json: this file was changed after it was exported")
    assert not Path("both.json").exists()


def test_wrong_use_is_reported_with_its_next_step(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "nowhere.json") == (
        2,
        "",
        "error: nowhere.json cannot be opened: No such file or directory\n"
        "  = help: look at how it is written\n",
    )
    Path("exports").mkdir()
    assert run("show", "exports")[2] == (
        "error: the folder exports holds no file that ends in .json\n"
        "  = help: name a folder that holds exported records\n"
    )
    assert cli.main(["record", "show", "x.json", "--course", "nowhere"]) == 2
    assert capsys.readouterr().err == (
        "error: there is no folder nowhere\n  = help: name the folder of a course with `--course DIR`\n"
    )
    with pytest.raises(SystemExit) as stopped:
        cli.main(["record"])
    assert stopped.value.code == 2


def test_a_year_without_evidence_is_as_of_the_export(answers: Answers, export: Export, run: Run) -> None:
    browser = Browser()
    answers(browser, ITEMS[0], 1000)
    later = {"exportedAt": START + 400 * DAY, "createdAt": START}
    identity = json.loads(export(browser.events))["record"] | later
    Path("old.json").write_bytes(export(browser.events, record=identity))

    (shown,) = json.loads(run("show", "old.json", "--format", "json")[1])

    assert shown["competencies"][0]["judgement"]["effectiveMilli"] == 500
