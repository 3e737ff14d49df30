"""What VS Code's YAML extension needs to complete and check the files of a course while they are typed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from course import files
from course.schemas import FILES, json_schema

FOLDER = ".vscode/schemas"
SETTINGS = ".vscode/settings.json"


def write_files(folder: Path) -> Iterator[Path]:
    """Write the schemas, and the settings where there are none yet, yielding each file written."""
    yield from _write_schemas(folder)
    path = folder / SETTINGS
    if not os.path.lexists(path):
        files.replace(path, settings().encode())
        yield path


def settings() -> str:
    """Return the settings that say which schema is that of which files."""
    schemas = {
        f"./{FOLDER}/{name}.schema.json": file.paths
        for name, file in FILES.items()
        if not file.is_front_matter
    }
    return json.dumps({"yaml.schemas": schemas}, indent=2) + "\n"


def _write_schemas(folder: Path) -> Iterator[Path]:
    """Write the schema of each kind of YAML file, yielding each file written."""
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, file in FILES.items():
        if not file.is_front_matter:
            path = folder / FOLDER / f"{name}.schema.json"
            text = json.dumps(json_schema(file), ensure_ascii=False, indent=1)
            files.replace(path, f"{text}\n".encode())
            yield path
