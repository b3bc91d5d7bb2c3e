"""What a run has to do: a comparison of the files that are there with what was seen of them before."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.store.writing import FileState


@dataclass(frozen=True)
class Plan:
    """Every file of the run is in exactly one of these. States are as they will be once the work is done."""

    read: tuple[FileState, ...]
    duplicates: tuple[tuple[FileState, str], ...]
    """Files that hold the same bytes as another, and the source of that other."""
    unchanged: tuple[FileState, ...]
    removed: tuple[FileState, ...]


def make_plan(
    present: Sequence[FileState],
    known: Mapping[str, FileState],
    gone: Iterable[FileState],
    others: Iterable[FileState],
) -> Plan:
    """`present` are the run's files as they are now, `known` as they were, by source; `gone` are known files
    that are there no more; `others` are the files of the database that the run is not about.

    Of files with the same bytes the first by source is the document; one that `others` hold goes before.
    """
    holders: dict[str, str] = {}
    for state in sorted(present, key=lambda state: state.source):
        holders.setdefault(state.sha256 or state.source, state.source)
    holders |= {state.sha256: state.source for state in others if state.outcome == "read"}
    read, duplicates, unchanged = [], [], []
    for state in present:
        before, holder = known.get(state.source), holders[state.sha256 or state.source]
        if holder != state.source:
            duplicates.append((replace(state, outcome="duplicate"), holder))
        elif before and _same_reading(before, state):
            unchanged.append(replace(state, outcome=before.outcome, document_id=before.document_id))
        else:
            read.append(state)
    return Plan(tuple(read), tuple(duplicates), tuple(unchanged), tuple(gone))


def _same_reading(before: FileState, now: FileState) -> bool:
    """Whether reading again would change nothing: same bytes, same manifest row, same code."""
    return (
        now.sha256 != ""
        and before.outcome != "duplicate"
        and all(getattr(before, name) == getattr(now, name) for name in ("sha256", "described", "version"))
    )


def look_at(now: FileState, before: FileState | None, path: Path) -> FileState:
    """`now` with the hash of the file's bytes, computed only where place, size or time differ from `before`.

    A file that cannot be opened has an empty hash: it is like no other file, and tried again by every run.
    """
    if before and all(getattr(before, name) == getattr(now, name) for name in ("path", "size", "mtime_ns")):
        return replace(now, sha256=before.sha256)
    try:
        with path.open("rb") as file:
            return replace(now, sha256=hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:
        return now
