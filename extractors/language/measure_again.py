"""Measures spoken of again in the same document: by a short form, by the last word of the name, as a point's topic."""

import re
from collections.abc import Iterator, Sequence

from extractors.language.measure_words import terms_of
from extractors.language.mention import Mention
from extractors.model import Block, Document
from extractors.vocabulary import words

_DEFINED = re.compile(r"\((?:the\s)?[“\"‘']?(?P<short>[A-Z][A-Za-z&]{1,6}[A-Z])(?:[’']?s)?[”\"’']?\)$")
_LAST_WORD = re.compile(r"\b(?:" + "|".join(words("measure_last_words.txt")) + r")$", re.IGNORECASE)
_TOPIC = re.compile(r"(?P<topic>[A-Z][\w’'&,/ -]{3,60}?)(?:\s[–—-]\s|:\s)(?=\S)")


def find_again(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """What speaks again of a measure that the document has named, outside of `mentions`."""
    found = [
        *_short_forms(document.text, mentions),
        *_last_words(document, mentions),
        *_topics(document, mentions),
    ]
    return [m for m in found if not any(m.start < other.end and other.start < m.end for other in mentions)]


def _short_forms(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "IMD" after "index of multiple deprivation (IMD)"."""
    known: dict[str, Mention] = {}
    for mention in mentions:
        if defined := _DEFINED.search(text, mention.start, mention.end):
            known.setdefault(defined["short"], mention)
    for short, mention in known.items():
        for match in re.finditer(rf"(?<![\w(]){re.escape(short)}(?:[’']?s)?(?![\w)])", text[mention.end :]):
            start, end = mention.end + match.start(), mention.end + match.end()
            yield Mention(start, end, mention.indicator_id, None, match.group(), "measure.short-form")


def _last_words(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "the deficit" after "the budget deficit", to the end of the paragraph."""
    text = document.text
    for mention in mentions:
        last = _LAST_WORD.search(text[mention.start : mention.end])
        if not last:
            continue
        block = next(document.blocks_between(mention.start, mention.end))
        for match in re.finditer(
            rf"\b[Tt]h(?:e|is)\s{last.group()}\b(?!\s[A-Z])", text[mention.end : block.end]
        ):
            start, end = mention.end + match.start(), mention.end + match.end()
            yield Mention(start, end, mention.indicator_id, None, match.group(), "measure.last-word")


def _topics(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "Recruitment and retention – …", where the point goes on to name a measure by the same words."""
    for block in document.blocks:
        topic = _TOPIC.match(document.text, block.body, block.end)
        wanted = set(terms_of(topic["topic"])) if topic else set()
        if not topic or len(wanted) < 2:
            continue
        for mention in _inside(block, mentions):
            if wanted <= set(terms_of(mention.name or "")):
                yield Mention(
                    *topic.span("topic"), mention.indicator_id, None, topic["topic"], "measure.topic"
                )
                break


def _inside(block: Block, mentions: Sequence[Mention]) -> Iterator[Mention]:
    return (mention for mention in mentions if block.start <= mention.start and mention.end <= block.end)
