"""Which codes of its council's own each document ought to be read with: what its other documents say of them.

It follows from what each document says by itself (`code_uses`), so that neither the order in which documents came in
nor what they were read with before matters.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations

from extractors.language.code_forms import bare_code, bare_council
from extractors.language.measure_codes import LOCAL_CODE
from extractors.language.measure_words import terms_of
from extractors.language.registry import shipped

Codes = tuple[tuple[str, str | None], ...]
"""Bare codes in order, each with the measure that it stands for; None for the number of an entry of a log or list."""


@dataclass(frozen=True, slots=True)
class Outdated:
    """A document that was read with other codes than it ought to be."""

    document_id: str
    codes: Codes


def outdated(connection: sqlite3.Connection, councils: Collection[str | None] | None) -> Iterator[Outdated]:
    """The documents of the councils (all where None) that must be read again, with what codes."""
    wanted = None if councils is None else {bare_council(council) for council in councils}
    told = _told(connection)
    rows = connection.execute(
        "select id, council, codes from documents where council is not null order by id"
    )
    for document, council, stored in rows.fetchall():
        owner = bare_council(council)
        if wanted is not None and owner not in wanted:
            continue
        codes = _printed_in(connection, document, told.get(owner, {}))
        if codes != loads(stored):
            yield Outdated(document, codes)


def loads(stored: str | None) -> Codes:
    """The codes as `documents.codes` holds them."""
    return tuple((code, measure) for code, measure in json.loads(stored)) if stored else ()


def dumps(codes: Codes) -> str | None:
    """The codes for `documents.codes`; None where there are none."""
    return json.dumps(codes) if codes else None


def _told(connection: sqlite3.Connection) -> dict[str | None, dict[str, str | None]]:
    """What the documents of each council say of its codes together. A code with two meanings is told of nowhere."""
    uses: dict[str | None, dict[str, list[tuple[str, str | None, str | None]]]] = {}
    rows = connection.execute(
        """
        select documents.council, code_uses.code, code_uses.use, code_uses.measure, code_uses.title
        from code_uses join documents on documents.id = code_uses.document_id
        where documents.council is not null
        """
    )
    for council, code, *use in rows:
        uses.setdefault(bare_council(council), {}).setdefault(bare_code(code), []).append(tuple(use))
    return {
        owner: {code: measure for code, every in codes.items() for measure in _meaning(every)}
        for owner, codes in uses.items()
    }


def _meaning(uses: list[tuple[str, str | None, str | None]]) -> list[str | None]:
    """The one measure that the uses of a code agree on; [None] where it is the number of an entry, [] where they do not
    agree. A known measure goes before the council's own of that code, which may be spelled in several ways."""
    titled = [use for use in uses if use[0] == "measure"]
    if not titled and any(use == "number" for use, _, _ in uses):
        return [None]
    known = {measure for _, measure, _ in uses if measure} & shipped().by_id.keys()
    if known:
        return list(known) if len(known) == 1 else []
    measures = [measure for _, measure, _ in titled or uses if measure]
    titles = [set(terms_of(title)) for _, _, title in titled or uses if title]
    agreed = all(one & other for one, other in combinations(titles, 2))
    return [min(measures)] if agreed and measures else []


def _printed_in(connection: sqlite3.Connection, document: str, told: dict[str, str | None]) -> Codes:
    """Of the codes those that the document prints and does not itself tell of in the same way."""
    if not told:
        return ()
    (text,) = connection.execute("select text from documents where id = ?", [document]).fetchone()
    printed = {bare_code(match.group()) for match in LOCAL_CODE.finditer(text)}
    own = {
        (bare_code(code), measure if use != "number" else None)
        for code, use, measure in connection.execute(
            "select code, use, measure from code_uses where document_id = ?", [document]
        )
    }
    codes = tuple((code, told[code]) for code in sorted(printed & told.keys()))
    return codes if any(code not in own for code in codes) else ()
