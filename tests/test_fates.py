"""The fates of the sample corpus' promises, against marks made by reading its minutes (fates/README.md)."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluation.measuring import pair
from pipeline.evaluation.spans import Span, bare, place
from pipeline.follow_ups.model import Passage, Promise
from pipeline.queries.outcomes import STATUSES

_MARKED: list[Mapping[str, Any]] = json.loads(
    (Path(__file__).parent / "fates" / "sample.json").read_text(encoding="utf-8")
)
_SAME = 0.3
"""Intersection over union from which two spans are one promise, as in `matters evaluate`."""


@dataclass
class Measured:
    """What was found, in words, by whether it is right."""

    right: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return len(self.right) / max(1, len(self.right) + len(self.false))

    @property
    def recall(self) -> float:
        return len(self.right) / max(1, len(self.right) + len(self.missed))


class Sample:
    """The sample corpus as read, and its promises by the number of their mark."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.texts = dict(connection.execute("select source, text from documents").fetchall())
        self.bare = {source: bare(text) for source, text in self.texts.items()}
        self.promises: dict[str, int | None] = {}
        for source in self.texts:
            self._pair(source)

    def _pair(self, source: str) -> None:
        marks = [(at, mark) for at, mark in enumerate(_MARKED) if mark["document"] == source]
        rows = self.connection.execute(
            "select actions.id, start_char, end_char from actions join documents on documents.id = document_id"
            " where source = ?",
            [source],
        ).fetchall()
        found = [self.span(source, start, end) for _, start, end in rows]
        pairs = pair([self.quoted(source, mark["promise"]) for _, mark in marks], found, _SAME)
        of = {there: marks[here][0] for here, there in pairs}
        self.promises |= {row[0]: of.get(place) for place, row in enumerate(rows)}

    def span(self, source: str, start: int, end: int) -> Span:
        text = self.texts[source]
        return len(bare(text[:start])), len(bare(text[:end]))

    def quoted(self, source: str, quote: str) -> Span:
        found = place(quote, self.bare[source])
        assert found, (source, quote)
        return found

    def marks(
        self, promises: Sequence[Promise], passages: Sequence[Passage]
    ) -> Iterator[tuple[tuple[str, str], str]]:
        """Promise, passage and what the passage is marked to say of it."""
        sources = dict(self.connection.execute("select id, source from documents").fetchall())
        spans = {
            each.id: self.span(sources[each.document_id], each.start, each.start + len(each.text))
            for each in passages
        }
        for promise in promises:
            number = self.promises.get(promise.id)
            for later in _MARKED[number]["later"] if number is not None else ():
                quoted = self.quoted(later["document"], later["quote"])
                for each in passages:
                    if sources[each.document_id] == later["document"] and _touch(spans[each.id], quoted):
                        yield (promise.id, each.id), later["relation"]


@pytest.fixture(scope="module")
def sample(sample_database: Path) -> Iterator[Sample]:
    connection = sqlite3.connect(sample_database)
    yield Sample(connection)
    connection.close()


def _measure_passages(sample: Sample) -> Measured:
    """Whether what later passages are said to say of a promise is what they say: that it was kept, or not yet."""
    measured, seen = Measured(), set[tuple[int | None, int]]()
    for promise, source, start, end, relation, text in sample.connection.execute(
        "select action_id, source, start_char, end_char, relation, follow_ups.text from follow_ups"
        " join documents on documents.id = document_id order by 1, 2, 3"
    ):
        number = sample.promises[promise]
        mark = _MARKED[number] if number is not None else None
        spoken = sample.span(source, start, end)
        answers = [
            (at, later)
            for at, later in enumerate(mark["later"] if mark else ())
            if later["document"] == source and _touch(spoken, sample.quoted(source, later["quote"]))
        ]
        fitting = [(at, later) for at, later in answers if _says(later["relation"], relation)]
        said = f"{relation}: {mark['promise'] if mark else promise} <- {text}"
        seen |= {(number, at) for at, _ in fitting}
        if not fitting:
            measured.false.append(said)
        elif any(later["relation"] != "either" for _, later in fitting):
            measured.right.append(said)
    measured.missed = [
        f"{later['relation']}: {mark['promise']} <- {later['quote']}"
        for number, mark in enumerate(_MARKED)
        for at, later in enumerate(mark["later"])
        if later["relation"] != "either" and (number, at) not in seen
    ]
    return measured


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _says(marked: str, found: str) -> bool:
    """Promised again or spoken of as open is one: both leave it open."""
    return marked == "either" or (marked == "delivered") == (found == "delivered")


def _measure_fates(sample: Sample) -> dict[str, Measured]:
    """For each fate the promises said to have it."""
    measured = {status: Measured() for status in STATUSES}
    left = set(range(len(_MARKED)))
    for promise, status, text in sample.connection.execute("select action_id, status, promise from promises"):
        number = sample.promises[promise]
        left.discard(-1 if number is None else number)
        fate = _MARKED[number]["fate"] if number is not None else None
        (measured[status].right if fate == status else measured[status].false).append(f"{text} ({fate})")
        if fate and fate != status:
            measured[fate].missed.append(f"{text} ({status})")
    for number in left:
        measured[_MARKED[number]["fate"]].missed.append(f"{_MARKED[number]['promise']} (not found)")
    return measured


def test_no_promise_is_said_to_be_kept_that_was_not(sample: Sample) -> None:
    delivered = _measure_fates(sample)["delivered"]
    assert not delivered.false
    assert delivered.recall >= 0.75, delivered.missed


def test_later_passages_say_what_they_are_said_to_say(sample: Sample) -> None:
    passages = _measure_passages(sample)
    assert passages.precision >= 0.95, passages.false
    assert passages.recall >= 0.6, passages.missed


def test_every_mark_stands_in_its_document(sample: Sample) -> None:
    for mark in _MARKED:
        assert sample.quoted(mark["document"], mark["promise"])
        assert mark["fate"] in STATUSES
        assert all(sample.quoted(later["document"], later["quote"]) for later in mark["later"])
