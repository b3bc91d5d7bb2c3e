"""A folder that is made anew as a whole: written beside, then put in the place of the one before."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CERTIFICATE = "published.json"
"""Stands in every folder that we made, and says so."""
_PROGRAM = "matters-arising"


class Refused(Exception):
    """The folder is not ours to replace. The message says why, and what to do."""


@contextmanager
def renewed(folder: Path) -> Iterator[Path]:
    """An empty folder to write into, which takes the place of `folder` when all went well; else `folder` stays as it
    is. Raises Refused where `folder` holds anything that we did not write, and OSError where it cannot be written."""
    folder = folder.resolve()
    _refuse_others(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        new = beside / "new"
        new.mkdir()
        yield new
        _swap(new, folder, beside / "old")
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _refuse_others(folder: Path) -> None:
    """Raises Refused unless the folder is not there, is empty, or is one that we made and nobody added to."""
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder} is a file. Name a folder.")
    held = {path.name for path in folder.iterdir()} if folder.exists() else set()
    if not held:
        return
    ours = _certified(folder / CERTIFICATE)
    if ours is None:
        raise Refused(
            f"{folder} is not empty, and not an earlier export. Name a new folder, or empty this one."
        )
    if others := sorted(held - ours):
        raise Refused(
            f"{folder} holds things beside the export ({', '.join(others[:5])}). Move them, or name another."
        )


def certify(folder: Path, **said: Any) -> None:
    """Write down what stands in the folder, so that a later export may replace it."""
    holds = sorted({path.name for path in folder.iterdir()} | {CERTIFICATE})
    told = {"program": _PROGRAM, **said, "holds": holds}
    (folder / CERTIFICATE).write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _certified(path: Path) -> set[str] | None:
    """The names that the export of this certificate is made of; None where it is none of ours."""
    try:
        said = json.loads(path.read_text("utf-8"))
        return set(map(str, said["holds"])) if said["program"] == _PROGRAM else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _swap(new: Path, folder: Path, old: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
