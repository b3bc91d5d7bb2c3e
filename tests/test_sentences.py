"""Sentences: where they end, and that none is endless."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.sentences import sentence_bounds
from pipeline.extract import extract
from tests.documents import document

_LONGEST = 2000
_ENDLESS = {
    "clauses": "Councillor Orme asked why 72% of the repairs were late and the Head of Housing said that 90% would be "
    "in time by March, and ",
    "targets": "the number of visits rose to 45 against a target of 60, and the officer undertook to send a note; and ",
    "names": "Councillor Orme, Ms Dale, Mr John Archer, ",
}


def test_a_sentence_that_is_no_list_is_whole() -> None:
    text = "Cllr. Dale asked about No. 12 at 6 p.m. on Monday; none replied. The meeting closed."
    assert [text[start:end] for start, end in sentence_bounds(text, 0, len(text))] == [text[:-20], text[-19:]]


def test_an_endless_sentence_is_cut_where_its_clauses_end() -> None:
    text = "the depot was swept, and the yard was cleared; " * 200
    bounds = sentence_bounds(text, 0, len(text))
    assert len(bounds) > 1
    assert all(text[start:end].endswith(";") for start, end in bounds)


@given(st.text(alphabet="aB .;,\n", max_size=40), st.integers(1, 400))
def test_no_sentence_is_longer_than_the_most_and_none_loses_a_word(part: str, times: int) -> None:
    text = part * times
    bounds = sentence_bounds(text, 0, len(text))
    assert all(0 < end - start <= _LONGEST for start, end in bounds)
    assert "".join("".join(text[start:end].split()) for start, end in bounds) == "".join(text.split())


@pytest.mark.parametrize("clause", _ENDLESS.values(), ids=_ENDLESS)
def test_reading_an_endless_sentence_costs_as_its_length(clause: str) -> None:
    """Six times the clauses take about six times as long, where once they took more than twenty times."""
    times = 3000 // len(clause)
    _seconds(clause, 1)
    assert _seconds(clause, 6 * times) < 15 * max(_seconds(clause, times), 0.01)


def _seconds(clause: str, times: int) -> float:
    """Of this process's own time, so that other work on the machine counts for little."""
    endless = document(f"# MINUTES\n# 1. HOUSING\n{clause * times}no more.")
    began = time.process_time()
    extract(endless)
    return time.process_time() - began
