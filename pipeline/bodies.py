"""Names of councils and of the bodies in them, as documents print them."""

import re

from extractors.vocabulary import grammar, words

_GRAMMAR = grammar("document_head.grammar")
_SMALL = frozenset(words("small_words.txt"))
_ABBREVIATIONS = frozenset(words("body_abbreviations.txt"))
_COUNCIL = re.compile(r"\bCouncil$|^(?:Cyngor|Comhairle)\b")
FULL_COUNCIL = "Council"
"""The committee of a meeting of the whole council, where the minutes give it no other name."""


def in_title_case(text: str) -> str:
    """Capitals as names are written: "MARSH OVERY TOWN COUNCIL" is "Marsh Overy Town Council". Mixed case is left."""
    letters = [char for char in text if char.isalpha()]
    if sum(char.isupper() for char in letters) < 0.7 * len(letters):
        return text
    return " ".join(_cased(word, first=index == 0) for index, word in enumerate(text.split(" ")))


def _cased(word: str, first: bool) -> str:
    bare = word.strip("()'’,.:;-–")
    if bare in _ABBREVIATIONS:
        return word
    lower = word.lower()
    if not first and bare.lower() in _SMALL:
        return lower
    return re.sub(r"(?<![\w'’])\w|(?<=\bmc)\w", lambda match: match.group().upper(), lower)


def split_body(name: str) -> tuple[str | None, str | None]:
    """Council and committee as a body's whole name gives them; None for what it does not give.

    "Leyford Town Council's Planning Committee" gives both; "Planning Committee" the committee alone;
    "Leyford Town Council" the council alone.
    """
    name = tidy(name)
    first, both, _ = name.partition(" / ")
    if both and _GRAMMAR["council"].fullmatch(tidy(first)):
        return _tidy_council(first), None  # in two languages
    for order in ("council_last", "council_first"):
        parts = _GRAMMAR[order].fullmatch(name)
        if parts and is_body(tidy(parts["committee"])):
            return _tidy_council(parts["council"]), tidy(parts["committee"])
    if _GRAMMAR["council"].fullmatch(name):
        return _tidy_council(name), None
    return None, name if is_body(name) else None


def tidy(name: str) -> str:
    """A body's name without an article, "meeting" or punctuation around it."""
    name = re.sub(r"\s+", " ", name).strip(" ,:;.–—-|*")
    name = re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.IGNORECASE)
    name = re.sub(r"\s+(?:meetings?|minutes|agenda)$", "", name, flags=re.IGNORECASE)
    return name.strip(" ,:;.–—-|")


def _tidy_council(name: str) -> str:
    """A council's name without the article and the possessive."""
    return re.sub(r"['’]s?$", "", tidy(name))


def is_council(name: str | None) -> bool:
    """Whether the name is that of a council, and not of a board, trust or authority that keeps minutes too."""
    return bool(name and _COUNCIL.search(name))


def is_council_itself(committee: str | None) -> bool:
    """Whether a body is only called what kind of council it is: "the Parish Council"."""
    return bool(committee and _GRAMMAR["whole_council"].fullmatch(committee))


def is_body(name: str) -> bool:
    return bool(name) and bool(_GRAMMAR["body"].fullmatch(name))
