"""Whether a length of time is a standard, how soon a service does a thing each time, and not when a deed is due."""

import re

from extractors.vocabulary import grammar

_GRAMMAR = grammar("standards.grammar")


def is_standard(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the words for a time at `match`, in the clause that begins at `start`, say how soon what comes up again
    and again is done: "every report be inspected within ten days", "calls answered within a minute"."""
    if not _GRAMMAR["length"].match(match.group()):
        return False
    before = text[start : match.start()]
    if any(_GRAMMAR[name].search(before) for name in ("each", "every_one", "always", "aim", "done", "aims")):
        return True
    counted = _GRAMMAR["from_each"]
    return bool(counted.search(match.group()) or counted.match(text, match.end()))
