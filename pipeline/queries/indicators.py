"""Which measure is meant: by id, code, name or alias, or by the same name in other words."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from extractors.language.lineage import kin_of
from extractors.language.measure_words import slug
from extractors.language.registered import Indicator
from extractors.language.registry import shipped
from pipeline.queries.scope import Row, placeholders
from pipeline.queries.spelling import as_printed, is_code, spellings, with_code
from pipeline.queries.words import any_of, match_query

_SUGGESTED = 70.0
"""Likeness (0 to 100) from which a measure is offered as what may have been meant."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The measures that are meant, by their ids, and how they were found: `exact`, `in other words`, or, as no document
    speaks of the measure itself, `under another code`."""

    ids: tuple[str, ...]
    how: str


def find_indicators(connection: sqlite3.Connection, text: str) -> Meant | None:
    """The measures of the database that `text` names. Several only where several councils use the same code or
    name for measures of their own. None where no measure is named so; then it may still be words to search by."""
    wanted = as_printed(text)
    if not wanted:
        return None
    exact = connection.execute(
        """
        select id from indicators where id in (:text, :slug) or lower(name) = :text
        union
        select indicator_id from indicator_aliases where lower(alias) = :text
        order by 1
        """,
        {"text": wanted.lower(), "slug": slug(wanted) or wanted.lower()},
    ).fetchall()
    if exact:
        return Meant(tuple(row[0] for row in exact), "exact")
    if is_code(wanted) and (coded := with_code(connection, wanted)):
        return Meant(tuple(coded), "exact")
    known = published(wanted)
    if known is None:
        return None
    if _is_mentioned(connection, known.id):
        return Meant((known.id,), "in other words")
    kin = tuple(each for each in kin_of(known.id) if _is_mentioned(connection, each))
    return Meant(kin, "under another code") if kin else None


def published(text: str) -> Indicator | None:
    """The measure of the shipped registry that `text` names, by code or in other words, mentioned or not."""
    registry, wanted = shipped(), as_printed(text)
    return registry.find_code(wanted) or registry.named(wanted) or registry.resolve(wanted)


def words_of(subject: str) -> str | None:
    """The full-text query for what people call `subject`: of a code its parts together, else all of its words."""
    coded = is_code(subject) or shipped().find_code(as_printed(subject))
    return any_of(spellings(subject)) if coded else match_query(subject)


def describe(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Row]:
    """Id, code, name, framework, unit, polarity and all aliases of each measure."""
    wanted = list(ids)
    rows = connection.execute(
        f"""
        select indicators.*, (
          select group_concat(alias, '; ') from indicator_aliases where indicator_id = indicators.id
        ) as aliases
        from indicators where id in ({placeholders(wanted)}) order by id
        """,
        wanted,
    )
    return [dict(row) for row in rows]


def suggest(connection: sqlite3.Connection, text: str, most: int = 5, least: float = _SUGGESTED) -> list[Row]:
    """The measures of the database whose names are most like `text`, best first; `least` is the likeness (0 to 100,
    which a name has that holds all the words)."""
    names = connection.execute(
        "select id, name from indicators where name is not null union select indicator_id, alias from indicator_aliases"
    ).fetchall()
    found = process.extract(
        text, [row[1] for row in names],
        scorer=fuzz.token_set_ratio, processor=default_process, score_cutoff=least, limit=most * 3,
    )  # fmt: skip
    ids = list(dict.fromkeys(names[index][0] for _, _, index in found))[:most]
    by_id = {row["id"]: row for row in describe(connection, ids)}
    return [by_id[each] for each in ids if each in by_id]


def _is_mentioned(connection: sqlite3.Connection, indicator_id: str) -> bool:
    row = connection.execute("select 1 from indicators where id = ?", [indicator_id]).fetchone()
    return row is not None
