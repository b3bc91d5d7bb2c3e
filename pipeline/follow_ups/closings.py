"""Promises that a person has closed: kept in `closings.csv` beside the corpus, so that a rebuild keeps them and they
can be reviewed and shared as the documents are."""

import csv
import io
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extractors.model import Problem
from pipeline.exports.cells import guarded
from pipeline.queries.places import records_of

CLOSINGS = "closings.csv"
_COLUMNS = ("action_id", "because", "closed_on", "promise")
_FEWEST = 6
"""Characters of an id that may stand for the whole."""
_TELLING = 30
"""Characters of a promise's words that may stand for it."""


class CannotClose(Exception):
    """No such promise, or several; or the file cannot be written. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Closing:
    """`closed_on` is an ISO date; `promise` its words, for whoever reviews the file."""

    action_id: str
    because: str
    closed_on: str
    promise: str


def read_closings(folder: Path) -> list[Closing]:
    """The closings of a corpus; none where it has no such file. A line without id or reason counts for nothing."""
    path = folder / CLOSINGS
    if not path.is_file():
        return []
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    rows = csv.DictReader(io.StringIO(text))
    found = [Closing(*(_unguarded((row.get(name) or "").strip()) for name in _COLUMNS)) for row in rows]
    return [each for each in found if each.action_id and each.because]


def write_closings(folder: Path, closings: Iterable[Closing]) -> Path:
    """Write the file whole, in place of the old one at one stroke."""
    path = folder / CLOSINGS
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([guarded(getattr(each, name)) for name in _COLUMNS] for each in closings)
    fresh = path.with_suffix(".csv.new")
    try:
        fresh.write_text(out.getvalue(), encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        raise CannotClose(f"{path} cannot be written ({error.strerror}). Nothing was changed.") from error
    return path


def _unguarded(cell: str) -> str:
    """Without the apostrophe that `guarded` put there."""
    return cell[1:] if guarded(cell[1:]) == cell else cell


def refresh_closings(connection: sqlite3.Connection, base: Path) -> list[Problem]:
    """Take the closings of all corpora into the database; returns those that stand for no promise, or for several, any
    more. Needs a transaction."""
    folders = [row[0] for row in connection.execute("select distinct folder from files order by 1")]
    connection.execute("delete from closings")
    lost = []
    for folder in folders:
        for closing in read_closings((base / folder).resolve()):
            action = _stands_for(connection, folder, closing)
            if action is None:
                lost.append(
                    Problem(
                        "store", "closing without its promise", f"{closing.action_id}: “{closing.promise}”"
                    )
                )
                continue
            connection.execute(
                "insert or replace into closings (action_id, because, closed_on, promise) values (?, ?, ?, ?)",
                [action, closing.because, closing.closed_on, closing.promise],
            )
    return lost


def _stands_for(connection: sqlite3.Connection, folder: str, closing: Closing) -> str | None:
    """The id of the promise that was closed: by its id, else, as a document published anew or a rule made better gives
    it another, by its words, if one promise of the corpus alone has them."""
    if connection.execute("select 1 from actions where id = ?", [closing.action_id]).fetchone():
        return closing.action_id
    if len(closing.promise) < _TELLING:
        return None
    rows = connection.execute(
        """
        select distinct actions.id, actions.text = :words as alike from actions
        join files on files.document_id = actions.document_id
        where files.folder = :folder and (
          instr(actions.text, :words) or (length(actions.text) >= :telling and instr(:words, actions.text))
        )
        order by alike desc limit 2
        """,
        {"words": closing.promise, "folder": folder, "telling": _TELLING},
    ).fetchall()
    if not rows or (len(rows) == 2 and rows[0][1] == rows[1][1]):
        return None
    return str(rows[0][0])


def close(
    connection: sqlite3.Connection, base: Path, action_id: str, because: str, today: str
) -> tuple[Closing, Path]:
    """Close a promise: in the file beside its corpus, and in the database. `action_id` may be shortened.

    Raises CannotClose. Needs a transaction.
    """
    if not because.strip():
        raise CannotClose("Say why it is closed: whoever reviews it needs the reason.")
    found, promise, inside = _find(connection, action_id)
    folder = (base / inside).resolve()
    closing = Closing(found, because.strip(), today, promise)
    of_it = records_of(connection, found)
    others = [each for each in read_closings(folder) if _stands_for(connection, inside, each) not in of_it]
    path = write_closings(folder, [*others, closing])
    refresh_closings(connection, base)
    return closing, path


def reopen(connection: sqlite3.Connection, base: Path, action_id: str) -> str:
    """Take a closing back; returns the promise's words. Raises CannotClose. Needs a transaction."""
    found, promise, inside = _find(connection, action_id)
    folder = (base / inside).resolve()
    closings = read_closings(folder)
    of_it = records_of(connection, found)
    left = [each for each in closings if _stands_for(connection, inside, each) not in of_it]
    if len(left) == len(closings):
        raise CannotClose(f"Promise {found} is not closed.")
    write_closings(folder, left)
    refresh_closings(connection, base)
    return promise


def _find(connection: sqlite3.Connection, action_id: str) -> tuple[str, str, str]:
    """(id, words, corpus folder as the database has it) of the one promise whose id begins so."""
    wanted = action_id.strip().lower()
    if len(wanted) < _FEWEST:
        raise CannotClose(
            f"{action_id} is too short: give at least {_FEWEST} characters of the promise's id."
        )
    rows = connection.execute(
        "select actions.id, actions.text, min(files.folder) from actions"
        " join files on files.document_id = actions.document_id"
        " where substr(actions.id, 1, ?) = ? group by actions.id limit 2",
        [len(wanted), wanted],
    ).fetchall()
    if not rows:
        raise CannotClose(f"No promise has the id {action_id}. matters promises shows the ids.")
    if len(rows) > 1:
        raise CannotClose(f"Several promises have ids that begin with {action_id}: give more of it.")
    return rows[0][0], rows[0][1], rows[0][2]
