"""Reads one file from bytes to rows: what a worker process does. Never raises for what a file holds."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from extractors.language.council_codes import CouncilCodes
from extractors.model import Problem
from pipeline.documents import read_document
from pipeline.extract import extract
from pipeline.ingest.measures import Measures, registry_with
from pipeline.layouts.base import Unreadable
from pipeline.metadata import Known
from pipeline.store.council_codes import Codes
from pipeline.store.rows import DocumentRows, to_rows

MOST_BYTES = 300_000_000
"""A larger file is not even opened: the longest agenda packs with their appendices are about 100 MB."""


@dataclass(frozen=True)
class Task:
    """One file to read."""

    source: str
    path: Path
    known: Known
    seconds: float
    """How long it may take."""
    measures: Measures = ()
    """The council's own, from beside its documents."""
    codes: Codes = ()
    """What the council's other documents say of its codes."""


@dataclass(frozen=True)
class Outcome:
    """What came of a task: rows, or only the problem why not."""

    source: str
    rows: DocumentRows | None
    problems: tuple[Problem, ...]
    again: bool = False
    """Whether the next run should try again: the fault may lie in the machine, not in the file."""


def read_file(task: Task) -> Outcome:
    """The rows of one file, or why there are none."""
    try:
        with _time_limit(task.seconds):
            rows = _read(task)
    except Unreadable as error:
        return Outcome(task.source, None, (error.problem,))
    except OSError as error:
        detail = f"{error.strerror or error}. Check that the file can be opened."
        return Outcome(task.source, None, (Problem("read", "cannot open", detail),), again=True)
    except _TooSlow:
        return Outcome(task.source, None, (_took_too_long(task),), again=True)
    except MemoryError:
        detail = "The machine has too little memory for this file."
        return Outcome(task.source, None, (Problem("read", "out of memory", detail),), again=True)
    except Exception as error:  # whatever one file holds, the run goes on
        detail = f"{type(error).__name__}: {error}. Please report this document."
        return Outcome(task.source, None, (Problem("read", "reader failed", detail),))
    return Outcome(task.source, rows, rows.problems)


def _took_too_long(task: Task) -> Problem:
    """The problem of a file that used up its time."""
    return Problem(
        "read",
        "took too long",
        f"Reading was stopped after {task.seconds:g} seconds. Split the file, or report it.",
    )


def _read(task: Task) -> DocumentRows:
    if task.path.stat().st_size > MOST_BYTES:
        detail = f"The file is larger than {MOST_BYTES / 1e6:.0f} MB. Split it."
        raise Unreadable(Problem("read", "too large", detail))
    document = read_document(task.path.read_bytes(), task.source, task.known)
    registry, elsewhere = registry_with(task.measures), CouncilCodes.of(task.codes)
    return to_rows(extract(document, registry=registry, elsewhere=elsewhere), task.codes)


class _TooSlow(BaseException):
    """Not an Exception, so that no extractor's own guard swallows it."""


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise _TooSlow after `seconds` where the platform has timers (not on Windows, nor outside the main
    thread); the pool's own watchdog stops what does not answer to it."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _TooSlow

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
