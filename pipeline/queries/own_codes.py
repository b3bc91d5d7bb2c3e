"""Codes of councils' own, which explain themselves: each was met in a document together with its title."""

import sqlite3
from collections.abc import Collection

from extractors.language.code_forms import framework_of
from pipeline.queries.scope import Row, placeholders
from pipeline.queries.spelling import as_printed, councils_with_code, is_code, key

_COLUMNS = (
    "id", "code", "name", "framework", "printed", "title", "council", "mention_id", "document_id", "source",
    "start_char",
)  # fmt: skip


def own_codes(connection: sqlite3.Connection, ids: Collection[str] | None = None) -> list[Row]:
    """Each code of a council's own and the measure it stands for, by the first place that prints code and title
    together; of the measures `ids` only, if given.

    `id`, `code`, `name` and `framework` are the measure's (`local`: it has no other code), `printed` and `title` what
    stands there; with `council`, `mention_id`, `document_id`, `source` and
    `start_char`.
    """
    wanted = list(ids or ())
    only = f"and indicators.id in ({placeholders(wanted)})" if ids is not None else ""
    rows = connection.execute(
        f"""
        with printed as (
          select id, document_id, start_char, indicator_id, code, name from indicator_mentions where note is null
          union all
          select id, document_id, start_char, indicator_id, code, indicator from scorecard_rows
        )
        select indicators.id, indicators.code, indicators.name, indicators.framework, printed.code, printed.name,
          documents.council, printed.id, documents.id, documents.source, printed.start_char
        from indicators
        join printed on printed.indicator_id = indicators.id
        join documents on documents.id = printed.document_id
        where printed.code is not null and printed.name is not null {only}
        order by indicators.id,
          -- "Missed 96 collections for every 100,000 (EN09)" cuts a name in two: a whole one goes first.
          substr(documents.text, printed.start_char - 1, 1) glob '[0-9]',
          coalesce(documents.date, '9999'), documents.source, printed.start_char
        """,
        wanted,
    )
    first: dict[tuple[str, str | None, str], Row] = {}
    for values in rows:
        row = dict(zip(_COLUMNS, values, strict=True))
        if not framework_of(row["printed"]):
            first.setdefault((row["id"], row["council"], key(row["printed"])), row)
    return list(first.values())


def owners_of(connection: sqlite3.Connection, text: str) -> list[str]:
    """The councils whose own code `text` is; none where it is no such code, or one of a council that is not known."""
    if framework_of(as_printed(text)) or not is_code(text):
        return []
    owners = councils_with_code(connection, text)
    return [] if None in owners else sorted(filter(None, owners))


def said_of(row: Row) -> str:
    """ "LX5 “Working days lost”: registered as a code of Aldermoor’s own, met with this title in report.txt"; where
    all councils have the measure, it is named as well: "…’s own, for BVPI 12 …"."""
    owner = f"{row['council']}’s own" if row["council"] else "a council that is not known"
    measure = " ".join(filter(None, (row["code"], row["name"])))
    known = f", for {measure}" if row["framework"] != "local" else ""
    return (
        f"{row['printed']} “{row['title']}”: registered as a code of {owner}{known}, "
        f"met with this title in {row['source']}"
    )
