"""What a run is about: the files under the paths that the user named, and the names they have in the database."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.ingest.discover import Found, Skipped, corpus_folder, discover
from pipeline.store.writing import FileState


@dataclass(frozen=True)
class Scope:
    """Every name is a `source`: the path relative to the corpus, with forward slashes."""

    found: Mapping[str, Found]
    skipped: Mapping[str, Skipped]
    folders: tuple[Path, ...]
    """The corpora that the files stand in."""
    inside: Mapping[str, FileState]
    """What was seen before at or below the paths."""
    outside: tuple[FileState, ...]
    """What was seen before elsewhere; the run leaves it alone."""


def survey(paths: Sequence[Path], known: Sequence[FileState], base: Path) -> Scope:
    """Find the files of a run. The paths in `known` are relative to `base`.

    A corpus is the widest folder that was ever named: naming a file or a folder in it later means that part
    of it. A corpus whose folder is no more, and whose files stand in this one, has moved.
    """
    named = [absolute(path) for path in paths]
    corpora = {absolute(base / state.folder) for state in known} | set(filter(Path.is_dir, named))
    below = {path: corpus_folder(path, corpora) for path in named}
    looked = {each.path: each for path, folder in below.items() for each in discover(folder, path)}
    moved = _moved(known, base, {each.relative: each for each in looked.values() if isinstance(each, Found)})
    inside = {
        state.source: state
        for state in known
        if state.folder in moved or any(absolute(base / state.path).is_relative_to(path) for path in named)
    }
    outside = tuple(state for state in known if state.source not in inside)
    names = _name(sorted(looked.values(), key=lambda each: each.path), {state.source for state in outside})
    return Scope(
        found={name: each for name, each in names.items() if isinstance(each, Found)},
        skipped={name: each for name, each in names.items() if isinstance(each, Skipped)},
        folders=tuple(sorted(set(below.values()))),
        inside=inside,
        outside=outside,
    )


def absolute(path: Path) -> Path:
    """The path from the root, links left as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def relative_to(base: Path, path: Path) -> str:
    """How `path` is kept in the database: relative to it where that can be said, so that both may move."""
    try:
        return _printable(Path(os.path.relpath(path, base)).as_posix())
    except ValueError:  # another drive
        return _printable(path.as_posix())


def _printable(name: str) -> str:
    """A file's name as text; bytes that are none, which some systems allow, as backslash and number."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _moved(known: Sequence[FileState], base: Path, found: Mapping[str, Found]) -> set[str]:
    """Folders that are no more, one of whose files stands, of the same size, in this run's corpus."""
    gone = {state.folder for state in known if not (base / state.folder).exists()}
    return {
        state.folder
        for state in known
        if state.folder in gone and state.source in found and found[state.source].size == state.size
    }


def _name(looked: Iterable[Found | Skipped], taken: set[str]) -> dict[str, Found | Skipped]:
    """A source for each: the relative path, the corpus folder's name before it where another corpus has the
    same."""
    names: dict[str, Found | Skipped] = {}
    for each in looked:
        name = _printable(each.relative)
        parents = [part for part in each.folder.parts[::-1] if part != each.folder.anchor]
        while name in taken or name in names:
            name = f"{parents.pop(0) if parents else '_'}/{name}"
        names[name] = each
    return names
