"""The actions and decisions of sentences that only their words, all weighed together, tell to be such."""

import re
from collections.abc import Sequence

from extractors.language.deeds import first_deed
from extractors.language.limbs import Limb, limb_label, outcome_of, trimmed
from extractors.language.people import Person
from extractors.language.sentences import Sentence
from extractors.language.speech import Act
from extractors.language.turns import trimmed_end
from extractors.language.undertaken import Commitment, Undertaking
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_WILL = re.compile(r"\b(?:will|would|shall)\b", re.IGNORECASE)
_ASKS = frozenset({"ask", "request", "concern"})


def weighed_deed(text: str, sentence: Sentence, people: Sequence[Person], acts: Sequence[Act]) -> Undertaking:
    """The sentence as an action; its owner is whoever stands right before what will or should be done."""
    end = trimmed_end(text, sentence.start, sentence.end)
    verb = first_deed(text, sentence.start, end)
    modal = _GRAMMAR["modal"].search(text, sentence.start, end)
    at = modal.start() if modal else verb
    inside = (person for person in people if sentence.start <= person.start and person.end <= at)
    owner = next((p for p in inside if not text[p.end : at].strip() and p.kind != "pronoun"), None)
    printed = owner.words(text) if owner else None
    commitment = _commitment(text, sentence, acts)
    return Undertaking(sentence.start, end, verb, commitment, "weighed.action", printed)


def _commitment(text: str, sentence: Sentence, acts: Sequence[Act]) -> Commitment:
    if any(act.deed in _ASKS for act in acts):
        return "requested"
    if _GRAMMAR["suggest"].search(text, sentence.start, sentence.end):
        return "suggested"
    return "promised" if _WILL.search(text, sentence.start, sentence.end) else "agreed"


def weighed_limb(document: Document, sentence: Sentence) -> Limb:
    """The sentence as a thing decided."""
    start, end = trimmed(document.text, sentence.start, sentence.end)
    block = document.blocks[sentence.block]
    label = limb_label(block.label) if sentence.start == block.body else None
    return Limb(start, end, label, outcome_of(document.text[start:end], "agreed"), "weighed.decision")
