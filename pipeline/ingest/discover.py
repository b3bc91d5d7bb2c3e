"""Finds the files of a corpus: always in the same order, and never outside of it."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.model import Problem

MANIFEST = "manifest.csv"
_NOT_DOCUMENTS = frozenset({MANIFEST, "closings.csv", "indicators.csv", "thumbs.db", "desktop.ini"})
"""What stands beside documents: what is known of them, and what file managers leave behind."""
_LEADS_OUT = Problem(
    "read", "link out of the corpus", "The link leads out of the folder and was not followed."
)
_NO_FILE = Problem(
    "read", "not a file", "Only files and folders are read, not devices, pipes or broken links."
)


@dataclass(frozen=True)
class Found:
    """A file to ingest. `folder / relative` is where it is; `relative` has forward slashes."""

    folder: Path
    relative: str
    size: int
    mtime_ns: int

    @property
    def path(self) -> Path:
        return self.folder / self.relative


@dataclass(frozen=True)
class Skipped:
    """What stands in the corpus and is not read, and why."""

    folder: Path
    relative: str
    problem: Problem

    @property
    def path(self) -> Path:
        return self.folder / self.relative


def discover(folder: Path, below: Path) -> Iterator[Found | Skipped]:
    """The files at or below `below`, which is the corpus folder or stands in it, in the order of their paths.

    Hidden files, the manifest and the folder's README are no documents. Links are followed to files inside
    the corpus only, to folders never.
    """
    if below.is_file():
        yield _look(folder, below, folder.resolve())
        return
    inside = folder.resolve()
    for path in _walk(below):
        yield _look(folder, path, inside)


def _walk(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(names) if _may_be_document(name))


def _may_be_document(name: str) -> bool:
    lower = name.lower()
    return not (lower.startswith((".", "~$")) or lower in _NOT_DOCUMENTS or lower.split(".")[0] == "readme")


def _look(folder: Path, path: Path, inside: Path) -> Found | Skipped:
    relative = path.relative_to(folder).as_posix()
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(inside):
            return Skipped(folder, relative, _LEADS_OUT)
        seen = path.stat()
    except OSError:
        return Skipped(folder, relative, _NO_FILE)
    if not stat.S_ISREG(seen.st_mode):
        return Skipped(folder, relative, _NO_FILE)
    return Found(folder, relative, seen.st_size, seen.st_mtime_ns)


def corpus_folder(path: Path, known: Iterable[Path]) -> Path:
    """The corpus that a path given by the user belongs to: a known folder that holds it, else itself or,
    for a file, the folder it stands in. `path` and `known` are absolute."""
    own = path if path.is_dir() else path.parent
    holding = [folder for folder in known if own.is_relative_to(folder)]
    return min(holding, key=lambda folder: len(folder.parts), default=own)
