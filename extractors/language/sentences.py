"""Sentences that respect blocks and the abbreviations of minutes ("Cllr.", "No. 12", "p.m.", "i.e.")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors.model import Document
from extractors.vocabulary import words

# A full stop after one of these does not end a sentence when more words follow.
_ABBREVIATION = re.compile(
    r"(?<![^\s.(“‘\"'–-])(?:" + "|".join(map(re.escape, words("abbreviations.txt"))) + r"|[A-Z])\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|;(?=\s)|[.!?](?=[A-Z][a-z])")
_LONGEST = 2000
"""Characters from which a sentence is cut: what is read in one costs more than its length, and this bounds it. No
sentence of minutes comes near; a list without full stops does, or a file that has lost them."""
_JOINTS = ("; ", ", ", " ", "\n")
"""Where it is cut: at the last of the first of these that stands in it."""
_OPENS = re.compile(r"\s*[\"'“‘(\[]*[A-Z0-9£€•]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]`, without surrounding white space; `block` is its index in `Document.blocks`.

    A semicolon does not end a sentence: `clauses.py` splits there.
    """

    start: int
    end: int
    block: int


def sentence_bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as (start, end), trimmed, none empty; none of more than 2,000 characters."""
    bounds = []
    begin = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if match.group().startswith(";") or not _ends_here(text, begin, match.start(), stop, end):
            continue
        bounds.append((begin, stop))
        begin = stop
    bounds.append((begin, end))
    trimmed = (_trim(text, *part) for bound in bounds for part in _cut_long(text, *bound))
    return [(first, last) for first, last in trimmed if first < last]


def _ends_here(text: str, begin: int, mark: int, stop: int, end: int) -> bool:
    if stop >= end:
        return True
    if not _OPENS.match(text, stop, end):
        return False
    if text[mark] != ".":
        return True
    if text[mark : mark + 1] == "." and text[stop : stop + 1] == ".":
        return False
    return not _ABBREVIATION.search(text, max(begin, mark - 14), mark + 1)


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`start, end`, in parts where it is too long to be read as one sentence."""
    while end - start > _LONGEST:
        found = (text.rfind(joint, start + 1, start + _LONGEST) for joint in _JOINTS)
        cut = next((at + 1 for at in found if at > 0), start + _LONGEST)
        yield start, cut
        start = cut
    yield start, end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """All sentences of the document in order; a block's label belongs to none."""
    return tuple(
        Sentence(start, end, index)
        for index, block in enumerate(document.blocks)
        for start, end in sentence_bounds(document.text, block.body, block.end)
    )


@cache
def _tokenizer() -> Language:
    nlp = spacy.blank("en")
    nlp.max_length = 50_000_000
    return nlp


def tokenize(text: str, sentences: tuple[Sentence, ...]) -> Doc:
    """spaCy tokens of the whole text (blank English, no model), with `sentences` as its sentence starts."""
    doc = _tokenizer().make_doc(text)
    starts = {sentence.start for sentence in sentences}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    return doc
