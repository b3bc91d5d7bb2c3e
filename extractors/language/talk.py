"""Which sentences are talk: those of a discussion, and those that other parts of minutes hold besides.

Small bodies write on in the paragraph that an item's title opens ("5. Police: a resident asked …"), and hear the public
before their first item.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from extractors.language.outline import Outline, Part
from extractors.language.sentences import Sentence
from extractors.language.speech import Act
from extractors.model import Document

_DISCUSSION: tuple[Part, ...] = ("discussion",)
_AFTER_TITLE = re.compile(r"[\s:.;–—-]*")
_ASKS = ("ask", "concern", "request")
_FEWEST_WORDS = 6
"""A paragraph before the first item is prose, and no name of a list, from this many words on."""


def find_talk(
    document: Document,
    outline: Outline,
    sentences: Sequence[Sentence],
    speech: Sequence[tuple[Act, ...]],
    parts: Collection[Part] = _DISCUSSION,
) -> Iterator[tuple[Sentence, tuple[Act, ...]]]:
    """The sentences of `parts`, of the front where the public speaks, and behind titles, each with its acts."""
    front = _front_talk(document, outline, sentences, speech)
    for sentence, acts in zip(sentences, speech, strict=True):
        if outline.parts[sentence.block] in parts or sentence.block in front:
            yield sentence, acts
        elif outline.parts[sentence.block] == "heading":
            rest = _behind_title(document.text, outline, sentence)
            if rest:
                yield rest, tuple(act for act in acts if act.start >= rest.start)


def _behind_title(text: str, outline: Outline, sentence: Sentence) -> Sentence | None:
    """What the sentence holds behind the title of the item that its block opens."""
    item = outline.item_at(sentence.end - 1)
    if item is None or item.block != sentence.block or sentence.end <= item.end:
        return None
    opens = _AFTER_TITLE.match(text, max(sentence.start, item.end), sentence.end)
    start = opens.end() if opens else sentence.start
    return replace(sentence, start=start) if text.count(" ", start, sentence.end) > 1 else None


def _front_talk(
    document: Document,
    outline: Outline,
    sentences: Sequence[Sentence],
    speech: Sequence[tuple[Act, ...]],
) -> frozenset[int]:
    """The paragraphs before the first item, from the first on in which somebody asks or the public speaks."""
    stop = min((item.block for item in outline.items), default=0)
    found: set[int] = set()
    for sentence, acts in zip(sentences, speech, strict=True):
        if sentence.block >= stop:
            break
        block = document.blocks[sentence.block]
        prose = block.kind in ("paragraph", "bullet") and document.words(block).count(" ") >= _FEWEST_WORDS
        if prose and (found or any(map(_opens_talk, acts))):
            found.add(sentence.block)
    return frozenset(found)


def _opens_talk(act: Act) -> bool:
    speaker = act.speaker
    if act.voice != "active" or speaker is None:
        return False
    return speaker.side == "guest" or (act.deed in _ASKS and speaker.kind in ("named", "group", "office"))
