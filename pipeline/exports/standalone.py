"""A Datasette set-up that needs nothing from the checkout: the database, what describes it, and the site's code."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from pipeline.publish import OUTPUT, SETTINGS, metadata

NAME = "minutes"
_CODE = ("pipeline", "extractors")
_SHOWN = ("templates", "static")
_PLUGIN = '''"""Puts the pages of Matters Arising before Datasette's own."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "code"))

from pipeline.publish import take_part  # noqa: E402

take_part()
'''
_README = """# Matters Arising, ready to serve

Python 3.11 or later is needed. Once:

    python3 -m venv .venv && .venv/bin/pip install --require-hashes -r requirements.txt

Then this one command serves it at http://127.0.0.1:8001, from this folder:

    .venv/bin/datasette serve . --port 8001

| file | holds |
|---|---|
| `minutes.db` | the database, as it was when it was published |
| `metadata.json`, `settings.json` | descriptions of its tables, named queries, limits |
| `templates/`, `static/` | how the pages look |
| `plugins/`, `code/` | our own pages: search, documents, promises, measures |
| `requirements.txt` | the libraries, with versions and fingerprints |

Nothing can be changed through the site. To show it to the world, put a web server that speaks HTTPS before it.
"""


def copy_database(database: Path, to: Path) -> None:
    """The database as it is at one moment, also while it is being written, as one file that needs no other beside it.
    Rows keep their numbers, which full-text search goes by. Raises sqlite3.Error."""
    source = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)
    with closing(source), closing(sqlite3.connect(to)) as copy:
        source.backup(copy)
        copy.execute("pragma journal_mode = delete")


def set_up(folder: Path, output: Path = OUTPUT) -> None:
    """Write beside `folder`/minutes.db all that serves it. Raises OSError where the checkout lacks a file."""
    checkout = output.parent
    for name in _SHOWN:
        shutil.copytree(output / name, folder / name)
    for name in _CODE:
        shutil.copytree(checkout / name, folder / "code" / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "plugins").mkdir()
    (folder / "plugins" / "matters_arising.py").write_text(_PLUGIN, "utf-8")
    (folder / "metadata.json").write_text(
        json.dumps(metadata(NAME, output), indent=2, ensure_ascii=False), "utf-8"
    )
    (folder / "settings.json").write_text(json.dumps(SETTINGS, indent=2), "utf-8")
    (folder / "README.md").write_text(_README, "utf-8")
    shutil.copy(checkout / "requirements.lock", folder / "requirements.txt")
