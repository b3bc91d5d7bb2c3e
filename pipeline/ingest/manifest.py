"""Reads manifest.csv: what is known of a document besides its own words."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extractors.language.dates import parse_date
from extractors.model import Problem, digest
from pipeline.ingest.discover import MANIFEST
from pipeline.metadata import KINDS, Known

_MOST_BYTES = 100_000_000


@dataclass(frozen=True)
class Manifest:
    """What it says of each file, by the file's path relative to the manifest; and what is wrong with it."""

    rows: Mapping[str, Known] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def known(self, relative: str) -> Known:
        return self.rows.get(relative, {})


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a corpus folder; an empty one where there is none.

    Columns: `path`, and any of `council`, `committee`, `date` (ISO, or written as minutes write it), `title`,
    `url`, `kind`. An empty cell says nothing. A bad row is a problem; the others count.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return Manifest()
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError("it is larger than any manifest")
        rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
    except (OSError, ValueError, csv.Error) as error:
        return Manifest(problems=(_problem(f"It was not read: {error}. Save it as CSV in UTF-8."),))
    if rows and "path" not in rows[0]:
        return Manifest(problems=(_problem("It has no column named path, so nothing in it was used."),))
    known: dict[str, Known] = {}
    problems: list[Problem] = []
    for number, row in enumerate(rows, 2):
        cells = {key: (value or "").strip() for key, value in row.items() if isinstance(value, str) and key}
        fields = {name: cells[name] for name in ("council", "committee", "title", "url") if cells.get(name)}
        for name, read in (("date", parse_date), ("kind", _kind)):
            if cells.get(name):
                value = read(cells[name])
                if value:
                    fields[name] = value
                else:
                    problems.append(_problem(f"Line {number}: {name} {cells[name]!r} is not understood."))
        if cells.get("path"):
            known[cells["path"].replace("\\", "/").removeprefix("./")] = fields
    return Manifest(known, tuple(problems))


def fingerprint(known: Known) -> str:
    """Changes whenever what the manifest says of a file does."""
    return digest(*(f"{name}={known[name]}" for name in sorted(known)))


def _kind(cell: str) -> str | None:
    return cell.lower() if cell.lower() in KINDS else None


def _problem(detail: str) -> Problem:
    return Problem("read", "manifest", detail)
