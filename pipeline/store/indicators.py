"""Keeps `indicators` and `indicator_aliases` in step with the mentions that stand in the database."""

import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from extractors.language.registry import Registry
from pipeline.store.columns import tables

_DESCRIBED = ("id", "code", "name", "framework", "unit", "polarity")


class _Mention(NamedTuple):
    indicator_id: str
    code: str | None
    name: str | None


def refresh_indicators(connection: sqlite3.Connection, registry: Registry) -> None:
    """Describe every measure that is mentioned, from `registry` or else from all its mentions, and drop the
    others: the tables depend on what is in the database alone. Needs a transaction."""
    measures, names = registry.describe(_mentions(connection))
    wanted = [tuple(measure[column] for column in _DESCRIBED) for measure in measures]
    aliases = [(name["indicator_id"], name["alias"]) for name in names]
    _replace(connection, "indicators", _DESCRIBED, wanted)
    _replace(connection, "indicator_aliases", ("indicator_id", "alias"), aliases)


def _mentions(connection: sqlite3.Connection) -> Iterator[_Mention]:
    yield from map(
        _Mention._make,
        connection.execute(
            """
            select indicator_id, code, name from indicator_mentions where indicator_id is not null
            union select indicator_id, code, indicator from scorecard_rows where indicator_id is not null
            """
        ),
    )
    for table in tables():
        if table.links.get("indicator_id") == "indicators" and table.name != "indicator_aliases":
            query = f"select distinct indicator_id from {table.name} where indicator_id is not null"
            yield from (_Mention(slug, None, None) for (slug,) in connection.execute(query))


def _replace(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], wanted: list[tuple[Any, ...]]
) -> None:
    """Make these the rows of `table`; nothing is written where they are already."""
    listed = ", ".join(columns)
    if set(connection.execute(f"select {listed} from {table}")) == set(wanted):
        return
    connection.execute(f"delete from {table}")
    connection.executemany(f"insert into {table} ({listed}) values ({', '.join('?' * len(columns))})", wanted)
