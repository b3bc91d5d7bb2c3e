"""Text that goes into files of other programs: a spreadsheet must not run it, XML must be able to hold it."""

import re
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def guarded(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def without_controls(text: str) -> str:
    """A space for each character that XML 1.0 cannot hold."""
    return _NOT_XML.sub(" ", text)
