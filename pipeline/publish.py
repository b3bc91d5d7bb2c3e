"""Publishes the database with Datasette: our own pages, its pages with descriptions in plain words, and the daily
questions as queries. The command line, the tests and every way of publishing serve this one site."""

import json
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.plugins import pm

from pipeline.described import described_columns, described_tables
from pipeline.site import plugin
from pipeline.site.accuracy import PLUGIN

OUTPUT = Path(__file__).parents[1] / "output"
"""The checkout's folder of what publishes the database."""

SETTINGS: dict[str, bool | int] = {
    "sql_time_limit_ms": 2000,
    "max_returned_rows": 2000,
    "allow_download": False,
    "suggest_facets": False,
}
_PATIENT_MS = 120_000
"""Nobody waits for a page that is made once and kept."""
_HIDDEN = ("files", "settings")
_SEARCHED = {"passages": "passages_fts", "records": "records_fts"}
_FACETS = {
    "documents": ["council", "committee", "kind"],
    "questions": ["outcome"],
    "decisions": ["outcome"],
    "promises": ["status", "committee", "commitment"],
    "actions": ["commitment", "kind"],
    "problems": ["error"],
}


def site(database: Path, *, immutable: bool = False, still: bool = False, output: Path = OUTPUT) -> Datasette:
    """The site on the `database`, which is only ever read; `immutable` for a file that nobody writes any more, which
    is faster; `still` for pages that are to be kept as files, without what needs the program: search, filters, and
    Datasette's pages. Raises OSError where `output` lacks its files."""
    take_part()
    name = name_of(database)
    told = metadata(name, output)
    told["plugins"][PLUGIN]["still"] = still
    made = Datasette(
        [] if immutable else [str(database)],
        immutables=[str(database)] if immutable else [],
        metadata=told,
        settings=SETTINGS | ({"sql_time_limit_ms": _PATIENT_MS} if still else {}),
        template_dir=str(output / "templates"),
        static_mounts=[("static", str(output / "static"))],
    )
    if name != database.stem:
        held = made.get_database(database.stem)
        made.remove_database(database.stem)
        made.add_database(held, name=name)
    return made


def take_part() -> None:
    """Put our pages before Datasette's, in this process."""
    if not pm.is_registered(plugin):
        pm.register(plugin, name=PLUGIN)
        pm.unregister(name="datasette.handle_exception")  # ours stands in for it; both would speak


def name_of(database: Path) -> str:
    """What the database is called on the site, and where its tables are: as its file, if no page is there already."""
    return f"{database.stem}-data" if plugin.is_taken(database.stem) else database.stem


def metadata(database: str, output: Path = OUTPUT) -> dict[str, Any]:
    """Datasette's metadata for the database named `database`. Raises OSError where `output` lacks its files."""
    tables: dict[str, dict[str, Any]] = {name: {"hidden": True} for name in _HIDDEN}
    columns = described_columns(output)
    for name, description in described_tables(output).items():
        tables[name] = {"description": description, "columns": columns[name]}
    for name, index in _SEARCHED.items():
        tables[name] |= {"fts_table": index, "fts_pk": "rowid"}
    for name, facets in _FACETS.items():
        tables[name]["facets"] = facets
    return {
        "title": "Matters Arising",
        "description": "What was asked, promised, decided and measured, from committee minutes. "
        "Every record points at the exact words it came from.",
        "plugins": {PLUGIN: {"accuracy": _accuracy(output / "accuracy.json")}},
        "databases": {database: {"tables": tables, "queries": _queries(output / "queries")}},
    }


def _accuracy(path: Path) -> dict[str, Any]:
    """What was measured on marked documents; nothing where nothing was."""
    said: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return said


def _queries(folder: Path) -> dict[str, dict[str, str]]:
    """The canned queries: one file each, titled by the comment that it begins with."""
    found = {}
    for path in sorted(folder.glob("*.sql")):
        sql = path.read_text("utf-8")
        title, _, _ = sql.removeprefix("--").partition("\n")
        found[path.stem] = {"title": title.strip(), "sql": sql}
    return found
