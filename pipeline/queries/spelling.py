"""What people type for a measure, read as documents print it: "N.I.117", "ni-117" and "indicator NI 117" as NI 117."""

import re
import sqlite3
from collections.abc import Iterable
from functools import cache

from extractors.language.code_forms import bare_code

_INITIALS = re.compile(r"\b(?:[A-Za-z]\.\s?){2,}(?:[A-Za-z]\b\.?)?")
_MARK = re.compile(r"^([A-Za-z&]{1,7})\s?[.:_#–—-]\s?(?=\d)")
_SPELLED_OUT = (
    (re.compile(r"^national\s+indicators?\s+(?:no\.?\s*|number\s+)?(?=\d)", re.IGNORECASE), "NI "),
    (
        re.compile(
            r"^best\s+value\s+(?:performance\s+)?indicators?\s+(?:no\.?\s*|number\s+)?(?=\d)", re.IGNORECASE
        ),
        "BVPI ",
    ),
)
_WORD_BEFORE = re.compile(
    r"^(?:(?:performance|local|corporate)\s+)?(?:indicator|measure|code|target|KPI|LPI|PI|ref(?:erence)?\.?)\s?:?\s+(?=[A-Za-z&/]{1,7}\W?\d)",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Za-z&./]{1,7}[ .-]?\d[\w./()-]{0,7}")


@cache
def as_printed(subject: str) -> str:
    """The subject with the marks gone that only a code's typist has put there, and with NI for "National Indicator"."""
    text = " ".join(subject.split()).strip(" \t\"'“”‘’?!,;")
    text = _INITIALS.sub(lambda match: re.sub(r"[.\s]", "", match.group()) + " ", text).strip()
    for spelled, short in _SPELLED_OUT:
        text = spelled.sub(short, text)
    return _MARK.sub(r"\1 ", _WORD_BEFORE.sub("", text))


def is_code(subject: str) -> bool:
    """Whether the subject has the form of a code: letters, then a number."""
    return _CODE.fullmatch(as_printed(subject)) is not None


@cache
def key(code: str) -> str:
    """A code as codes are compared, however they are spelled: EN09, "en 9" and "EN-09" are one."""
    return re.sub(r"(?<=[a-z])\.(?=\d)0*", "", bare_code(as_printed(code)))


def spellings(code: str) -> list[str]:
    """How documents may print a code: "EN9", "EN 9", "EN09", "EN 09". Other marks are spaces to a search."""
    printed = as_printed(code)
    match = re.fullmatch(r"([A-Za-z&./ ]*[A-Za-z])\W?0*(\d+)(.*)", printed)
    if not match:
        return [printed]
    letters, number, rest = match.groups()
    numbers = dict.fromkeys((number, number.zfill(2), number.zfill(3)))
    forms = (f"{letters}{space}{each}{rest}" for each in numbers for space in ("", " "))
    return list(dict.fromkeys((printed, *forms)))


def with_code(connection: sqlite3.Connection, subject: str) -> list[str]:
    """The measures that have this code, or that documents print beside it, by their ids in order."""
    wanted = key(subject)
    return sorted({measure for code, measure, _ in _codes(connection) if key(code) == wanted})


def councils_with_code(connection: sqlite3.Connection, subject: str) -> set[str | None]:
    """The councils in whose documents a measure is printed with this code."""
    wanted = key(subject)
    return {council for code, _, council in _codes(connection, own=False) if key(code) == wanted}


def _codes(connection: sqlite3.Connection, *, own: bool = True) -> Iterable[tuple[str, str, str | None]]:
    """Every code with its measure, as printed in the documents of a council; with `own` those of the registry, too."""
    more = "union select code, id, null from indicators where code is not null" if own else ""
    return connection.execute(
        f"""
        select indicator_mentions.code, indicator_id, documents.council
        from indicator_mentions join documents on documents.id = indicator_mentions.document_id
        where indicator_mentions.code is not null and indicator_id is not null and note is null
        union
        select scorecard_rows.code, indicator_id, documents.council
        from scorecard_rows join documents on documents.id = scorecard_rows.document_id
        where scorecard_rows.code is not null and indicator_id is not null
        {more}
        """
    ).fetchall()
