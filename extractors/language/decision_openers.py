"""Openers of decisions ("RESOLVED that"): where they stand, and whether the words behind them say what was decided."""

import re

from extractors.language.labels import read_label
from extractors.language.limbs import inline_limbs
from extractors.language.sentences import sentence_bounds
from extractors.model import Block, Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("decisions.grammar")


def says_what(document: Document, index: int, rest: int) -> bool:
    """Whether the words from `rest` to the block's end say what was decided, and not only who decided."""
    words = document.text[rest : document.blocks[index].end]
    if not words.strip(" .") or _GRAMMAR["only_who"].fullmatch(words):
        return False
    half = _GRAMMAR["half_who"].fullmatch(words) or _GRAMMAR["who_does"].fullmatch(words)
    return not (half and _first_under(document, index))


def _first_under(document: Document, index: int) -> bool:
    """Whether the next block is a list's first point."""
    following = document.blocks[index + 1 : index + 2]
    ordinal = read_label(following[0].label) if following else None
    return bool(ordinal and ordinal.first)


def own_mark(text: str, start: int, end: int) -> tuple[int, str | None]:
    """Where the words begin behind a first limb's own label ("RESOLVED – (a) That …"), and that label."""
    if inline_limbs(text, start, end):
        return start, None
    mark = _GRAMMAR["mark"].match(text, start, end)
    ordinal = read_label(mark.group(1)) if mark else None
    return (mark.end(), mark.group(1)) if mark and ordinal and ordinal.first else (start, None)


def opener_at(document: Document, block: Block) -> tuple[int, str] | None:
    """Where in the block the opener begins, and its verb: at the start of the block or of a sentence."""
    for start, _ in sentence_bounds(document.text, block.body, block.end):
        match = _GRAMMAR["opener"].match(document.text, start, block.end)
        if match and not re.match(r"(?:that|to)\s*$", match.group().strip()):
            told = _GRAMMAR["tell.body"].search(document.text, start, block.end)
            if told and told.start() < match.end():
                continue  # "The Board NOTED the report" tells; only "The Board RESOLVED that …" opens
            verb = verb_of(match)
            dashed = re.search(r"[:–—-]", match.group()) and verb in ("Resolved", "Agreed", "Decided")
            if match.group("verb") or start == block.body or dashed:
                return start, verb
    match = _GRAMMAR["inside"].search(document.text, block.body, block.end)
    return (match.start(), verb_of(match)) if match else None


def verb_of(opener: re.Match[str]) -> str:
    """The word of deciding that an opener has."""
    return (opener["verb"] or opener["soft"].split()[-1]).strip()


def after_opener(text: str, start: int, end: int) -> int:
    """Where the words begin that stand behind the opener at `start`."""
    match = _GRAMMAR["opener"].match(text, start, end) or _GRAMMAR["inside"].match(text, start, end)
    return match.end() if match else start


def limbs_end(text: str, start: int, end: int) -> int:
    """Where limbs that begin at `start` end, in a paragraph that may hold other matters too."""
    match = _GRAMMAR["ends"].search(text, start, end)
    return match.start() if match else end


def is_last(document: Document, block: Block, begin: int, introduced: re.Match[str] | None) -> bool:
    """Whether the opener's sentence is the block's last, or the last introduces limbs itself."""
    ends = [
        end for start, end in sentence_bounds(document.text, block.body, block.end) if start <= begin < end
    ]
    return bool(introduced) or not document.text[max(ends, default=block.end) : block.end].strip()
