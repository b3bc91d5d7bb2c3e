"""Motions as small bodies minute them: who moved and seconded, and what became of it; and the lookalikes."""

import pytest

from extractors import decisions
from tests.documents import parsed

ITEM = "# Agenda item\n# Lamps\n"


def found(text: str) -> list[tuple[str, str]]:
    page = parsed(ITEM + text)
    return [(limb.outcome, page.text[limb.start_char : limb.end_char]) for limb in decisions.find(page)]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Motion to buy a lamp made by Tam Moss, seconded by Ron Hale, all aye.", "agreed"),
        ("Ann Hay stood and, on the proposal of Cllr Vance, seconded by Cllr Dee, agreed by all.", "agreed"),
        ("Judy moved, Ron seconded for Ada to buy lamps. Board voted four to one in favor.", "agreed"),
        ("Fern motioned to buy the lamp. Ron seconded. The motion passed unanimously.", "agreed"),
        ("Claims were approved as presented.", "approved"),
        ("Received from Cllr Tate (holiday) and accepted.", "approved"),
        ("Cllr Dee. Proposed, Cllr Hay. Seconded, Cllr Orme. Elected.", "agreed"),
        ("Mr Hay’s offer to paint the lamp was accepted with thanks.", "approved"),
        ("The Mayor said the lamp should be kept. The members agreed to this.", "agreed"),
        ("It was resolved that the request be turned down.", "rejected"),
        ("With these points noted the minutes were agreed as a correct record.", "agreed"),
    ],
)  # fmt: skip
def test_what_was_moved_and_carried_is_one_decision(text: str, outcome: str) -> None:
    assert [each for each, _ in found(text)] == [outcome]


def test_who_moved_it_stands_before_the_word() -> None:
    text = "It was:-\nProposed by Cllr Hay, Seconded by Mr Orme and Resolved that the council buy no lamp."
    assert found(text) == [("agreed", "the council buy no lamp")]


def test_movers_behind_a_decision_are_no_other() -> None:
    text = "The sum of £90 was authorised. Proposed: Cllr Hay Seconded: Cllr Pitt. All in favour."
    assert found(text) == [("approved", "The sum of £90 was authorised")]


def test_limbs_count_on_three_numbers() -> None:
    text = "# Decision\n4.1.1 that the report be received;\n4.1.2 that a letter be sent to the Minister."
    assert found(text) == [
        ("noted", "that the report be received"),
        ("agreed", "that a letter be sent to the Minister"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Hay moved the chairs and Mr Orme seconded his wish for tea.",
        "The request was accepted.",
        "Letters were received from two residents.",
        "Homes were approved by the county in 2019.",
        "Motion sensors were seconded to the depot.",
    ],
)
def test_what_only_looks_like_a_motion(text: str) -> None:
    assert found(text) == []


def test_a_word_and_its_terms_decide_what_they_stand_under() -> None:
    assert found("Agreed, subject to two changes to paragraph 4.") == [
        ("agreed", "Agreed, subject to two changes to paragraph 4")
    ]


def test_bullets_under_a_numbered_limb_only_spell_it_out() -> None:
    text = "RESOLVED:\n1. That the group be as follows:\n• Chair\n• Clerk\n2. That the report be noted."
    assert [limb for _, limb in found(text)] == ["That the group be as follows", "That the report be noted"]


def test_what_is_listed_behind_the_word_is_one() -> None:
    text = "The following policies were ratified: Lamps; Poles; Wires."
    assert found(text) == [("approved", "The following policies were ratified: Lamps; Poles; Wires")]


def test_what_is_said_of_an_application() -> None:
    assert found("21/0034 Barn at Low Farm – no objection.") == [
        ("agreed", "21/0034 Barn at Low Farm – no objection")
    ]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("An apology was received from Cllr Gray and the reason approved.", "approved"),
        ("b) Dog order – noted.", "noted"),
        ("The Director answered each of these. Decision: Deferred.", "deferred"),
    ],
)
def test_a_word_behind_its_matter(text: str, outcome: str) -> None:
    assert [each for each, _ in found(text)] == [outcome]


def test_what_a_board_noted_is_listed() -> None:
    text = "Having heard the Head of Lamps, the Board noted:-\n(a) the fall since May; and\n(b) that a report was due."
    assert [limb for _, limb in found(text)] == ["the fall since May", "that a report was due"]
