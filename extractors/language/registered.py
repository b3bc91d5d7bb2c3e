"""What the registry holds: measures, and the names by which minutes know them."""

import re
from dataclasses import dataclass
from typing import Literal, Protocol

from extractors.language.measure_words import terms_of

Use = Literal["alone", "cue", "topic", "counted"]
"""Whether a name is a mention wherever it stands, only where a level is told or beside a word for a measure, only
beside such a word, or only after "number of"."""

_COUNTED = re.compile(r"\b(?:numbers?|percentage|proportion|volumes?|trajectory)\b|%", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measure. `unit` and `polarity` (`higher` or `lower` is better) are None where unknown."""

    id: str
    code: str | None
    name: str
    framework: str | None
    unit: str | None
    polarity: str | None
    council: str | None = None
    """The council whose own measure it is; None for one that means the same everywhere."""
    listed: bool = False
    """Whether a council's own list has it: then its code needs no word for a measure beside it."""


@dataclass(frozen=True, slots=True)
class Alias:
    """One of the names of the measure `id`."""

    id: str
    text: str
    use: Use
    terms: tuple[str, ...]
    key: tuple[str, ...]
    """The terms in alphabetical order: what two names have in common that differ in their order alone."""


class Named(Protocol):
    """Whatever mentions a measure: a mention of the language layer or a record."""

    @property
    def indicator_id(self) -> str | None: ...
    @property
    def code(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...


def use_of_name(name: str) -> Use:
    """A published title of some length is known wherever it stands; one word is no more than a topic."""
    words = len(set(terms_of(name)))
    return "alone" if words >= 5 else "cue" if words >= 2 else "counted"


def make_alias(key: str, text: str, use: Use) -> Alias | None:
    """The name of the measure `key`; None for one without a word of its own."""
    terms = terms_of(text.strip())
    if len(terms) < 3 and _COUNTED.search(text):
        use = "counted"  # "number of pupils" is no licence for every "pupils"
    return Alias(key, text.strip(), use, terms, tuple(sorted(terms))) if terms else None
