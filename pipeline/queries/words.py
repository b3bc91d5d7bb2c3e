"""What a person types into a search box, as a full-text query that SQLite never refuses."""

import re
from collections.abc import Iterable

from pipeline.queries.spelling import is_code, spellings

_TOKEN = re.compile(r'"([^"]*)"?|(\S+)')
_OPERATORS = ("AND", "OR", "NOT")


def match_query(words: str) -> str | None:
    """The FTS5 query for `words`: all of them, "quoted ones" together, AND, OR and NOT in capitals between them,
    a star for any ending ("absen*"); a code by itself in any spelling. None where nothing is left to look for. Any
    input gives a valid query."""
    if is_code(words):
        return any_of(spellings(words))
    parts: list[str] = []
    for phrase, word in _TOKEN.findall(words):
        if word in _OPERATORS:
            if parts and parts[-1] not in _OPERATORS:
                parts.append(word)
            elif word == "NOT" and parts and parts[-1] == "AND":
                parts[-1] = "NOT"
            continue
        term = _term(phrase or word, any_ending=bool(word) and word.endswith("*"))
        if term:
            parts.append(term)
    while parts and parts[-1] in _OPERATORS:
        parts.pop()
    return " ".join(parts) or None


def any_of(names: Iterable[str]) -> str | None:
    """The FTS5 query for texts that hold one of these names; None where none has a word."""
    return " OR ".join(filter(None, (_term(name, any_ending=False) for name in names))) or None


def _term(text: str, *, any_ending: bool) -> str | None:
    """The text as a quoted string, which FTS5 reads as a phrase of its words."""
    bare = text.replace('"', " ").replace("\x00", " ").strip("*() ")
    if not re.search(r"\w", bare):
        return None
    return f'"{bare}"{"*" if any_ending else ""}'


HOLDING_WORDS = """
select records.id from records_fts join records on records.rowid = records_fts.rowid
where records_fts match ?
"""
"""The ids of the records that match a full-text query, as SQL."""
