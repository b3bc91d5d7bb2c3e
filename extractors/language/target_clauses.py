"""Clauses of sentences about targets, and how much of one belongs to a statement."""

from collections.abc import Iterator

from extractors.language.sentences import Sentence
from extractors.language.target_status import read_status
from extractors.vocabulary import grammar

_GRAMMAR = grammar("targets.grammar")
_SUBJECT = 45
_TAIL = 36
"""Characters of the clause before and behind the words that tell, which belong to the statement."""


def clauses_of(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The clauses of the sentence, of two that each say how a target stands each one."""
    begin = sentence.start
    for match in _GRAMMAR["clause_break"].finditer(text, sentence.start, sentence.end):
        yield from _parts(text, begin, match.start())
        begin = match.end()
    yield from _parts(text, begin, sentence.end)


def _parts(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """The clause, cut between two that each say how a target stands: "hit it in May and missed the June target"."""
    for joint in _GRAMMAR["joint"].finditer(text, begin, stop):
        rest = _GRAMMAR["rest_told"].match(text, joint.end(), stop)
        if read_status(text, begin, joint.start()) and (rest or read_status(text, joint.end(), stop)):
            yield begin, joint.start()
            begin = joint.end()
    yield begin, stop


def clause_at(text: str, sentence: Sentence, at: int) -> tuple[int, int]:
    """The clause that holds `text[at]`; one in brackets belongs to the clause before it."""
    spans = list(clauses_of(text, sentence))
    for index, (begin, stop) in enumerate(spans):
        if at < stop or index == len(spans) - 1:
            bracketed = begin > sentence.start and text[begin - 1] == "("
            return (spans[index - 1][0] if bracketed and index else begin), stop
    return sentence.start, sentence.end


def near_words(text: str, begin: int, stop: int, start: int, end: int) -> tuple[int, int]:
    """Of the clause `text[begin:stop]`, what is near the telling words `text[start:end]`, at whole words."""
    first = begin
    if start - begin > _SUBJECT:
        space = text.find(" ", start - _SUBJECT, start)
        first = space + 1 if space >= 0 else start
    last = stop if stop - end <= _TAIL else end
    while first < start and not (text[first].isalnum() or text[first] in "£€"):
        first += 1
    while last > end and not text[last - 1].isalnum():
        last -= 1
    return first, last
