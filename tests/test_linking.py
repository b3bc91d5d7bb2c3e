"""Follow-ups are the same whatever order minutes come in, and only of the councils whose minutes changed found anew."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.follow_ups import linking
from pipeline.follow_ups.candidates import Candidates
from pipeline.follow_ups.model import FollowUp, Passage, Promise
from pipeline.follow_ups.roots import partners
from pipeline.follow_ups.subjects import topics
from tests.databases import run

_PROMISED = "The Head of Harbours undertook to circulate a note on dredging the {place} slipway."
_KEPT = "The note on dredging the {place} slipway had been circulated."
_SAID = (
    ("Leyford", "January", _PROMISED),
    ("Leyford", "March", _KEPT),
    ("Tarnbeck", "January", _PROMISED),
    ("Tarnbeck", "March", _KEPT),
    (
        "Tarnbeck",
        "May",
        "The slipway at {place} was opened, and the Head of Harbours thanked all who had helped.",
    ),
)
_FILES = range(len(_SAID))


def _write(folder: Path, number: int) -> None:
    council, month, said = _SAID[number]
    folder.mkdir(exist_ok=True)
    (folder / f"{number}.txt").write_text(
        f"{council.upper()} BOROUGH COUNCIL\n\nHARBOUR PANEL\n\nMinutes of the meeting held on 7 {month} 2031\n\n"
        f"Present: Councillors Brook (Chair) and Dale\n\n1. SLIPWAYS\n\n{said.format(place=council)}\n",
        encoding="utf-8",
    )


def _found(database: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("select * from follow_ups order by id").fetchall()


@settings(max_examples=3)
@given(st.permutations(_FILES), st.sampled_from(_FILES))
def test_any_order_of_minutes_gives_the_same_follow_ups(order: list[int], late: int) -> None:
    with TemporaryDirectory() as name:
        base = Path(name)
        for number in order:
            _write(base / "corpus", number)
            run(base / "minutes.db", base / "corpus")
        run(base / "fresh.db", base / "corpus")
        expected = _found(base / "fresh.db")
        assert len(expected) >= 2
        assert _found(base / "minutes.db") == expected
        (base / "corpus" / f"{late}.txt").unlink()
        run(base / "minutes.db", base / "corpus")
        run(base / "fewer.db", base / "corpus")
        assert _found(base / "minutes.db") == _found(base / "fewer.db")


def test_only_the_councils_whose_minutes_changed_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str | None] = []

    def watched(promises: Iterable[Promise], passages: Iterable[Passage]) -> list[FollowUp]:
        held = list(passages)
        compared.extend({each.council for each in held})
        return find_follow_ups(promises, held)

    find_follow_ups = linking.find_follow_ups
    monkeypatch.setattr(linking, "find_follow_ups", watched)
    for number in _FILES:
        _write(tmp_path / "corpus", number)
    run(tmp_path / "minutes.db", tmp_path / "corpus")
    assert len(compared) == 2
    compared.clear()
    (tmp_path / "corpus" / "4.txt").unlink()
    run(tmp_path / "minutes.db", tmp_path / "corpus")
    assert [name and "Tarnbeck" in name.title() for name in compared] == [True]
    compared.clear()
    run(tmp_path / "minutes.db", tmp_path / "corpus")
    assert compared == []


_WORDS = st.lists(
    st.sampled_from(["boiler", "lift", "roof", "bus", "route", "library", "tender", "audit"]), max_size=5
).map(" ".join)


@given(st.lists(_WORDS, max_size=12), _WORDS.filter(bool), st.sampled_from([0.25, 0.4, 0.6, 1.0]))
def test_no_passage_that_holds_enough_of_a_promise_is_passed_over(
    texts: list[str], promised: str, least: float
) -> None:
    passages = [
        Passage(str(number), "1", text, 0, f"2031-03-{number + 1:02}", None, None)
        for number, text in enumerate(texts)
    ]
    candidates, own = Candidates(passages), topics(promised)
    promise = Promise("1", promised, "", "other", None, "2031-03-04", None, None)
    found = {each.id for each in candidates.after(promise, own, least)}
    weights = candidates.weights
    for each in passages:
        held = {one for one in own if {one, *partners(one)} & topics(each.text)}
        share = weights.of(held) / weights.of(own)
        assert (each.id in found) is (each.date > promise.date and share >= least - 1e-9)
