"""Opens the database: makes a new one, refuses another program's, says what is wrong in plain words."""

import sqlite3
from pathlib import Path

from pipeline.store.file_format import APPLICATION_ID, VERSION

BUSY_SECONDS = 10.0
"""How long to wait for another writer before giving up."""

_ANEW = "Delete it and run matters ingest again: everything in it is made from the documents."


class DatabaseProblem(Exception):
    """The database cannot be used. The message says why, and what to do."""


def open_for_writing(path: Path) -> sqlite3.Connection:
    """The database at `path`, made where there is none. Readers are not blocked by its writer (WAL).

    Raises DatabaseProblem for another program's database, a damaged, locked or unwritable one, and one of
    another version.
    """
    existed = path.exists() and path.stat().st_size > 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(f"{path.resolve().as_uri()}?mode=rwc")
        if existed:
            _check(connection, path)
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        connection.execute("pragma foreign_keys = on")
        if not existed or _is_blank(connection):
            from pipeline.store.schema import create_schema  # loads all extractors, which readers do without

            create_schema(connection)
    except (sqlite3.Error, OSError) as error:
        raise DatabaseProblem(in_plain_words(error, path)) from error
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """The database at `path`, with rows that are read by column name.

    Raises DatabaseProblem where there is none, or it cannot be used.
    """
    if not path.exists():
        raise DatabaseProblem(
            f"There is no database at {path}. Make one with: matters ingest FOLDER --db {path}"
        )
    try:
        connection = _connect(f"{path.resolve().as_uri()}?mode=ro")
        connection.row_factory = sqlite3.Row
        _check(connection, path)
    except sqlite3.Error as error:
        raise DatabaseProblem(in_plain_words(error, path)) from error
    return connection


def in_plain_words(error: Exception, path: Path) -> str:
    """What a database error means to the person at the keyboard."""
    said = str(error)
    if "locked" in said or "busy" in said:
        return f"{path} is in use by another program. Close that, or wait until it is done, and try again."
    if "not a database" in said or "malformed" in said or "disk image" in said:
        return f"{path} is damaged, or no database. {_ANEW}"
    if "readonly" in said or "unable to open" in said or isinstance(error, OSError):
        return f"{path} cannot be opened ({said}). Check its permissions, or name another file with --db."
    if "full" in said:
        return f"The disk is full. {path} is whole; free some space and run the command again."
    return f"{path}: {said}"


def _connect(address: str) -> sqlite3.Connection:
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    program = connection.execute("pragma application_id").fetchone()[0]
    version = connection.execute("pragma user_version").fetchone()[0]
    if program != APPLICATION_ID:
        if _is_blank(connection):
            return
        raise DatabaseProblem(f"{path} belongs to another program. Name another file with --db.")
    if version != VERSION:
        age = "an older" if version < VERSION else "a newer"
        raise DatabaseProblem(
            f"{path} was made by {age} version of Matters Arising (schema {version}; this one writes {VERSION}). "
            + _ANEW
        )


def _is_blank(connection: sqlite3.Connection) -> bool:
    return not connection.execute("select count(*) from sqlite_master").fetchone()[0]
