"""Fold record files with DuckDB: run in DuckDB's own environment, so nothing of ours is imported.

`python duckdb_fold.py RECORDS ITEMS.json TABLE.csv`
"""

from __future__ import annotations

import sys

import duckdb

_COLUMNS = """{
    learner: 'STRUCT(pseudonyms VARCHAR[])',
    events: 'STRUCT(type VARCHAR, "at" BIGINT, body STRUCT(
        itemId VARCHAR, itemHash VARCHAR, cold BOOLEAN, scoreMilli BIGINT))[]'
}"""

_FOLD = """
COPY (
    WITH events AS (
        SELECT filename AS file, learner.pseudonyms[1] AS pseudonym, unnest(events) AS event
        FROM read_json($records, columns = {columns}, filename = true)
    ),
    answers AS (
        SELECT file, pseudonym, event.body.itemId AS item, event.body.itemHash AS hash,
               arg_max(event.body.scoreMilli, event."at") AS score
        FROM events
        WHERE event.type = 'item.response' AND event.body.cold
        GROUP BY ALL
    )
    SELECT pseudonym, competency, strand, count(*) AS n, sum(score) AS sum_milli
    FROM answers JOIN read_json($items) AS items USING (item, hash)
    GROUP BY ALL ORDER BY ALL
) TO '{table}' (HEADER)
"""


def fold(records: str, items: str, table: str) -> None:
    """Write the table of all records of a folder."""
    query = _FOLD.replace("{columns}", _COLUMNS).replace("{table}", table)
    duckdb.execute(query, {"records": f"{records}/*.json", "items": items})


if __name__ == "__main__":
    fold(*sys.argv[1:])
