"""Printed labels: "(a)", "iv.", "12)", "•", and which label follows which."""

import re
from dataclasses import dataclass

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_LABEL = re.compile(r"[(\[]?([0-9]{1,3}|[A-Za-z]|[ivxlIVXL]{1,6})[.)\]]*")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A label's place in its list, once for each way that it can be read: "i" is 1 (roman) or 9 (letter)."""

    style: str
    places: frozenset[int]

    @property
    def first(self) -> bool:
        return 1 in self.places

    def follows(self, before: "Ordinal") -> bool:
        """Whether this label is the one after `before` in the same list."""
        return self.style == before.style and any(place - 1 in before.places for place in self.places)


def read_label(label: str | None) -> Ordinal | None:
    """The ordinal of "(a)", "2." or "iv)"; None for a bullet or no label."""
    match = _LABEL.fullmatch((label or "").strip())
    if not match:
        return None
    core = match.group(1)
    brackets = (label or "").strip().replace(core, "1" if core.isdigit() else "a", 1)
    if core.isdigit():
        return Ordinal(brackets, frozenset({int(core)}))
    places = set()
    if len(core) == 1:
        places.add(ord(core.lower()) - ord("a") + 1)
    if set(core.lower()) <= set(_ROMAN):
        places.add(_roman(core.lower()))
    return Ordinal(brackets + ("A" if core.isupper() else ""), frozenset(places)) if places else None


def _roman(text: str) -> int:
    total = 0
    for here, after in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN[here]
        total += -value if after and _ROMAN[after] > value else value
    return total
