"""The wording of a sentence as traits that can be weighed: its words and runs of words, who does what in it, its place.

Nobody's name and no number is a trait: people are told by their side of the table, numbers by being one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extractors.language.outline import Outline
from extractors.language.people import Person
from extractors.language.roots import root
from extractors.language.sentences import Sentence
from extractors.language.speech import Act
from extractors.model import Document

Traits = frozenset[str]

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d[\d.,/]*|[£%:;,.?()–-]")
_LONGEST_RUN = 3
"""Words."""
_MOST = 90
"""Words of a sentence that are looked at."""
_BEFORE = 8
"""Words of the sentence before that are."""
_STEP = 8
"""Words: sentences within one step are of one length."""
_LONG = 6
"""Steps."""


def wording(
    document: Document,
    outline: Outline,
    sentences: Sequence[Sentence],
    people: Sequence[Person],
    speech: Sequence[Sequence[Act]],
    number: int,
) -> Traits:
    """The traits of `sentences[number]`; `people` are those of the whole document, in order."""
    words = _words(document.text, sentences[number], people)
    before = _words(document.text, sentences[number - 1], people) if number else []
    return frozenset(
        [
            *_runs(words),
            *_deeds(speech[number]),
            *_place(document, outline, sentences[number], len(words)),
            *(f"before:{word}" for word in before[:_BEFORE]),
            f"before-ends:{before[-1] if before else ''}",
        ]
    )


def _words(text: str, sentence: Sentence, people: Sequence[Person]) -> list[str]:
    words = []
    at = bisect_right(people, sentence.start, key=lambda person: person.end)
    behind = sentence.start
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        if match.start() < behind:
            continue
        while at < len(people) and people[at].end <= match.start():
            at += 1
        if at < len(people) and people[at].start <= match.start():
            behind = people[at].end
            words.append(_side(people[at]))
        else:
            word = match.group()
            words.append("0" if word[0].isdigit() else root(word) if word[0].isalpha() else word)
    return words


def _side(person: Person) -> str:
    return f"@{person.kind if person.kind in ('body', 'pronoun', 'bare') else person.side}"


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Each word, and each two and three in a row, with the sentence's ends as words of their own."""
    row = ["^", *words[:_MOST], "$"]
    for length in range(1, _LONGEST_RUN + 1):
        for start in range(len(row) - length + 1):
            yield " ".join(row[start : start + length])


def _deeds(acts: Sequence[Act]) -> Iterator[str]:
    told = [f"{act.deed} {act.speaker.side if act.speaker else '-'}" for act in acts]
    for act, each in zip(acts, told, strict=True):
        yield f"does:{each}"
        yield f"does:{act.deed} {act.voice}"
    yield f"does-all:{', '.join(told[:_LONGEST_RUN])}"


def _place(document: Document, outline: Outline, sentence: Sentence, length: int) -> Iterator[str]:
    block, part = document.blocks[sentence.block], outline.parts[sentence.block]
    yield f"block:{block.kind} {part}"
    yield f"length:{min(_LONG, length // _STEP)}"
    yield f"labelled:{'yes' if block.label else 'no'}"
