"""Codes of councils' own, which explain themselves: each was met in a document together with its title."""

import sqlite3
from collections.abc import Collection

from pipeline.queries.scope import Row


def own_codes(connection: sqlite3.Connection, ids: Collection[str] | None = None) -> list[Row]:
    """`id`, `code`, `name`, and the `council`, `source`, `date` and `start_char` of the first place that prints code
    and title together, of each measure under a code of a council's own; of the measures `ids` only, if given."""
    rows = connection.execute(
        """
        select indicators.id, indicators.code, indicators.name, documents.council, documents.source, documents.date,
          indicator_mentions.start_char
        from indicators
        join indicator_mentions on indicator_mentions.indicator_id = indicators.id
        join documents on documents.id = indicator_mentions.document_id
        where indicators.framework = 'local' and indicator_mentions.code is not null
          and indicator_mentions.name is not null
        order by indicators.id, coalesce(documents.date, '9999'), documents.source, indicator_mentions.start_char
        """
    )
    columns = ("id", "code", "name", "council", "source", "date", "start_char")
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row[0], dict(zip(columns, row, strict=True)))
    return [row for key, row in first.items() if ids is None or key in ids]


def said_of(row: Row) -> str:
    """ "LX5 “Working days lost”: registered as a code of Aldermoor’s own, met with this title in 2024/report.txt"."""
    owner = f"{row['council']}’s own" if row["council"] else "a council that is not known"
    return f"{row['code']} “{row['name']}”: registered as a code of {owner}, met with this title in {row['source']}"
