"""Printed codes and councils' names made comparable, and the ids made from them."""

import re
from functools import cache

_FRAMEWORKS = (
    (re.compile(r"NI\W?\d", re.IGNORECASE), "NIS"),
    (re.compile(r"BV(?:PI)?\W?\d", re.IGNORECASE), "BVPI"),
    (re.compile(r"PAF\W?[A-E]\d", re.IGNORECASE), "PAF"),
    (re.compile(r"ASCOF\b|ASCOF\d", re.IGNORECASE), "ASCOF"),
    (re.compile(r"PHOF\b|PHOF\d", re.IGNORECASE), "PHOF"),
    (re.compile(r"TP(?:0[1-9]|1[0-2])$"), "TSM"),
    (re.compile(r"PAM\W?\d{1,3}\b"), "PAM"),
)


def framework_of(code: str) -> str | None:
    """The national framework that a code has the form of, known or not: "ASCOF 2B", "PAM/012"; None for other codes."""
    bare = code.strip("()[] ")
    return next((name for form, name in _FRAMEWORKS if form.match(bare)), None)


def local_id(code: str, council: str | None, document_id: str = "") -> str:
    """The id of a council's own code: `aldermoor-lx5`. Where the council is not known it is that of one document
    (`local-3f9c01d2-lx5`), for another document's may be another council's; of a list without documents `local-lx5`.
    """
    unknown = f"local-{document_id[:8]}".rstrip("-")
    owner = re.sub(r"[^a-z0-9]+", "-", bare_council(council) or unknown).strip("-")
    return f"{owner}-{re.sub(r'[^a-z0-9]+', '-', code.lower()).strip('-')}"


_GENERIC = re.compile(
    r"[^A-Za-z]*\d.*|(?:K?PI|LPI|PM|indicator|measure|ref|no|[A-Za-z])\W*\d.*|\D*", re.IGNORECASE
)


def is_generic(code: str) -> bool:
    """Whether every table may number its rows so, KPI 1 or 1.2: then the code says not which measure of a council's."""
    return bool(_GENERIC.fullmatch(code.strip()))


@cache
def bare_code(code: str | None) -> str:
    """Codes are compared without spaces, case, leading noughts, the spellings of BVPI and what ASCOF's are called."""
    text = re.sub(r"[^a-z0-9.()]+", "", re.sub(r"\b(?:measure|indicator|part)\b", "", (code or "").lower()))
    text = re.sub(r"^(ascof)\(?([1-6][a-j])\)?\(?([12][ab]?)?\)?$", _part, text)
    text = re.sub(r"^bv(?:pi)?(?=\d)", "bvpi", text)
    return re.sub(r"(?<=[a-z])0+(?=\d)", "", text)


def _part(match: re.Match[str]) -> str:
    """ "ASCOF (2A) part 1" as "ascof2a(1)"."""
    return f"{match[1]}{match[2]}({match[3]})" if match[3] else f"{match[1]}{match[2]}"


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
