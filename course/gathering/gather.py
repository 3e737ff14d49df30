"""A cohort from files to results: find, look, sort to people, fold, publish; what is done stays done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from course import __version__
from course.cohort.tables import SCHEMA_VERSION
from course.gathering import sources
from course.gathering.engines import Engine
from course.gathering.index import Index
from course.gathering.names import shown
from course.gathering.out_folder import OutFolder, Published
from course.gathering.parts import Context, Known, Part, Task, look, make
from course.gathering.passed_over import PassedOver
from course.gathering.progress import Progress

FILES_AT_ONCE = 200  # to look at

Publish = Callable[[Path, Sequence[Path]], int]


@dataclass
class Done:
    """How far a run came. `files`: that were found; `read`: in this run; `refused`: of all.

    `files_done`: those whose rows are kept, from this run or earlier.
    """

    files: int = 0
    read: int = 0
    refused: int = 0
    files_done: int = 0
    moved: tuple[str, ...] = ()
    passed: PassedOver = field(default_factory=PassedOver)


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
        files = sources.some(sources.find(self.names, self.now_ns, self.done.passed), self.done.passed)
        with self.out.working(), closing(Index(self.out.state / "index.sqlite")) as index:
            self.done.files = index.see(files)
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
        parts = range(index.sort_to_people(base))
        self.progress.begin("reading", self.done.files)
        names: dict[int, str] = {}
        sizes: dict[int, int] = {}
        for part in self.engine.each(make, self._tasks(index, base, parts, names, sizes)):
            name = part.name if part.is_settled else f"{part.name}-unsettled"
            names[part.number] = name
            digest = self.out.store_part(name, part.tables)
            index.finish(part.number, name, digest, part.is_settled)
            self.done.files_done += sizes[part.number]
            self._count(part)
        return [names[number] for number in parts]

    def _count(self, part: Part) -> None:
        self.done.read += part.read
        self.progress.add(part.read)

    def _tasks(
        self, index: Index, base: str, parts: range, names: dict[int, str], sizes: dict[int, int]
    ) -> Iterator[Task]:
        """Yield what is to do; note the names of parts that are done, and how many files each part has."""
        for number in parts:
            files = index.files_of(number)
            sizes[number] = len(files)
            name = f"{number:05}-{_fingerprint(base, *map(_words, files))[:16]}"
            before, digest = index.part(number)
            old = self.out.part(before, digest) if before else {}
            if old and before == name:
                names[number] = name
                index.finish(number, name, digest, is_settled=True)
                self.done.files_done += len(files)
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
            frozenset(shown(file.path) for file in kept),
        )


def _words(file: Known) -> str:
    return f"{file.person} {file.path.hex()} {file.digest}"


def _fingerprint(*words: str | bytes) -> str:
    found = sha256()
    for word in words:
        content = word.encode() if isinstance(word, str) else word
        found.update(len(content).to_bytes(8) + content)
    return found.hexdigest()
