"""What a dependency parser could do for the records: a few simple features, each tried alone.

A feature takes one document's rows of one table, as the evaluation sees them, and returns them changed: some dropped,
some added, or an attribute or a span made anew. It names the sentences whose trees it needs; no other is parsed.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.syntax import Trees, agent_of, is_conditional, is_relative, nearest_subject, subject_of
from extractors.language.parsed import Parsed
from extractors.language.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

Row = dict[str, Any]
_INANIMATE = frozenset(("it", "this", "that", "these", "those", "which", "there", "what"))
_BODIES = frozenset(
    (
        "authority", "board", "body", "cabinet", "college", "committee", "company", "contractor", "council",
        "department", "directorate", "executive", "force", "forum", "governor", "government", "group", "management",
        "office", "officer", "panel", "partner", "partnership", "police", "provider", "secretariat", "school",
        "service", "staff", "team", "trust",
    )
)  # fmt: skip
_ASKING = frozenset(("ask", "query", "question", "enquire", "inquire", "challenge", "wonder", "request"))
_DECIDING = frozenset(("note", "agree", "approve", "resolve", "recommend", "adopt", "endorse", "defer"))
_MAY_ASK = re.compile(r"\b(?:ask|quer|question|enquir|inquir|challeng|wonder|request)", re.IGNORECASE)
_MAY_PROMISE = re.compile(r"\b(?:will|would|shall|to)\b", re.IGNORECASE)
_MAY_DECIDE = re.compile(
    r"\b(?:noted|agreed|approved|resolved|recommended|adopted|endorsed|deferred)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Feature:
    """`change(trees, rows)` gives the rows of `kind` anew; `judged` names the figure it is meant to lift."""

    name: str
    kind: str
    judged: str
    needs: Callable[[Parsed, list[Row]], Iterable[Sentence]]
    change: Callable[[Trees, list[Row]], Iterable[Row]]


def _their_sentences(parsed: Parsed, rows: list[Row]) -> Iterator[Sentence]:
    """The sentences that the records begin in, rows of tables left out."""
    for row in rows:
        sentence = parsed.sentence_at(row["start_char"])
        if sentence and parsed.document.blocks[sentence.block].kind != "table_row":
            yield sentence


def _talk_with(cue: re.Pattern[str]) -> Callable[[Parsed, list[Row]], Iterator[Sentence]]:
    """Sentences of the talk that hold a cue and no record yet."""

    def needed(parsed: Parsed, rows: list[Row]) -> Iterator[Sentence]:
        for sentence in parsed.sentences:
            taken = any(row["start_char"] < sentence.end and sentence.start < row["end_char"] for row in rows)
            if not taken and parsed.tells(sentence) and cue.search(parsed.text, sentence.start, sentence.end):
                yield sentence

    return needed


def _kept(stays: Callable[[Trees, Row], bool]) -> Callable[[Trees, list[Row]], Iterator[Row]]:
    return lambda trees, rows: (row for row in rows if stays(trees, row))


def _each(make: Callable[[Trees, Row], Row]) -> Callable[[Trees, list[Row]], Iterator[Row]]:
    return lambda trees, rows: (make(trees, row) for row in rows)


# Actions: the verb of the deed, and who does it.


def _deed(trees: Trees, row: Row) -> "Token | None":
    found = next((u for u in trees.parsed.undertakings if (u.start, u.end) == _span(row)), None)
    return trees.token(found.verb) if found else None


def _is_nobody(trees: Trees, subject: "Token", offset: int) -> bool:
    """A subject that is a thing: no name, no pronoun for people, no body, nobody that the project knows."""
    sentence = trees.parsed.sentence_at(offset)
    if sentence is None or trees.person(subject, sentence) or subject.pos_ == "PROPN":
        return False
    if subject.pos_ == "PRON":
        return subject.lower_ in _INANIMATE
    return subject.lemma_.lower() not in _BODIES


def _somebody_does_it(trees: Trees, row: Row) -> bool:
    verb = _deed(trees, row)
    subject = subject_of(verb) if verb is not None else None
    if subject is None or subject.dep_ != "nsubj":
        return True
    return not _is_nobody(trees, subject, row["start_char"])


def _no_deed(under: Callable[["Token"], bool]) -> Callable[[Trees, Row], bool]:
    def stays(trees: Trees, row: Row) -> bool:
        verb = _deed(trees, row)
        return verb is None or not under(verb)

    return stays


def _with_owner(trees: Trees, row: Row) -> Row:
    """The subject of the deed owns it, where the rules know nobody."""
    verb, sentence = _deed(trees, row), trees.parsed.sentence_at(row["start_char"])
    subject = subject_of(verb) if verb is not None and not row["owner"] else None
    if subject is None or subject.dep_ != "nsubj" or sentence is None:
        return row
    person = trees.person(subject, sentence)
    return row | {"owner": person.words(trees.parsed.text)} if person and person.kind != "pronoun" else row


def _add_promises(trees: Trees, rows: list[Row]) -> Iterator[Row]:
    """ "Somebody will do": an active main or reported clause whose subject is a person for the administration."""
    yield from rows
    for sentence, token in _tokens(trees, _MAY_PROMISE, rows):
        future = any(child.dep_ == "aux" and child.lower_ in ("will", "would") for child in token.children)
        if not future or token.dep_ not in ("ROOT", "ccomp", "conj") or is_conditional(token):
            continue
        subject = nearest_subject(token)
        person = trees.person(subject, sentence) if subject is not None else None
        if person and person.side == "officer":
            yield _new(sentence, token) | {"commitment": "promised", "owner": person.words(trees.parsed.text)}


# Questions: whoever is the subject of the asking verb asks.


def _asker(trees: Trees, row: Row) -> tuple["Token", Sentence] | None:
    """The subject of the first verb of speech in the question, and its sentence."""
    parsed, sentence = trees.parsed, trees.parsed.sentence_at(row["start_char"])
    if sentence is None:
        return None
    acts = parsed.speech[parsed.sentences.index(sentence)]
    act = next((act for act in acts if row["start_char"] <= act.verb[0] < row["end_char"]), None)
    verb = trees.token(act.verb[0]) if act else None
    if verb is None:
        return None
    subject = agent_of(verb) if act and act.voice == "passive" else subject_of(verb)
    return (subject, sentence) if subject is not None else None


def _named_by_tree(trees: Trees, row: Row) -> str | None:
    found = _asker(trees, row)
    person = trees.person(*found) if found else None
    known = person is not None and person.kind != "pronoun" and person.side != "officer"
    return person.words(trees.parsed.text) if person and known else None


def _with_asker(trees: Trees, row: Row) -> Row:
    return row | {"asker": _named_by_tree(trees, row) or row["asker"]}


def _fill_asker(trees: Trees, row: Row) -> Row:
    return row | {"asker": row["asker"] or _named_by_tree(trees, row)}


def _somebody_asks(trees: Trees, row: Row) -> bool:
    found = _asker(trees, row)
    if found is None or found[0].dep_ != "nsubj":
        return True
    return not _is_nobody(trees, found[0], row["start_char"])


def _add_questions(trees: Trees, rows: list[Row]) -> Iterator[Row]:
    """A verb of asking with a person for its subject."""
    yield from rows
    for sentence, token in _tokens(trees, _MAY_ASK, rows):
        subject = nearest_subject(token)
        person = trees.person(subject, sentence) if subject is not None else None
        if token.lemma_ in _ASKING and person and person.side != "officer":
            yield _new(sentence, token) | {"asker": person.words(trees.parsed.text)}


# Indicators: the edges of noun chunks.


def _chunks(trees: Trees, row: Row) -> list[tuple[int, int]]:
    """The noun chunks that the mention touches, without article or pronoun in front."""
    sentence = trees.parsed.sentence_at(row["start_char"])
    tokens = trees.of(sentence)
    if sentence is None or tokens is None:
        return []
    spans = []
    for chunk in tokens.doc.noun_chunks:
        words = [token for token in chunk if token.pos_ not in ("DET", "PRON")]
        if words:
            start, end = words[0].idx, words[-1].idx + len(words[-1])
            spans.append((sentence.start + start, sentence.start + end))
    start, end = _span(row)
    return [(one, other) for one, other in spans if one < end and start < other]


def _widened(trees: Trees, row: Row) -> Row:
    chunks = _chunks(trees, row)
    start, end = _span(row)
    return _moved(trees, row, min([start, *(c[0] for c in chunks)]), max([end, *(c[1] for c in chunks)]))


def _trimmed(trees: Trees, row: Row) -> Row:
    chunks = _chunks(trees, row)
    if not chunks:
        return row
    start, end = _span(row)
    return _moved(trees, row, max(start, chunks[0][0]), min(end, chunks[-1][1]))


def _is_nominal(trees: Trees, row: Row) -> bool:
    return trees.of(trees.parsed.sentence_at(row["start_char"])) is None or bool(_chunks(trees, row))


# Decisions: what is noted, agreed or approved is the subject of a passive.


def _decided(token: "Token") -> "Token | None":
    """The noun of which the verb says that it is noted, agreed …"""
    if token.lemma_ not in _DECIDING:
        return None
    subject = next((child for child in token.lefts if child.dep_ == "nsubjpass"), None)
    return subject if subject is not None and subject.pos_ != "PRON" else None


def _from_subject(trees: Trees, row: Row) -> Row:
    sentence = trees.parsed.sentence_at(row["start_char"])
    tokens = trees.of(sentence)
    if sentence is None or tokens is None:
        return row
    for token in tokens:
        subject = _decided(token)
        if subject is not None and row["start_char"] <= sentence.start + token.idx < row["end_char"]:
            return _moved(trees, row, sentence.start + subject.left_edge.idx, row["end_char"])
    return row


def _add_decisions(trees: Trees, rows: list[Row]) -> Iterator[Row]:
    yield from rows
    for sentence, token in _tokens(trees, _MAY_DECIDE, rows):
        if token.dep_ == "ROOT" and _decided(token) is not None:
            yield _new(sentence, token) | {"outcome": None, "label": None}


def _tokens(trees: Trees, cue: re.Pattern[str], rows: list[Row]) -> Iterator[tuple[Sentence, "Token"]]:
    for sentence in _talk_with(cue)(trees.parsed, rows):
        for token in trees.of(sentence) or ():
            yield sentence, token


def _span(row: Row) -> tuple[int, int]:
    return row["start_char"], row["end_char"]


def _moved(trees: Trees, row: Row, start: int, end: int) -> Row:
    """The row with another span; as it was where the span would be empty."""
    if start >= end:
        return row
    return row | {"start_char": start, "end_char": end, "text": trees.parsed.text[start:end]}


def _new(sentence: Sentence, verb: "Token") -> Row:
    """A record of the verb's whole clause."""
    first, last = verb.left_edge, verb.right_edge
    start, end = first.idx, last.idx + len(last)
    words = verb.doc.text[start:end]
    return {
        "start_char": sentence.start + start,
        "end_char": sentence.start + end,
        "text": words,
        "rule": "parser",
    }


_A, _Q, _I, _D = "actions", "questions", "indicators", "decisions"
FEATURES = (
    Feature("drop: the doer is a thing", _A, _A, _their_sentences, _kept(_somebody_does_it)),
    Feature("drop: under a condition", _A, _A, _their_sentences, _kept(_no_deed(is_conditional))),
    Feature("drop: in a relative clause", _A, _A, _their_sentences, _kept(_no_deed(is_relative))),
    Feature("add: officer + will/would", _A, _A, _talk_with(_MAY_PROMISE), _add_promises),
    Feature("owner is the subject, if unknown", _A, f"{_A}.owner", _their_sentences, _each(_with_owner)),
    Feature("asker is the subject", _Q, f"{_Q}.asker", _their_sentences, _each(_with_asker)),
    Feature("asker is the subject, if unknown", _Q, f"{_Q}.asker", _their_sentences, _each(_fill_asker)),
    Feature("drop: a thing asks", _Q, _Q, _their_sentences, _kept(_somebody_asks)),
    Feature("add: person + verb of asking", _Q, _Q, _talk_with(_MAY_ASK), _add_questions),
    Feature("widen to noun chunks", _I, _I, _their_sentences, _each(_widened)),
    Feature("trim to noun chunks", _I, _I, _their_sentences, _each(_trimmed)),
    Feature("drop: in no noun chunk", _I, _I, _their_sentences, _kept(_is_nominal)),
    Feature("begin at passive subject", _D, _D, _their_sentences, _each(_from_subject)),
    Feature("add: passive main clause", _D, _D, _talk_with(_MAY_DECIDE), _add_decisions),
)
