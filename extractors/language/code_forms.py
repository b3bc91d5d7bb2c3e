"""Printed codes and councils' names made comparable, and the ids made from them."""

import re
from functools import cache


def local_id(code: str, council: str | None) -> str:
    """The id of a council's own code: `aldermoor-lx5`; `local-lx5` where the council is not known."""
    owner = re.sub(r"[^a-z0-9]+", "-", bare_council(council) or "local").strip("-")
    return f"{owner}-{re.sub(r'[^a-z0-9]+', '-', code.lower()).strip('-')}"


@cache
def bare_code(code: str | None) -> str:
    """Codes are compared without spaces, case, leading noughts and the two spellings of BVPI."""
    text = re.sub(r"[^a-z0-9.()]+", "", (code or "").lower())
    text = re.sub(r"^bv(?:pi)?(?=\d)", "bvpi", text)
    return re.sub(r"(?<=[a-z])0+(?=\d)", "", text)


@cache
def bare_council(council: str | None) -> str | None:
    """A council's name without what nearly all of them are called."""
    if not council:
        return None
    bare = re.sub(
        r"\b(?:council|county|borough|district|city|metropolitan|london|royal|of|the|and|unitary|authority)\b",
        " ",
        council.lower(),
    )
    return re.sub(r"\s+", " ", bare).strip() or council.lower()
