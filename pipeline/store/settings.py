"""What the people who keep a database have set for it."""

import sqlite3


def silent_after(connection: sqlite3.Connection) -> int:
    """After how many later meetings that do not speak of it a promise is silent."""
    (value,) = connection.execute("select value from settings where name = 'silent_after'").fetchone()
    return int(value)


def set_silent_after(connection: sqlite3.Connection, meetings: int) -> None:
    """Keep another number of meetings, at least 1. Needs a transaction."""
    connection.execute("update settings set value = ? where name = 'silent_after'", [str(meetings)])
