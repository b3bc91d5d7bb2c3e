"""Makes the tables, indexes, full-text search and views of a new database."""

import sqlite3
from collections.abc import Iterator, Mapping
from importlib.resources import files

from sqlite_utils import Database

from pipeline.store.columns import Table, tables
from pipeline.store.file_format import APPLICATION_ID, TOKENIZER, VERSION

SETTINGS = (
    ("silent_after", "3", "A promise is silent after this many later meetings that do not speak of it."),
    (
        "linked_by",
        "",
        "The code that linked promises to follow-ups, and the councils of which documents have changed since.",
    ),
)
VIEWS = (
    "percentages",
    "asked_about",
    "promises",
    "indicator_timeline",
    "discrepancies",
    "target_drift",
    "red_unasked",
)

_SQL_TYPES: Mapping[type, str] = {str: "text", int: "integer", float: "real", bool: "integer"}
_FATES: Mapping[str | tuple[str, str], str] = {
    "document_id": "cascade",
    "question_id": "cascade",
    "action_id": "cascade",
    "same_as": "cascade",
    ("files", "document_id"): "set null",
}
"""What becomes of a row whose document, question or action goes."""


def create_schema(connection: sqlite3.Connection) -> None:
    """Make everything in one transaction: a database is whole or empty."""
    connection.execute("begin immediate")
    with connection:
        for table in tables():
            for statement in _table_statements(table):
                connection.execute(statement)
        connection.executemany("insert into settings (name, value, meaning) values (?, ?, ?)", SETTINGS)
        for searched in ("passages", "records"):
            Database(connection).table(searched).enable_fts(
                ["text"], tokenize=TOKENIZER, create_triggers=True
            )
        for view in VIEWS:
            connection.execute(f"create view {view} as\n{view_query(view)}")
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute(f"pragma user_version = {VERSION}")


def view_query(name: str) -> str:
    """The select statement of a view, kept in its own file."""
    return files("pipeline.store").joinpath("views", f"{name}.sql").read_text(encoding="utf-8").strip()


def _table_statements(table: Table) -> Iterator[str]:
    """The statements that make a table and its indexes.

    Links are checked when a transaction ends, as a passage and the agenda item whose title it holds name
    each other; sqlite-utils makes no such links, nor ones that go with the document they belong to.
    """
    lines = [
        f"  {column} {_SQL_TYPES[kind]}{' not null' if column in table.required | set(table.key) else ''}"
        for column, kind in table.columns.items()
    ]
    lines.append(f"  primary key ({', '.join(table.key)})")
    for column, other in table.links.items():
        fate = _FATES.get((table.name, column)) or _FATES.get(column) or "no action"
        lines.append(
            f"  foreign key ({column}) references {other} (id) on delete {fate} deferrable initially deferred"
        )
    yield f"create table {table.name} (\n" + ",\n".join(lines) + "\n)"
    for columns in table.indexes:
        yield f"create index {table.name}_{'_'.join(columns)} on {table.name} ({', '.join(columns)})"
