"""Orders: what was decided where a page has lost its "RESOLVED", alone or as a list; and the lookalikes that order
nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import decisions
from extractors.language.orders import is_order
from tests.documents import parsed

ITEM = "# Agenda item\n# Ferry Landings\n# Minutes:\nThe Harbour Master gave a presentation.\n"


def found(text: str) -> list[tuple[str | None, str]]:
    page = parsed(ITEM + text)
    return [(limb.label, page.text[limb.start_char : limb.end_char]) for limb in decisions.find(page)]


@pytest.mark.parametrize(
    "words",
    [
        "That the landing stages be painted before Easter.",
        "That it be noted that two ferries were late.",
        "That, as the survey was late, the matter be brought back in May.",
        "That landings which have been closed since the storm be opened again.",
        "that a list of what can be mended be sent to the villages",
        "That the new fares not be charged on Sundays.",
        "That officers write to the ferry company about the late boats.",
        "That the Chair thank the crew.",
        "That Cabinet consider a second boat.",
        "That the Head of Harbours report back in June.",
        "That Councillor Orme replace Councillor Hay on the working party.",
        "That the Board notes the report.",
        "That no further boats be bought.",
    ],
)  # fmt: skip
def test_orders(words: str) -> None:
    assert is_order(words)


@pytest.mark.parametrize(
    "words",
    [
        "That was the view of the crew.",
        "That the ferries were late.",
        "That the landing would be closed in May.",
        "That fares are to be raised.",
        "That fares will not normally be raised in summer.",
        "That the crew had been trained and that boats can be hired.",
        "That parking costs too much.",
        "That said, the boats be blowed.",
        "That evening the stages were to be painted.",
        "The landing stages be painted.",
        "that the report to Council was late",
        "",
    ],
)
def test_what_only_tells_is_no_order(words: str) -> None:
    assert not is_order(words)


def test_a_list_of_orders_is_decided() -> None:
    assert found("(a) that fares be frozen;\n(b) that the crew meet the villages;\n(c) the timetable be printed.") == [
        ("(a)", "that fares be frozen"),
        ("(b)", "that the crew meet the villages"),
        ("(c)", "the timetable be printed"),
    ]  # fmt: skip


def test_its_first_point_may_say_what_the_meeting_did() -> None:
    assert found("(1) The Panel noted the fares.\n(2) That the crew be thanked.\n(3) That boats be hired.") == [
        ("(1)", "The Panel noted the fares"),
        ("(2)", "That the crew be thanked"),
        ("(3)", "That boats be hired"),
    ]  # fmt: skip


def test_bullets_lone_paragraphs_and_a_lone_that() -> None:
    assert found("• That fares be frozen.\n• That boats be hired.") == [
        (None, "That fares be frozen"),
        (None, "That boats be hired"),
    ]
    assert found("That fares be frozen.\nThat a note on boats be written.") == [
        (None, "That fares be frozen"),
        (None, "That a note on boats be written"),
    ]
    assert found("That the Board\n(1) freeze fares;\n(2) hire boats.") == [
        ("(1)", "freeze fares"),
        ("(2)", "hire boats"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Members suggested:\n(a) that the stages be painted;\n(b) that boats be hired.",
        "In discussion these points were made –\n• That fares be frozen.\n• That boats be hired.",
        "The Harbour Master advised:\n1. That boats were tested daily.\n2. That fares could not be cut.",
        "(a) that the boats were late;\n(b) that fares are high.",
        "The petition read:\nThat the landing be kept open.",
        "Actions\n• That the crew be thanked.",
        "“That this Council write to the ferry company.”\nThe ferries are run by the islands.",
    ],
)
def test_what_was_only_said_suggested_or_asked_is_not_decided(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was moved by Mr Hay, seconded by Mr Orme and\nNew stages be built.", [(None, "New stages be built")]),
        ("The minutes of the May meeting be approved.", [(None, "The minutes of the May meeting be approved")]),
        ("(a) subject to the changes agreed, the fares be approved;\n(b) the Clerk email all skippers.",
         [("(a)", "subject to the changes agreed, the fares be approved"), ("(b)", "the Clerk email all skippers")]),
        ("It was moved by Mr Hay, seconded by Mr Orme, and\n1) The fares be cut\n2) Boats be hired",
         [("1)", "The fares be cut"), ("2)", "Boats be hired")]),
        ("The Chair proposed that the item be deferred but Members did not wish this.", []),
    ],
)  # fmt: skip
def test_orders_without_their_that(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert found(text) == expected


def test_a_motion_that_was_lost_is_not_decided() -> None:
    assert found("That fares be doubled.\nOn being put to the vote the motion was lost.") == [
        (None, "the motion was lost")
    ]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("That the sums be changed to the new approved ones.", "agreed"),
        ("That a progress note be sent in May.", "agreed"),
        ("That the minutes be received and signed.", "approved"),
        ("That the Board note with concern the late boats.", "noted"),
    ],
)
def test_the_printed_verb_decides(words: str, outcome: str) -> None:
    assert [limb.outcome for limb in decisions.find(parsed(ITEM + words))] == [outcome]


@given(st.text(alphabet="that be is was to the,.;()ab1 \n", max_size=400))
def test_any_words_at_all(words: str) -> None:
    assert is_order(words, listed=True) in (True, False)
