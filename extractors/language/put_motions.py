"""Motions printed as they were put, in a paragraph of their own, and carried in the talk below: "Cllr Orme moved the
following motion: / “That the lamps be kept.” / … The motion was carried"."""

from collections.abc import Iterable, Iterator

from extractors.language.limb_reading import limbs_of
from extractors.language.limbs import Limb
from extractors.language.outline import Outline
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("decisions.grammar")
_REACH = 8
"""Blocks of debate between a motion and the vote on it."""
_FAR = 4000
"""Characters between a motion and the words that say it was carried."""
_MARKS = " “”\"'‘’"


def put_motions(document: Document, outline: Outline) -> Iterator[Limb]:
    """The limbs of every such motion that was carried."""
    for index, block in enumerate(document.blocks[1:], 1):
        lead = document.words(document.blocks[index - 1])
        words = document.words(block)
        if not (_GRAMMAR["puts"].search(lead) and _GRAMMAR["as_put"].match(words)):
            continue
        if _is_carried_below(document, outline, index):
            text = document.text[block.body : block.end]
            start = block.body + len(text) - len(text.lstrip(_MARKS))
            stop = block.end - (len(text) - len(text.rstrip(_MARKS)))
            yield from limbs_of(document.text, start, stop, None, "agreed", "decision.put-motion")


def _is_carried_below(document: Document, outline: Outline, index: int) -> bool:
    """Whether the talk of the same item says so, before another motion is put or anything is resolved."""
    for at in range(index + 1, min(index + 1 + _REACH, len(document.blocks))):
        words = document.words(document.blocks[at])
        if at in outline.titled or _GRAMMAR["opener"].match(words):
            return False
        if _GRAMMAR["motion_carried"].search(words):
            return True
        if _GRAMMAR["puts"].search(words):
            return False
    return False


def with_motions(text: str, limbs: Iterable[Limb], motions: Iterable[Limb]) -> Iterator[Limb]:
    """`limbs` with `motions`, and without the limbs that only say that these were carried."""
    motions = list(motions)
    starts = {limb.start for limb in motions}
    for limb in limbs:
        carried = any(start < limb.start < start + _FAR for start in starts)
        if not (carried and _GRAMMAR["only_vote"].fullmatch(text, limb.start, limb.end)):
            yield limb
    yield from motions
