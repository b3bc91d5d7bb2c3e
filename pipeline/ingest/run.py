"""One run of `matters ingest`: survey, plan, read, write. This process alone writes."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from extractors.model import Problem, digest
from pipeline.follow_ups.closings import CLOSINGS, refresh_closings
from pipeline.follow_ups.linking import refresh_follow_ups
from pipeline.ingest.again import read_again
from pipeline.ingest.discover import MANIFEST
from pipeline.ingest.manifest import Manifest, fingerprint, read_manifest
from pipeline.ingest.measures import MEASURES, Measures, all_measures, read_measures, registry_with
from pipeline.ingest.plan import Plan, look_at, make_plan
from pipeline.ingest.pool import read_in_parallel, read_in_turn
from pipeline.ingest.reading import Outcome, Task
from pipeline.ingest.scope import Scope, relative_to, survey
from pipeline.ingest.summary import Summary, count_records, problems_of
from pipeline.ingest.version import reader_version
from pipeline.queries.own_codes import own_codes
from pipeline.store import writing
from pipeline.store.indicators import refresh_indicators
from pipeline.store.writing import FileState, transaction

SECONDS_PER_DOCUMENT = 300.0
_FEW_BYTES = 300_000
"""A run of less than this, PDFs aside, is done sooner than worker processes start."""
_UNSTORABLE = (sqlite3.IntegrityError, sqlite3.InterfaceError, UnicodeError, OverflowError)
"""A document that does not fit the tables is a problem of its own; a full disk or a lock stops the run."""
Progress = Callable[[int, int, str], None]
"""Called with the number of files done, how many there are to do, and the source last done."""


class MissingPath(Exception):
    """A path that the user named is not there."""


def ingest(
    connection: sqlite3.Connection,
    base: Path,
    paths: Sequence[Path],
    *,
    workers: int | None = None,
    seconds: float = SECONDS_PER_DOCUMENT,
    progress: Progress | None = None,
) -> Summary:
    """Bring the database up to date with the files at or below `paths`, and leave all others alone.

    `base` is the folder that the database stands in. `workers` is a number of processes; 0 reads in this
    one, None decides by what there is to do. A document may take `seconds`. Raises MissingPath.
    """
    began = time.monotonic()
    for path in paths:
        if not path.exists():
            raise MissingPath(f"There is no file or folder at {path}.")
    run = _Run(connection, base, survey(paths, writing.read_files(connection), base), workers, seconds)
    plan = run.plan()
    for done, outcome in enumerate(run.read([run.task(state.source) for state in plan.read]), 1):
        run.write_outcome(outcome)
        if progress:
            progress(done, len(plan.read), outcome.source)
    run.finish(plan)
    return run.summarize(plan, time.monotonic() - began)


@dataclass
class _Run:
    connection: sqlite3.Connection
    base: Path
    scope: Scope
    workers: int | None
    seconds: float
    states: dict[str, FileState] = field(default_factory=dict)
    """By source: as they are now, then as they were written."""
    manifests: dict[Path, Manifest] = field(default_factory=dict)
    measures: dict[Path, Measures] = field(default_factory=dict)
    wrong: list[Problem] = field(default_factory=list)
    """What is wrong with the lists of measures."""

    def plan(self) -> Plan:
        """Look at every file, and compare it with what was seen before."""
        self.manifests = {folder: read_manifest(folder) for folder in self.scope.folders}
        for folder in self.scope.folders:
            self.measures[folder], problems = read_measures(folder)
            self.wrong += problems
        version = reader_version()
        for source, found in self.scope.found.items():
            now = FileState(
                source=source,
                folder=relative_to(self.base, found.folder),
                path=relative_to(self.base, found.path),
                size=found.size,
                mtime_ns=found.mtime_ns,
                sha256="",
                described=digest(
                    fingerprint(self.manifests[found.folder].known(found.relative)),
                    self.measures[found.folder],
                ),
                version=version,
                outcome="read",
                document_id=None,
            )
            self.states[source] = look_at(now, self.scope.inside.get(source), found.path)
        here = self.scope.found.keys() | self.scope.skipped.keys()
        gone = [state for source, state in self.scope.inside.items() if source not in here]
        return make_plan(list(self.states.values()), self.scope.inside, gone, self.scope.outside)

    def read(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Outcomes as they come."""
        workers = self.workers
        if workers is None:
            states = self._every_state()
            few = sum(states[task.source].size for task in tasks) < _FEW_BYTES
            small = few and not any(task.source.lower().endswith(".pdf") for task in tasks)
            workers = 0 if small else min(os.cpu_count() or 1, len(tasks))
        return read_in_parallel(tasks, workers) if workers and tasks else read_in_turn(tasks)

    def task(self, source: str) -> Task:
        """To read a file of the run."""
        found = self.scope.found[source]
        known = self.manifests[found.folder].known(found.relative)
        return Task(source, found.path, known, self.seconds, self.measures[found.folder])

    def write_outcome(self, outcome: Outcome) -> None:
        """One file, one transaction: its document, its problems, and that it was seen."""
        try:
            with transaction(self.connection):
                self._write(outcome)
        except _UNSTORABLE as error:
            detail = f"{type(error).__name__}: {error}. Please report this document."
            failed = Outcome(outcome.source, None, (Problem("store", "not stored", detail),))
            with transaction(self.connection):
                self._write(failed)

    def _write(self, outcome: Outcome) -> None:
        before = self.scope.inside.get(outcome.source)
        state, problems = self.states[outcome.source], outcome.problems
        if outcome.rows:
            writing.write_document(self.connection, outcome.rows, _now())
            sha256 = outcome.rows.tables["documents"][0]["sha256"]
            state = replace(state, sha256=sha256, document_id=outcome.rows.document_id)
        else:
            kept = before.document_id if before and before.outcome != "duplicate" else None
            version = "" if outcome.again else state.version
            state = replace(state, outcome="failed", document_id=kept, version=version)
            problems = tuple(_with_kept(problem) for problem in problems) if kept else problems
        self._put(state, problems, before)

    def finish(self, plan: Plan) -> None:
        """Duplicates, skipped files, removed files, and what nothing refers to any more."""
        for state, holder in plan.duplicates:
            self._write_duplicate(state, holder)
        for source in self.scope.skipped:
            self._write_skipped(source)
        for state in plan.unchanged:
            self.states[state.source] = state
            if state != self.scope.inside[state.source]:
                with transaction(self.connection):
                    writing.write_file(self.connection, state)
        for state in plan.removed:
            with transaction(self.connection):
                writing.forget_file(self.connection, state.source)
                writing.remove_unused(self.connection, state.document_id)
        self._read_again()
        with transaction(self.connection):
            wrong = [problem for manifest in self.manifests.values() for problem in manifest.problems]
            writing.write_problems(self.connection, MANIFEST, None, wrong, _now())
            writing.remove_orphans(self.connection)
            writing.write_problems(self.connection, MEASURES, None, self.wrong, _now())
            refresh_indicators(self.connection, registry_with(self._every_measure()))
            lost = refresh_closings(self.connection, self.base)
            writing.write_problems(self.connection, CLOSINGS, None, lost, _now())
            self._link()

    def _read_again(self) -> None:
        """Documents of the councils that have changed, where others of them say something else of their codes."""
        changed = writing.changed_since_linked(self.connection, reader_version())
        if changed is None or changed:
            read_again(self.connection, self.base, self._every_state(), changed, self.seconds, self.read)

    def _every_state(self) -> dict[str, FileState]:
        return {state.source: state for state in self.scope.outside} | self.states

    def _link(self) -> None:
        """Find the follow-ups of the councils whose documents have changed; all where other code found them."""
        changed = writing.changed_since_linked(self.connection, reader_version())
        if changed is None or changed:
            refresh_follow_ups(self.connection, changed)
            writing.mark_linked(self.connection, reader_version())

    def _every_measure(self) -> Measures:
        folders = [row[0] for row in self.connection.execute("select distinct folder from files order by 1")]
        return all_measures([(self.base / folder).resolve() for folder in folders])

    def _write_duplicate(self, state: FileState, holder: str) -> None:
        found = self.connection.execute("select document_id from files where source = ?", [holder]).fetchone()
        state = replace(state, document_id=found[0] if found else None)
        before = self.scope.inside.get(state.source)
        self.states[state.source] = state
        if state != before:
            detail = f"It holds the same bytes as {holder}, which stands in the database."
            with transaction(self.connection):
                self._put(state, (Problem("read", "duplicate", detail),), before)

    def _write_skipped(self, source: str) -> None:
        skipped, before = self.scope.skipped[source], self.scope.inside.get(source)
        folder, path = (relative_to(self.base, each) for each in (skipped.folder, skipped.path))
        state = FileState(source, folder, path, 0, 0, "", "", "", "skipped", None)
        if state != before:
            with transaction(self.connection):
                self._put(state, (skipped.problem,), before)

    def _put(self, state: FileState, problems: Sequence[Problem], before: FileState | None) -> None:
        self.states[state.source] = state
        writing.write_file(self.connection, state)
        writing.write_problems(self.connection, state.source, state.document_id, problems, _now())
        if before and before.document_id != state.document_id:
            writing.remove_unused(self.connection, before.document_id)

    def summarize(self, plan: Plan, seconds: float) -> Summary:
        """Count what was done."""
        problems = problems_of(
            self.connection,
            self.scope.found.keys() | self.scope.skipped.keys() | {MANIFEST, MEASURES, CLOSINGS},
        )
        read = [s for state in plan.read if (s := self.states[state.source]).outcome == "read"]
        outcomes = [self.states[source].outcome for source in self.scope.found]
        partly = {
            row["source"]
            for row in problems
            if (state := self.states.get(row["source"])) and state.outcome == "read"
        }
        new = [state for state in read if state.source not in self.scope.inside]
        return Summary(
            new=len(new),
            changed=len(read) - len(new),
            unchanged=len(plan.unchanged),
            removed=len(plan.removed),
            failed=outcomes.count("failed"),
            partly_read=len(partly),
            duplicates=len(plan.duplicates),
            documents=self.connection.execute("select count(*) from documents").fetchone()[0],
            records=count_records(self.connection),
            own_codes=own_codes(self.connection),
            problems=problems,
            seconds=seconds,
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _with_kept(problem: Problem) -> Problem:
    return replace(problem, detail=f"{problem.detail} The version read before stays in the database.")
