"""Motions printed as they were put, in a paragraph of their own, and carried in the talk below: "Cllr Orme moved the
following motion: / “That the lamps be kept.” / … The motion was carried"."""

from collections.abc import Iterable, Iterator

from extractors.language.limb_reading import limbs_of
from extractors.language.limbs import Limb
from extractors.language.outline import Outline
from extractors.model import Block, Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("decisions.grammar")
_REACH = 8
"""Blocks of debate between a motion and the vote on it."""
_MARKS = " “”\"'‘’"


def with_motions(document: Document, outline: Outline, limbs: Iterable[Limb]) -> Iterator[Limb]:
    """`limbs`, and those of every such motion instead of the words that it was carried."""
    votes = []
    for motion, vote in _carried_motions(document, outline):
        votes.append(vote)
        yield from limbs_of(
            document.text, *_unquoted(document, motion), None, "agreed", "decision.put-motion"
        )
    for limb in limbs:
        voted = any(vote.start <= limb.start < vote.end for vote in votes)
        if not (voted and _only_votes(document.text, limb)):
            yield limb


def _carried_motions(document: Document, outline: Outline) -> Iterator[tuple[Block, Block]]:
    """The paragraph of each motion, and the one that says it was carried."""
    for index, block in enumerate(document.blocks[1:], 1):
        lead = document.words(document.blocks[index - 1])
        if _GRAMMAR["puts"].search(lead) and _GRAMMAR["as_put"].match(document.words(block)):
            vote = _vote_below(document, outline, index)
            if vote:
                yield block, vote


def _vote_below(document: Document, outline: Outline, index: int) -> Block | None:
    """Where the talk of the same item says so, before another motion is put or anything is resolved."""
    for at, block in enumerate(document.blocks[index + 1 : index + 1 + _REACH], index + 1):
        words = document.words(block)
        if at in outline.titled or _GRAMMAR["opener"].match(words):
            return None
        if _GRAMMAR["motion_carried"].search(words):
            return block
        if _GRAMMAR["puts"].search(words):
            return None
    return None


def _unquoted(document: Document, block: Block) -> tuple[int, int]:
    words = document.text[block.body : block.end]
    start = block.body + len(words) - len(words.lstrip(_MARKS))
    return start, start + len(words.strip(_MARKS))


def _only_votes(text: str, limb: Limb) -> bool:
    """Whether the limb's last sentence only says that the motion was carried."""
    last = text.rfind(". ", limb.start, limb.end)
    return bool(_GRAMMAR["only_vote"].fullmatch(text, limb.start if last < 0 else last + 2, limb.end))
