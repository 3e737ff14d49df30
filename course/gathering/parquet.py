"""Rows as Parquet, the same bytes for the same rows, and Parquet as rows of Arrow."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.compute
import pyarrow.parquet

from course.cohort.rows import Rows
from course.cohort.tables import SCHEMA_VERSION, TABLES, kinds

# what a reader finds in the metadata of every file
VERSION_KEY = b"imr-cohort-schema"

_TYPES: dict[str, pyarrow.DataType] = {
    "text": pyarrow.string(),
    "whole": pyarrow.int64(),
    "flag": pyarrow.bool_(),
    "moment": pyarrow.timestamp("ms", tz="UTC"),
    "day": pyarrow.date32(),
    "texts": pyarrow.list_(pyarrow.string()),
    "wholes": pyarrow.list_(pyarrow.int64()),
}
# a record belongs to whom it names first, a refusal to its file
_OWNERS = {name: "file" if name == "refusals" else "pseudonym" for name in TABLES}


def schema(table: str) -> pyarrow.Schema:
    """Return the schema of a table."""
    fields = [pyarrow.field(name, _TYPES[kind]) for name, kind in kinds(table).items()]
    return pyarrow.schema(fields, metadata={VERSION_KEY: SCHEMA_VERSION.encode()})


def tables_of(rows: Rows) -> dict[str, pyarrow.Table]:
    """Return rows as tables of Arrow."""
    return {name: _table(name, getattr(rows, name)) for name in TABLES}


def with_kept(
    new: dict[str, pyarrow.Table], old: dict[str, bytes], kept: Collection[str], files: Collection[str]
) -> dict[str, pyarrow.Table]:
    """Return the new tables and those rows of old ones that are still right, in their order.

    `kept`: the people whose rows these are. `files`: those whose refusals are still right.
    """
    found = {}
    for name, table in new.items():
        owner = _OWNERS[name]
        # what was read names the elements of lists in another way, which would be written down
        before = read(old[name]).cast(schema(name))
        still = pyarrow.array(sorted(files if owner == "file" else kept), pyarrow.string())
        before = before.filter(pyarrow.compute.is_in(before[owner], value_set=still))
        both = pyarrow.concat_tables([before, table]).combine_chunks()
        # the sort is stable, so what is one person's keeps its order
        found[name] = both.take(pyarrow.compute.sort_indices(both, [(owner, "ascending")]))
    return found


def write(table: pyarrow.Table) -> bytes:
    """Return a table as the bytes of a Parquet file."""
    out = BytesIO()
    pyarrow.parquet.write_table(table, out, compression="zstd", row_group_size=1_000_000)
    return out.getvalue()


def read(content: bytes | Path, columns: Sequence[str] | None = None) -> pyarrow.Table:
    """Return the table of a Parquet file, or some of its columns."""
    source = BytesIO(content) if isinstance(content, bytes) else content
    # a file of a part is small, and to buffer it first takes longer than to read it
    with pyarrow.parquet.ParquetFile(source, pre_buffer=False) as file:
        return file.read(columns=None if columns is None else list(columns), use_threads=False)


def _table(name: str, rows: tuple[tuple[object, ...], ...]) -> pyarrow.Table:
    shape = schema(name)
    columns: Any = zip(*rows, strict=True) if rows else [()] * len(shape)
    days = {place for place, kind in enumerate(kinds(name).values()) if kind == "day"}
    arrays = [
        _days(column) if place in days else pyarrow.array(column, field.type)
        for place, (column, field) in enumerate(zip(columns, shape, strict=True))
    ]
    return pyarrow.Table.from_arrays(arrays, schema=shape)


def _days(column: tuple[str | None, ...]) -> pyarrow.Array:
    return pyarrow.array(column, pyarrow.string()).cast(pyarrow.date32())
