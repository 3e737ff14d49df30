"""`course import`: make banks of the questions of another tool."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from course import diagnostics
from course.commands.output import FAILED, FINE, WRONG_USE, fail, print_findings
from course.diagnostics import Diagnostic, ordered
from course.importing import FORMATS, LARGEST, format_of
from course.importing.bank_text import counted
from course.importing.banks import Bank, banks
from course.importing.decoding import decode
from course.importing.findings import changed_by_import, not_imported, unreadable_import
from course.importing.names import as_id
from course.importing.questions import Imported, LeftOut, Question
from course.reading.roots import nearest_course
from course.source import Source
from course.yaml_reader.findings import ID_PATTERN

FOLDER = Path("quizzes") / "imported"


def run(file: Path, out: Path | None, unit: str, form: str, shown: str) -> int:
    """Read a file and write its banks. Return 1 if any of its questions was not imported."""
    if not file.is_file():
        return fail(f"there is no file {file}", "name a file of questions", code=WRONG_USE)
    if unit and not ID_PATTERN.fullmatch(unit):
        return fail(
            f"`{unit}` is no id of a unit", "name the `id` in the front matter of a unit", code=WRONG_USE
        )
    folder = out or _folder_in_course()
    if folder is None:
        step = "go to the folder of a course, or name a folder with `--out`"
        return fail("there is no course here to import into", step, code=WRONG_USE)
    findings: list[Diagnostic] = []
    imported = _read(file, form, findings)
    made = banks(imported, file.stem, unit, file.name)
    files = {
        **{f"{bank.name}.yml": bank.text.encode("utf-8") for bank in made},
        **(imported.images if made else {}),
    }
    if there := [name for name in sorted(files) if (folder / name).exists() or (folder / name).is_symlink()]:
        step = "name another folder with `--out`, or move that file away"
        return fail(f"{folder / there[0]} is there already, and nothing is overwritten", step, code=WRONG_USE)
    if files:
        folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        with (folder / name).open("xb") as opened:
            opened.write(content)
    return _tell(imported, made, folder, findings, shown)


def _folder_in_course() -> Path | None:
    course = nearest_course(Path.cwd())
    is_course = (course / "content" / "course.yml").is_file() or (course / "organisation.yml").is_file()
    return course / FOLDER if is_course else None


def _read(file: Path, form: str, findings: list[Diagnostic]) -> Imported:
    """Read the questions of a file, and find what is not as it was."""
    top = Source(file.name, "").top()
    if file.stat().st_size > LARGEST:
        step = f"export fewer questions at a time, at most {LARGEST:,} bytes"
        findings.append(unreadable_import(f"it has {file.stat().st_size:,} bytes", top, step))
        return Imported(())
    source, guessed = decode(file.name, file.read_bytes())
    if guessed:
        print(f"note: {file.name} does not say its encoding, and is read as {guessed}", file=sys.stderr)
    imported = FORMATS[form or format_of(source)](source, as_id(file.stem, "file"), findings.append)
    if not imported.entries() and not findings:
        step = f"name its format with `--from`, one of {', '.join(FORMATS)}"
        findings.append(unreadable_import("there is no question in it", source.top(), step))
    is_kept = any(isinstance(entry, Question) for entry in imported.entries())
    for entry in imported.entries():
        if isinstance(entry, LeftOut):
            findings.append(not_imported(entry.name, entry.kind, entry.reason, entry.span, is_kept))
        elif entry.changes:
            findings.append(changed_by_import(entry.changes, entry.span))
    return imported


def _tell(
    imported: Imported, made: tuple[Bank, ...], folder: Path, found: list[Diagnostic], shown: str
) -> int:
    findings = ordered(found)
    total, left_out = (
        len(imported.entries()),
        sum(isinstance(entry, LeftOut) for entry in imported.entries()),
    )
    if shown == "json":
        summary = {
            "banks": [
                {"path": str(folder / f"{bank.name}.yml"), "questions": bank.questions} for bank in made
            ],
            "findings": json.loads(diagnostics.render_json(findings)),
            "images": [str(folder / name) for name in imported.images] if made else [],
            "imported": total - left_out,
            "items": counted(imported.entries()),
            "not_imported": left_out,
        }
        sys.stdout.write(json.dumps(summary, indent=2, ensure_ascii=False) + "\n")
    else:
        if findings:
            print_findings(findings, "text")
        for bank in made:
            print(f"  {folder / bank.name}.yml  {_count(bank.questions, 'item')}")
        if made and imported.images:
            print(f"  {folder}  {_count(len(imported.images), 'image')}")
        print(f"{total - left_out} of {total} questions imported, {left_out} not")
        if made:
            print("Each `todo` stands for what a question of another tool does not have.\nNext: course check")
    return FAILED if any(finding.is_error for finding in findings) else FINE


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
