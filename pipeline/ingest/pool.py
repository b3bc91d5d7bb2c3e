"""Reads many files in parallel, a bounded number at a time; a worker that dies costs only its document."""

import faulthandler
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing.connection import wait as wait_for

from extractors.model import Problem
from pipeline.ingest.reading import Outcome, Task, read_file

_IN_FLIGHT = 3
"""Tasks a worker, waiting ones included: enough to keep it busy, few enough that memory stays flat."""
_GRACE = 1.5
"""A worker is stopped by force at this multiple of its task's time."""


Reader = Callable[[Task], Outcome]


def read_in_turn(tasks: Iterable[Task]) -> Iterator[Outcome]:
    """Read one file after another in this process."""
    return map(read_file, tasks)


def read_in_parallel(tasks: Sequence[Task], workers: int, read: Reader = read_file) -> Iterator[Outcome]:
    """Read in `workers` processes; outcomes come as they are ready. `read` is a module's function."""
    waiting = iter(tasks)
    while True:
        suspects: list[Task] = []
        with _pool(workers) as pool:
            yield from _drain(pool, partial(_watched, read), waiting, workers * _IN_FLIGHT, suspects)
        if not suspects:
            return
        for task in suspects:
            yield _read_alone(partial(_watched, read), task)


def _drain(
    pool: Executor, read: Reader, waiting: Iterator[Task], most: int, suspects: list[Task]
) -> Iterator[Outcome]:
    """Outcomes until no task is left, or a worker died: then `suspects` are the tasks that it may have had."""
    running: dict[Future[Outcome], Task] = {}
    while not suspects:
        try:
            for task in islice(waiting, most - len(running)):
                suspects.append(task)
                running[pool.submit(read, task)] = suspects.pop()
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                yield _result(future, running[future])
                del running[future]
        except BrokenProcessPool:
            suspects.extend(running.values())


def _result(future: Future[Outcome], task: Task) -> Outcome:
    """The outcome. Raises BrokenProcessPool where the worker died."""
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception as error:  # on its way back: what was read may be too large to be handed over
        detail = f"{type(error).__name__}: {error}. Please report this document."
        return Outcome(task.source, None, (Problem("read", "reader failed", detail),), again=True)


def _read_alone(read: Reader, task: Task) -> Outcome:
    """Read in a process of its own, to learn whether it is this file that kills workers."""
    try:
        with _pool(1) as pool:
            return _result(pool.submit(read, task), task)
    except BrokenProcessPool:
        detail = (
            f"The process that read it died, or took more than {task.seconds:g} seconds. "
            "Please report this document."
        )
        return Outcome(task.source, None, (Problem("read", "reader died", detail),), again=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Never a plain fork: the progress bar has a thread, and a fork may copy its locks while they are held.
    method = "spawn" if sys.platform == "win32" else "forkserver"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload([__name__, "pipeline.ingest.warm"])
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_die_with_parent)


def _watched(read: Reader, task: Task) -> Outcome:
    """Read, and end this process if that takes far too long in code that answers no signal."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        faulthandler.dump_traceback_later(task.seconds * _GRACE, exit=True, file=nowhere)
        try:
            return read(task)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _die_with_parent() -> None:
    """A worker whose parent was killed would wait for its next task for ever."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch(sentinel: int) -> None:
        wait_for([sentinel])
        os._exit(1)

    threading.Thread(target=watch, args=(parent.sentinel,), daemon=True).start()
