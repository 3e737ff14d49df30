"""Files beside those that are read, with names so near that their author must think they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from course import files
from course.diagnostics import Diagnostic, Severity, nearest
from course.source import Source

ORGANISATION = "organisation.yml"
OF_CONTENT = (
    *("course.yml", "competencies.yml", "references.yml", "cast.yml", "glossary.yml"),
    "synonyms.yml",
)
OF_A_HOST = OF_CONTENT[1:]  # with a `course.yml`, it would be a course of its own
_LISTS = ("forms", "observation")  # the folders of files of any name
_OF_MARKDOWN = (".md", ".markdown", ".mdown", ".mdwn", ".mkd", ".mkdn", ".mdx", ".md.txt")
_OF_YAML = (".yml", ".yaml", ".yml.txt", ".yaml.txt")
_OF_OTHERS = (".txt", ".rst", ".html", ".htm", ".json", ".toml", ".csv", ".docx", ".odt", ".doc", ".rtf")
_TEXT_ENDINGS = (*_OF_MARKDOWN, *_OF_YAML, *_OF_OTHERS)


def ignored_files(root: Path, *, is_host: bool = False) -> Iterator[Diagnostic]:
    """Find texts in the folder of a course, or of its host, that nothing reads."""
    for name in sorted(path.name for path in root.iterdir() if path.is_file()) if root.is_dir() else ():
        if name != ORGANISATION and _looks_like(name, ORGANISATION):
            yield ignored_file(name, ORGANISATION)
    for path in files.list_files(root, "content"):
        if _is_text(path) and (step := _named_instead(path, is_host)):
            yield ignored_file(path, step)
    for path in files.list_files(root, "quizzes"):
        if _is_text(path) and not path.endswith(".yml"):
            yield ignored_file(path, _with_ending(path, ".yml"))


def _named_instead(path: str, is_host: bool) -> str:
    """Return the path by which a text in `content/` would be read; empty where it is."""
    parts = PurePosixPath(path).parts
    if parts[1] in _LISTS:
        return "" if path.endswith((".yml", ".md")) else _with_ending(path, ".yml")
    if len(parts) > 2:
        return "" if path.endswith(".md") else _with_ending(path, ".md")
    name = parts[-1]
    known = OF_A_HOST if is_host else OF_CONTENT
    if name in known:
        return ""
    meant = nearest(name.lower(), known)
    if meant and (_looks_like(name, meant) or not name.lower().endswith(".md")):
        return f"content/{meant}"
    if name.endswith(".md"):
        return f"content/pages/{name}"
    return _with_ending(f"content/pages/{name}", ".md") if is_host else "content/course.yml"


def _looks_like(name: str, meant: str) -> bool:
    stem = name.split(".")[0].casefold().replace("organization", "organisation").strip(" _-")
    return stem == meant.removesuffix(".yml") and _is_text(name)


def _is_text(path: str) -> bool:
    return path.lower().endswith(_TEXT_ENDINGS)


def _with_ending(path: str, ending: str) -> str:
    pure = PurePosixPath(path)
    return str(pure.with_name(pure.name.split(".")[0] + ending))


def _was_surely_meant(path: str, instead: str) -> bool:
    """Say whether only the spelling of a name keeps a file from being read."""
    endings = _OF_YAML if instead.endswith(".yml") else _OF_MARKDOWN
    return path.lower().endswith(endings)


def ignored_file(path: str, instead: str) -> Diagnostic:
    """A file of the course has a name by which nothing reads it, so what is in it is nowhere.

    Lessons end in `.md` and everything else that is read in `.yml`, both in lower case.
    The files directly in `content/` have fixed names.
    It is an error where the file was surely meant to be read, and a warning where it may be someone's notes.
    """
    return Diagnostic(
        "ignored-file",
        f"nothing reads `{path}`",
        Source(path, "").top(),
        f"name it `{instead}`, or move it out of the course if it is not part of it",
        Severity.ERROR if _was_surely_meant(path, instead) else Severity.WARNING,
    )
