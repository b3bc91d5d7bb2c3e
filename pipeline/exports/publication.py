"""Everything that `matters publish` leaves: a Datasette set-up, still pages, and a note on both."""

import datetime
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from pipeline.exports.addresses import Lookup
from pipeline.exports.folder import certify, renewed
from pipeline.exports.standalone import NAME, copy_database, set_up
from pipeline.exports.still import Progress, Walk
from pipeline.publish import site
from pipeline.store.database import open_for_reading

STILL, SERVED = "pages", "datasette"
_CARDED = ("decisions", "actions", "questions")
"""Records with a page of their own: what people cite. Figures, names of measures and votes are many times as many; a
link to one leads to where it stands in its document, which is the evidence all the same."""
_README = """# Matters Arising

- `{still}/` are still pages: open `{still}/index.html`, or put the folder on any web server. They cannot search.
- `{served}/` is the whole site with search, to be served by a program: see the README there.

Made on {made} from {documents:,} documents. `matters publish` replaces this folder as a whole; keep nothing else in it.
"""


@dataclass(frozen=True, slots=True)
class Published:
    """What was written: pages and files of the still site, and how many records have no page of their own."""

    pages: int
    files: int
    uncarded: int
    bytes: int


def publish(
    database: Path, folder: Path, progress: Progress, *, address: str = "", every_record: bool = False
) -> Published:
    """Publish the database into the folder, which is replaced as a whole or left as it is. `address` is where the
    still pages will stand on the web, if that is known. Raises folder.Refused, still.NotMade,
    store.database.DatabaseProblem, sqlite3.Error, OSError."""
    with renewed(folder) as new:
        served = new / SERVED
        served.mkdir()
        copy = served / f"{NAME}.db"
        copy_database(database, copy)
        set_up(served)
        address = address if address.endswith("/") or not address else f"{address}/"
        with closing(open_for_reading(copy)) as connection:
            walk = Walk(
                site(copy, immutable=True, still=True), _uncarded(connection, every_record), address,
                cards=(row[0] for row in connection.execute("select id from records")) if every_record else (),
            )  # fmt: skip
            written = walk.write(new / STILL, progress)
            documents, records = connection.execute(
                "select (select count(*) from documents), (select count(*) from records)"
            ).fetchone()
        made = datetime.datetime.now(datetime.UTC).date().isoformat()
        readme = _README.format(still=STILL, served=SERVED, made=made, documents=documents)
        (new / "README.md").write_text(readme, "utf-8")
        certify(new, version=version("matters-arising"), made=made, documents=documents)
        size = sum(path.stat().st_size for path in new.rglob("*") if path.is_file())
    pages = sum(name.endswith(".html") for name in written)
    cards = sum(name.startswith("record/") for name in written)
    return Published(pages, len(written) - pages, records - cards, size)


def _uncarded(connection: sqlite3.Connection, every_record: bool) -> Lookup:
    """In which document a record stands that gets no page; None of one that does, or that there is not."""

    def look_up(record_id: str) -> str | None:
        row = connection.execute(
            "select record_table, document_id from records where id = ?", [record_id]
        ).fetchone()
        return None if row is None or every_record or row[0] in _CARDED else row[1]

    return look_up
