"""The version of the code that reads: when it changes, every document is read again."""

import hashlib
from functools import cache
from pathlib import Path

import extractors
import pipeline

_READS = ("*.py", "layouts/**/*", "follow_ups/**/*", "store/*.py")
"""What of the pipeline decides what a document's rows say; the command line does not."""


@cache
def reader_version() -> str:
    """16 hex digits that depend on the extractors, their vocabulary, the layouts and what composes them."""
    whole = hashlib.sha256()
    for root, patterns in (
        (Path(extractors.__file__).parent, ("**/*",)),
        (Path(pipeline.__file__).parent, _READS),
    ):
        paths = {path for pattern in patterns for path in root.glob(pattern) if _counts(path)}
        for path in sorted(paths):
            whole.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()[:16]


def _counts(path: Path) -> bool:
    return path.is_file() and path.suffix != ".pyc"
