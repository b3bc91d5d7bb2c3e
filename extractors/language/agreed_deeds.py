"""Limbs of decisions that do something: "that officers write", "agree to request", "delegate to the Director"."""

import re
from collections.abc import Iterator, Sequence

from extractors.language.deeds import deed_at
from extractors.language.limbs import Limb
from extractors.language.people import Person
from extractors.language.undertaken import Undertaking
from extractors.vocabulary import grammar

_GRAMMAR = grammar("agreed_deeds.grammar")


def agreed_deeds(text: str, limbs: Sequence[Limb], people: Sequence[Person]) -> Iterator[Undertaking]:
    """The limbs that are actions, each as one undertaking."""
    for limb in limbs:
        found = _deed(text, limb)
        if found:
            start, verb, owner = found
            yield Undertaking(
                start,
                limb.end,
                verb,
                "agreed",
                "action.agreed-limb",
                owner or _owner(text, start, verb, people),
            )


def _deed(text: str, limb: Limb) -> tuple[int, int, str | None] | None:
    if limb.outcome in ("noted", "rejected", "deferred") and not _GRAMMAR["and_that"].search(
        text, limb.start, limb.end
    ):
        return None
    lead = _GRAMMAR["lead"].match(text, limb.start, limb.end)
    begin = lead.end() if lead else limb.start
    for name in ("order", "noun", "active", "passive"):
        pattern = _GRAMMAR[name]
        find = pattern.search if name == "passive" else pattern.match
        match = find(text, begin, limb.end)
        if match is None:
            continue
        verb = match.start("verb")
        deed = deed_at(text, verb, limb.end)
        if name in ("active", "passive") and (deed is None or _GRAMMAR["formal"].match(text, verb)):
            continue
        who = match.groupdict().get("who")
        return begin, verb, " ".join(who.split()) if who else None
    return None


def _owner(text: str, start: int, verb: int, people: Sequence[Person]) -> str | None:
    """The person that the limb begins with: "the Clerk write to"."""
    for person in people:
        if start <= person.start < verb and person.start - start < 6 and person.kind != "pronoun":
            return person.words(text) if not re.search(r"\bbe\b", text[person.end : verb]) else None
    return None
