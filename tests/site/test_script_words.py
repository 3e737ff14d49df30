"""`make lint` finds words that no script says, scripts without their words, and translations amiss."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tools.translations import faults as faults_of_translations
from tools.translations import read_catalogues
from tools.words import ROOT, TYPES, faults

INTERFACE = "site_templates/interface"
SAY_PLACED = (
    'import type { Words } from "../ui/words.gen";\n'
    'import { say as sayPlaced } from "../views/placement/words";\n'
)
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the scripts and catalogues."""
    for folder in ("site_templates/runtime", INTERFACE):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "tsconfig.json", tmp_path)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def test_words_that_do_not_fit_the_scripts_are_found_where_they_stand(project: Path) -> None:
    runtime = project / "site_templates/runtime"
    catalogue = project / INTERFACE / "review.en.po"
    lines = len(catalogue.read_text(encoding="utf-8").splitlines())
    add(catalogue, '\nmsgid "run.review.extra"\nmsgstr "Extra"\n')
    # neither a file that nobody imports nor a test counts as saying it
    (runtime / "views/review/unused.ts").write_text('import { say } from "./words";\nsay("extra");\n')
    add(runtime / "tests/strings.test.ts", 'say("extra");\n')
    add(runtime / "pages/review.ts", SAY_PLACED + 'sayPlaced("print");\n')
    record = 'import { say as sayRecord } from "../views/record/words";\nsayRecord("in_file");\n'
    add(runtime / "pages/learner.ts", record)
    hidden = (
        'declare const any: keyof Words["placement"];\nsayPlaced(any, {} as never);\n[].map(sayPlaced);\n'
    )
    add(runtime / "pages/home.ts", SAY_PLACED + hidden)

    found = "\n".join(faults(project))

    assert f"{TYPES} does not fit the catalogues\n  = help: run `python -m tools.words`" in found
    assert f"review.en.po:{lines + 2}: `run.review.extra` is said by no script" in found
    assert "`PAGE_SCRIPTS` does not name the parts whose words review_page.js says" in found
    assert "write `\"review_page.js\": ('placement', 'review')` there" in found
    assert "learner.js says words of `record`, which `PAGE_SCRIPTS` gives to some pages only" in found
    assert found.count("site_templates/runtime/pages/home.ts:") == 2
    assert "no one can tell which word this says" in found


TRANSLATIONS = {
    "another language in the head": (
        "nl",
        '"Language: de\\n"\n',
        "nl.po: its name and its head name two languages\n  = help: write `Language: nl`, or rename the file",
    ),
    "forms that the language does not have": (
        "pl",
        '"Language: pl\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        '\nmsgid "bank.size"\nmsgid_plural "bank.size"\n'
        'msgstr[0] "{count} pytanie"\nmsgstr[1] "{count} pytań"\n',
        "",
    ),
    "an expression of another language": (
        "ru",
        '"Language: ru\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n',
        "ru.po: `Plural-Forms` gives the category `one` the forms [0, 1]\n"
        "  = help: take the expression from the plural rules of Unicode CLDR",
    ),
    "a key with a slip": (
        "nl",
        '"Language: nl\\n"\n\nmsgid "bank.emd"\nmsgstr "Hoe het ging"\n',
        "nl.po:6: `bank.emd` is no key of the English catalogues\n  = help: remove or correct it",
    ),
    "a place with a slip": (
        "nl",
        '"Language: nl\\n"\n\nmsgid "bank.print_key"\nmsgstr "Sleutel: {titel}"\n',
        "nl.po:6: `bank.print_key` has other places than in English\n  = help: its places are: {title}",
    ),
    "no forms": (
        "nl",
        '"Language: nl\\n"\n\nmsgid "bank.size"\nmsgstr "{count} vragen"\n',
        "nl.po:6: `bank.size` has plural forms in one language only\n"
        "  = help: write it as the English catalogue does",
    ),
    "a count left out of a form for several counts": (
        "fr",
        '"Language: fr\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
        '\nmsgid "bank.size"\nmsgid_plural "bank.size"\n'
        'msgstr[0] "une question"\nmsgstr[1] "{count} questions"\n',
        "fr.po:7: `bank.size` does not say the count for 0, 1\n  = help: write {count} in the form `one`",
    ),
}


@pytest.mark.parametrize("name", TRANSLATIONS)
def test_a_translation_that_does_not_fit_is_found(tmp_path: Path, name: str) -> None:
    language, rest, expected = TRANSLATIONS[name]
    for path in (ROOT / INTERFACE).glob("*.en.po"):
        shutil.copy(path, tmp_path)
    shutil.copy(ROOT / INTERFACE / "en.po", tmp_path)
    (tmp_path / f"{language}.po").write_text(HEAD + rest, encoding="utf-8")

    assert "\n".join(faults_of_translations(read_catalogues(tmp_path))) == expected


def add(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
