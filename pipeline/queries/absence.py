"""Why nothing was found: no such document, one read only in part or restricted, or read whole and truly no mention."""

import sqlite3

from pipeline.queries.indicators import find_indicators, published, suggest, words_of
from pipeline.queries.looked_for import looked_for
from pipeline.queries.scope import WHOLE, Scope
from pipeline.queries.search import count_matches

_MOST_NAMED = 8


def why_not(
    connection: sqlite3.Connection, subject: str, scope: Scope = WHOLE, wanted: str = "passage"
) -> list[str]:
    """Sentences that say why there is no answer, the deciding reason first. `wanted` is what was looked for, as one
    ("question", "promise that is closed"), `subject` what it should be about; "" for whatever it is about."""
    if not _count(connection, WHOLE):
        return ["The database holds no documents. Read some in with: matters ingest FOLDER"]
    if subject and words_of(subject) is None:
        return [f"“{subject}” has no word to look for."]
    if missing := _no_documents(connection, scope):
        return missing
    said = [_read_whole(connection, subject, scope, wanted)]
    if subject:
        said += [] if wanted == "passage" else [_mentioned(connection, subject, scope)]
        if not find_indicators(connection, subject):
            said += _unmentioned(subject) or _likes(connection, subject)
    return said + _partly_read(connection, scope)


def _no_documents(connection: sqlite3.Connection, scope: Scope) -> list[str]:
    """What is said where no document lies in `scope`: which part of it leaves none, and what there is."""
    if _count(connection, scope):
        return []
    whose = Scope(scope.council, scope.committee, exact=scope.exact)
    if not _count(connection, whose):
        council = Scope(scope.council, exact=scope.exact)
        names = (
            _names(connection, "committee", council)
            if _count(connection, council)
            else _names(connection, "council", WHOLE)
        )
        return [f"No document {whose.in_words()} is in the database. It has: {names or 'none by name'}."]
    first, last = _span(connection, whose)
    return [
        f"No document {scope.in_words()} is in the database. Those {whose.in_words() or 'in it'} are from "
        f"{first or 'unknown dates'} to {last or 'unknown dates'}."
    ]


def _names(connection: sqlite3.Connection, column: str, scope: Scope) -> str:
    condition, values = scope.condition("documents")
    rows = connection.execute(
        f"""
        select distinct {column} from documents
        where {column} is not null and {condition} order by 1 limit {_MOST_NAMED + 1}
        """,
        values,
    ).fetchall()
    return "; ".join(row[0] for row in rows[:_MOST_NAMED]) + (" …" if len(rows) > _MOST_NAMED else "")


def _read_whole(connection: sqlite3.Connection, subject: str, scope: Scope, wanted: str) -> str:
    first, last = _span(connection, scope)
    dates = f", {first} to {last}" if first else ""
    count = _count(connection, scope)
    documents = f"the {count:,} documents" if count != 1 else "the one document"
    about = f" on “{subject}”" if subject else ""
    return f"No {wanted}{about} is in {' '.join(filter(None, (documents, scope.in_words())))}{dates}."


def _mentioned(connection: sqlite3.Connection, subject: str, scope: Scope) -> str:
    """Whether it is spoken of at all, under any name that it has."""
    _, match = looked_for(connection, subject)
    count = count_matches(connection, match, scope) if match else 0
    if not count:
        return "What was read of them does not mention it."
    passages = "1 passage mentions it" if count == 1 else f"{count:,} passages mention it"
    return f"{passages}: matters search {subject}"


def _unmentioned(subject: str) -> list[str]:
    known = published(subject)
    code = f"{known.code} " if known and known.code else ""
    return [f"It is {code}“{known.name}”: no document speaks of that, under any name."] if known else []


def _likes(connection: sqlite3.Connection, subject: str) -> list[str]:
    near = [each["name"] or each["id"] for each in suggest(connection, subject)]
    return [f"Indicators with names like it: {'; '.join(near)}."] if near else []


def _partly_read(connection: sqlite3.Connection, scope: Scope) -> list[str]:
    condition, values = scope.condition("documents")
    rows = connection.execute(
        f"""
        select documents.source, problems.error, problems.detail from problems
        join documents on documents.id = problems.document_id
        where {condition} order by problems.error = 'restricted' desc, 1, 2, 3
        """,
        values,
    ).fetchall()
    said = [_unread_part(*row) for row in rows[:_MOST_NAMED]]
    if len(rows) > _MOST_NAMED:
        said.append(f"{len(rows) - _MOST_NAMED} more were read only in part: matters problems lists them.")
    unread = connection.execute(
        "select count(distinct source) from problems where document_id is null and source not like '%.csv'"
    ).fetchone()[0]  # a list beside the documents is none
    if unread:
        files = "1 file" if unread == 1 else f"{unread:,} files"
        said.append(f"{files} could not be read at all: matters problems says why.")
    return said


def _unread_part(source: str, error: str, detail: str | None) -> str:
    if error == "restricted":
        return f"{source}: {detail} It may have been spoken of there."
    return f"{source} was read only in part, and it may stand in the rest. {detail or ''}".strip()


def _count(connection: sqlite3.Connection, scope: Scope) -> int:
    condition, values = scope.condition("documents")
    return int(connection.execute(f"select count(*) from documents where {condition}", values).fetchone()[0])


def _span(connection: sqlite3.Connection, scope: Scope) -> tuple[str | None, str | None]:
    condition, values = scope.condition("documents")
    row = connection.execute(
        f"select min(date), max(date) from documents where {condition}", values
    ).fetchone()
    return row[0], row[1]
