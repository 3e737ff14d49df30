"""The words that scripts say: their types, and what is amiss with them.

`python -m tools.words` writes `site_templates/runtime/ui/words.gen.ts` from the English catalogues.
`python -m tools.words --check` tells when that file no longer fits, which words no script says, which
words a script says without being given them, and what does not fit in a translation.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from course.targets.site.interface import FOR_SCRIPT
from course.targets.site.project import PAGE_SCRIPTS
from tools import node
from tools.bundle import ENTRIES, TEMPLATES
from tools.translations import Catalogue, fault, read_catalogues
from tools.translations import faults as faults_of_translations
from tools.word_types import types

ROOT = Path(__file__).parents[1]
SAID = ROOT / "tools" / "words_said.mjs"
TYPES = f"{TEMPLATES}/runtime/ui/words.gen.ts"
EVERY_PAGE = "learner.js"


def faults(root: Path) -> Iterator[str]:
    """Yield what is amiss with the words of the scripts, each with its next step."""
    catalogues = read_catalogues(root / TEMPLATES / "interface")
    english = [catalogue for catalogue in catalogues if catalogue.is_english]
    if (root / TYPES).read_text(encoding="utf-8") != types(one.content for one in english):
        yield fault(f"{TYPES} does not fit the catalogues", "run `python -m tools.words`")
    scripts = {name: f"{TEMPLATES}/{path}" for name, path in ENTRIES.items() if name.endswith(".js")}
    found = words_said(root, scripts)
    yield from _unclear(found["unclear"])
    yield from _unsaid(english, found["said"])
    yield from _not_given(found["parts"])
    yield from faults_of_translations(catalogues)


def words_said(root: Path, scripts: Mapping[str, str]) -> Any:
    """Return which words and parts these scripts say, as `words_said.mjs` prints it."""
    found = node.find()
    assert found is not None
    entries = [f"{name}={path}" for name, path in scripts.items()]
    command = [str(found.program), str(SAID), "tsconfig.json", *entries]
    return json.loads(subprocess.run(command, cwd=root, check=True, stdout=subprocess.PIPE).stdout)


def _unclear(places: Iterable[str]) -> Iterator[str]:
    for place in places:
        help = "call it with a word, or with a variable whose type is some words"
        yield fault(f"{place}: no one can tell which word this says", help)


def _unsaid(english: Iterable[Catalogue], said: Iterable[str]) -> Iterator[str]:
    """Find words that are written for scripts, and that no script says."""
    wanted = {f"{FOR_SCRIPT}{word}" for word in said}
    for catalogue in english:
        for key in catalogue.lines:
            if key.startswith(FOR_SCRIPT) and key not in wanted:
                yield fault(f"{catalogue.at(key)} is said by no script", "say it, or remove it")


def _not_given(parts: Mapping[str, list[str]]) -> Iterator[str]:
    """Find scripts that say words which do not come with them, and words that come in vain."""
    everywhere = set(parts[EVERY_PAGE])
    for name, said in parts.items():
        own = tuple(part for part in said if part not in everywhere) if name != EVERY_PAGE else ()
        if own != PAGE_SCRIPTS.get(name, ()):
            help = f'write `"{name}": {own}` there, or import other things'
            yield fault(f"`PAGE_SCRIPTS` does not name the parts whose words {name} says", help)
    for part in sorted(everywhere & {part for given in PAGE_SCRIPTS.values() for part in given}):
        fact = f"{EVERY_PAGE} says words of `{part}`, which `PAGE_SCRIPTS` gives to some pages only"
        yield fault(fact, f"import less into {EVERY_PAGE}, or take `{part}` out of `PAGE_SCRIPTS`")


def main(arguments: list[str]) -> int:
    """Write the types, or with `--check` tell what is amiss."""
    if arguments == ["--check"]:
        found = list(faults(ROOT))
        sys.stderr.writelines(f"{one}\n" for one in found)
        return 1 if found else 0
    english = [one for one in read_catalogues(ROOT / TEMPLATES / "interface") if one.is_english]
    (ROOT / TYPES).write_text(types(one.content for one in english), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
