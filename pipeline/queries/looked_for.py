"""What a subject is taken for: a measure with all its names, or words."""

import sqlite3

from extractors.language.lineage import kin_of
from extractors.language.registry import shipped
from pipeline.queries.indicators import describe, find_indicators, published, suggest, words_of
from pipeline.queries.own_codes import own_codes, said_of
from pipeline.queries.spelling import key, spellings
from pipeline.queries.words import any_of


def looked_for(connection: sqlite3.Connection, subject: str) -> tuple[list[str], str | None]:
    """In words, a line each, what `subject` is taken for, and the full-text query that finds it in a text."""
    meant = find_indicators(connection, subject)
    if meant is None:
        said = [f"“{subject}” names no indicator here: what holds these words, or stands under them."]
        holding = suggest(connection, subject, most=3, least=100.0)
        lasting = [row for row in holding if row["id"] in shipped().by_id or row["code"]]
        if names := [_name(row["code"], row["name"]) for row in lasting]:
            said.append(f"Indicators with these words in their names: {'; '.join(names)}.")
        return said, words_of(subject)
    measures = describe(connection, meant.ids)
    kin = describe(
        connection, sorted({other for each in meant.ids for other in kin_of(each)} - set(meant.ids))
    )
    own = [row for row in own_codes(connection, meant.ids) if key(row["printed"]) == key(subject)]
    told = {row["id"] for row in own}
    others = [_name(row["code"], row["name"]) for row in measures if row["id"] not in told]
    said = [*map(said_of, own), *(["; ".join(others)] if others else [])]
    if meant.how == "under another code" and (known := published(subject)):
        said.insert(0, f"{_name(known.code, known.name)} is spoken of under another code:")
    if kin:
        said.append("Under other codes, too: " + "; ".join(_name(row["code"], row["name"]) for row in kin))
    names = [
        name
        for row in (*measures, *kin)
        for name in (row["code"], row["name"], *(row["aliases"] or "").split("; "))
        if name
    ]
    return said, any_of([*spellings(subject), *names])


def _name(code: str | None, name: str | None) -> str:
    return " ".join(filter(None, (code, name)))
