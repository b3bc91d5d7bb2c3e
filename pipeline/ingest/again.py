"""Reads documents again whose council's other documents say something else of its codes than when they were read.

A file that is there no more, or has changed since, stays as it stands: the run that is about it will see to it.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from extractors.model import digest
from pipeline.ingest.manifest import fingerprint, read_manifest
from pipeline.ingest.measures import read_measures
from pipeline.ingest.reading import Outcome, Task
from pipeline.store.council_codes import Codes, outdated
from pipeline.store.writing import FileState, rewrite_document, transaction

Read = Callable[[Sequence[Task]], Iterator[Outcome]]


def read_again(
    connection: sqlite3.Connection,
    base: Path,
    states: Mapping[str, FileState],
    councils: Collection[str | None] | None,
    seconds: float,
    read: Read,
) -> None:
    """Bring the documents of the councils (all where None) up to date with what others of their council say of its
    codes. `base` is the folder that the database stands in, `states` are all files by source."""
    holders = {
        state.document_id: state
        for _, state in sorted(states.items(), reverse=True)
        if state.outcome == "read" and state.document_id
    }
    found = [each for each in outdated(connection, councils) if each.document_id in holders]
    lists = _Lists(base)
    tasks = (lists.task(holders[each.document_id], each.codes, seconds) for each in found)
    for outcome in read([task for task in tasks if task]):
        rows, state = outcome.rows, states[outcome.source]
        if rows and rows.document_id == state.document_id and _sha256(outcome) == state.sha256:
            with transaction(connection):
                rewrite_document(connection, rows)


def _sha256(outcome: Outcome) -> str:
    return str(outcome.rows.tables["documents"][0]["sha256"]) if outcome.rows else ""


class _Lists:
    """What stands beside the documents of a corpus, each list read once."""

    def __init__(self, base: Path) -> None:
        self._base = base
        self._manifest = cache(read_manifest)
        self._measures = cache(lambda folder: read_measures(folder)[0])

    def task(self, state: FileState, codes: Codes, seconds: float) -> Task | None:
        """To read a file with `codes`; None where what is said of it beside it has changed."""
        folder = self._base / state.folder
        known = self._manifest(folder).known(Path(state.path).relative_to(state.folder).as_posix())
        measures = self._measures(folder)
        if digest(fingerprint(known), measures) != state.described:
            return None
        return Task(state.source, self._base / state.path, known, seconds, measures, codes)
