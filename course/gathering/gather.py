"""A cohort from files to results: find, look, sort to people, fold, publish; what is done stays done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from course import __version__
from course.cohort.tables import SCHEMA_VERSION
from course.gathering import sources
from course.gathering.engines import Engine
from course.gathering.index import Index
from course.gathering.out_folder import OutFolder, Published
from course.gathering.parts import Context, Known, Part, Task, look, make
from course.gathering.progress import Progress
from course.gathering.wrong_use import WrongUseError

FILES_AT_ONCE = 200  # to look at

Publish = Callable[[Path, Sequence[Path]], int]


@dataclass
class Done:
    """How far a run came. `files`: that were found; `read`: folded in this run; `refused`: of all."""

    files: int = 0
    read: int = 0
    refused: int = 0
    parts: int = 0
    parts_done: int = 0
    moved: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gathering:
    """One run.

    `publish` writes what people open into a folder, from the folders of all parts, and returns how many files
    are refused; `titles` is what it depends on beside the parts.
    """

    names: Sequence[str]
    out: OutFolder
    context: Context
    engine: Engine
    progress: Progress
    now_ns: int
    publish: Publish
    titles: str
    done: Done

    def run(self) -> None:
        """Do all that is not done yet. Whenever this is interrupted, the next run goes on from there."""
        with self.out.working(), closing(Index(self.out.state / "index.sqlite")) as index:
            self.done.files = index.see(sources.find(self.names, self.now_ns))
            if not self.done.files:
                raise WrongUseError("there is no file that ends in .json where you said")
            base = _fingerprint(SCHEMA_VERSION, __version__, self.context.course, self.context.keys)
            self._look(index, base)
            names = self._fold(index, base)
            self.engine.close()
            self._publish(names)

    def _publish(self, names: list[str]) -> None:
        of = _fingerprint(__version__, self.titles, *names)
        before = self.out.published()
        if before and before.of == of:
            self.done.refused = before.refused
            return
        self.progress.begin("writing", 0)
        refused = self.publish(self.out.begin(), [self.out.parts / name for name in names])
        self.done.moved = tuple(self.out.publish(Published(of, refused), set(names)))
        self.done.refused = refused

    def _look(self, index: Index, base: str) -> None:
        index.look_under(base)
        self.progress.begin("looking", index.unseen())
        for looks in self.engine.each(look, index.to_look_at(FILES_AT_ONCE)):
            index.learn(looks)
            self.progress.add(len(looks))
        index.save()

    def _fold(self, index: Index, base: str) -> list[str]:
        self.done.parts = index.sort_to_people(base)
        self.progress.begin("folding", self.done.files)
        names: dict[int, str] = {}
        for part in self.engine.each(make, self._tasks(index, base, names)):
            name = part.name if part.is_settled else f"{part.name}-unsettled"
            names[part.number] = name
            digest = self.out.store_part(name, part.tables)
            index.finish(part.number, name, digest, part.is_settled)
            self._count(part)
        return [names[number] for number in range(self.done.parts)]

    def _count(self, part: Part) -> None:
        self.done.read += part.read
        self.done.parts_done += 1
        self.progress.add(part.read)

    def _tasks(self, index: Index, base: str, names: dict[int, str]) -> Iterator[Task]:
        for number in range(self.done.parts):
            files = index.files_of(number)
            name = f"{number:05}-{_fingerprint(base, *map(_words, files))[:16]}"
            before, digest = index.part(number)
            old = self.out.part(before, digest) if before else {}
            if old and before == name:
                names[number] = name
                index.finish(number, name, digest, is_settled=True)
                self.done.parts_done += 1
                self.progress.add(len(files))
            else:
                yield self._task(index, number, name, files, old)

    def _task(
        self, index: Index, number: int, name: str, files: tuple[Known, ...], old: dict[str, bytes]
    ) -> Task:
        stale = index.stale_in(number) if old else frozenset()
        kept = [file for file in files if file.person not in stale] if old else []
        self.progress.add(len(kept))
        return Task(
            number,
            name,
            tuple(file for file in files if file.person in stale) if old else files,
            old,
            frozenset(file.person for file in kept),
            frozenset(sources.shown(file.path) for file in kept),
        )


def _words(file: Known) -> str:
    return f"{file.person} {file.path.hex()} {file.digest}"


def _fingerprint(*words: str | bytes) -> str:
    found = sha256()
    for word in words:
        content = word.encode() if isinstance(word, str) else word
        found.update(len(content).to_bytes(8) + content)
    return found.hexdigest()
