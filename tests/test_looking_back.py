"""How a later sentence looks back to a promise, says its name in initials, and what it must have to close one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.follow_ups.deeds import state_of
from pipeline.follow_ups.initials import said_shortly
from pipeline.follow_ups.matching import find_follow_ups
from pipeline.follow_ups.model import Passage, Promise
from pipeline.follow_ups.recalls import months, recalls, recalls_meeting, standing, tells_when
from pipeline.follow_ups.roots import root
from pipeline.follow_ups.subjects import topics


@pytest.mark.parametrize(
    "sentence",
    [
        "As requested, the Harbour Master tabled the berth list.",
        "The list for which Mr Dale had asked was with the papers.",
        "The figures sought in May had been e-mailed.",
        "Further to the concern voiced in June, the adviser's view was given.",
        "Following the Panel's request, fees had been looked at again.",
        "Minute 12: eel traps.",
        "Arising from the previous minutes, the Chair had written.",
    ],
)
def test_it_looks_back(sentence: str) -> None:
    assert recalls(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbour Master asked for more berths.",
        "Members requested that the list be brought.",
        "In reply to Councillor Dale he said that 14 boats had sunk.",
        "The Board approved the fees for 2031.",
    ],
)
def test_it_does_not(sentence: str) -> None:
    assert not recalls(sentence)


def test_the_months_that_a_sentence_names() -> None:
    assert months("In May, not june; it may be March.") == {5, 6, 3}
    asked = "the list asked for in February, sent on 3 March"
    assert recalls_meeting(asked, "2031-02-11", "2031-05-13") and tells_when(
        asked, "2031-02-11", "2031-05-13"
    )
    assert not recalls_meeting(asked, "2031-02-11", "2031-02-25")
    assert not tells_when("to be done by August", "2031-02-11", "2031-05-13")
    assert tells_when("done in January", "2030-11-11", "2031-02-13")


@pytest.mark.parametrize(
    ("item", "grade"),
    [("Matters arising", 1), ("Actions from 12 June", 1), ("Minutes", 1), ("Rolling action list", 1),
     ("Librarian’s report", 0.5), ("Chair's announcements", 0.5), ("Correspondence", 0.5),
     ("Minutes of the Quay Sub-Committee", 1), ("Minutes of other bodies", 0), ("Dredging", 0), ("Harbour fees", 0)],
)  # fmt: skip
def test_items_that_follow_up(item: str, grade: float) -> None:
    assert standing(item) == grade


def test_initials_and_what_they_stand_for() -> None:
    long, short = "write to the Quay Lamp Service about buoys", "A reply from the QLS was read."
    assert {root("lamp"), root("quay")} <= said_shortly(long, short)
    assert said_shortly("write to the QLS", "The Quay Lamp Service had replied.") == {root("QLS")}
    assert not said_shortly(long, "A reply from the QRS was read.")
    assert not said_shortly("write about buoys", short)


def test_words_made_of_one_another_have_one_root_but_who_does_a_deed_is_none() -> None:
    for one, other in (("prosecutor", "prosecution"), ("comparison", "compare"), ("attendance", "attend")):
        assert root(one) == root(other)
    assert root("visitors") in topics("berths for visitors") and root("visit") not in topics(
        "a visit to the berths"
    )


@pytest.mark.parametrize(
    ("clause", "kind", "state"),
    [
        ("Posters had been on display since 3 March", "other", "done"),
        ("As members would have seen from the note", "briefing note", "done"),
        ("the correspondence with the owner, appended to the agenda", "letter", "done"),
        ("A response to hand from the harbour trust", "letter", "done"),
        ("Item 7 needed nothing further", "information", "done"),
        ("a reply from the trust stating that the pipe would be considered", "letter", "done"),
        ("As asked in January, the Harbour Master tabled the takings", "report", "likely"),
        ("the berth data was being gathered", "information", "pending"),
        ("Winch – tender out, closing 30 June", "other", "pending"),
        ("Swings: two quotations in, the third firm wishes to see the site", "other", "pending"),
        ("the system could not yet produce the list", "information", "pending"),
        ("The words should read that the list had been sent", "information", "silent"),
        ("in reply to Councillor Dale he stated that 14 berths were let", "information", "silent"),
    ],
)
def test_how_it_is_said_that_something_was_done(clause: str, kind: str, state: str) -> None:
    assert state_of(clause, kind) == state


_OTHERS = [
    Passage(
        f"o{number}",
        "o",
        "Boats, moorings, berths, fees and the quay.",
        0,
        "2030-01-01",
        "Tarn",
        "Quay Panel",
    )
    for number in range(40)
]


def _fate(
    promise: str, kind: str, said: str, item: str = "Matters arising", committee: str = "Quay Panel"
) -> str:
    made = Promise("1", promise, "Moorings. ", kind, None, "2031-01-07", "Tarn", "Quay Panel")
    later = Passage("2", "2", said, 0, "2031-03-04", "Tarn", committee, item=item)
    return next((each.relation for each in find_follow_ups([made], [later, *_OTHERS])), "silent")


@pytest.mark.parametrize(
    ("promise", "kind", "said", "delivered"),
    [
        ("a note on the winch at Gull Slip be circulated", "briefing note",
         "The note on the winch at Gull Slip had been circulated.", True),
        # Another thing in the same place, of the same name, for the same person, or to another number.
        ("a note on the winch at Gull Slip be circulated", "briefing note",
         "The note on the crane at Gull Slip had been circulated.", False),
        ("Clerk to have the winch at Gull Slip mended", "other",
         "The ladder at Gull Slip had been mended.", False),
        ("look into the missed tides at Gull Slip", "investigate",
         "The missed payments at Gull Slip had been investigated.", False),
        ("report on grants to sailing clubs", "report", "A report on grants to rowing clubs was presented.", False),
        ("write to the owner of Gull House about the hedge", "letter",
         "A letter of thanks from the owner of Gull House was read.", False),
        ("confirm the number of winches sold", "information", "The number of winches sold had fallen.", False),
    ],
)  # fmt: skip
def test_a_promise_is_not_closed_by_what_is_said_of_another_matter(
    promise: str, kind: str, said: str, delivered: bool
) -> None:
    assert (_fate(promise, kind, said) == "delivered") is delivered


def test_a_correction_of_the_minutes_tells_of_no_fate() -> None:
    promise = "Mr Weir would circulate the dredging plan for Gull Slip"
    said = "In minute 9 “Mr Weir would circulate the dredging plan for Gull Slip” should read “Mrs Weir”."
    assert _fate(promise, "information", said, "Minutes") == "silent"
    assert (
        _fate(promise, "information", "The dredging plan for Gull Slip was awaited.", "Minutes") == "reported"
    )


def test_another_committee_closes_nothing_unless_one_names_the_other() -> None:
    promise, said = (
        "a note on the winch at Gull Slip be circulated",
        "The note on the winch at Gull Slip was circulated.",
    )
    assert _fate(promise, "briefing note", said) == "delivered"
    assert _fate(promise, "briefing note", said, committee="Moor Panel") == "silent"
    assert (
        _fate(promise, "briefing note", said, "Reference from Quay Panel", committee="Moor Panel") != "silent"
    )


def test_a_word_that_every_matter_has_closes_nothing() -> None:
    assert _fate(
        "a note on moorings be circulated", "briefing note", "The note on moorings had been circulated."
    ) == ("silent")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_texts_may_be_held_against_each_other(one: str, other: str) -> None:
    assert all(said_shortly(one, other))
    assert recalls(one) in (True, False) and standing(one) in (0, 0.5, 1) and months(one) <= set(range(1, 13))
