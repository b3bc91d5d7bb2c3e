"""Motions printed as they were put, and what else stands between the words of a decision; and the lookalikes."""

import pytest

from extractors import actions, decisions
from tests.documents import parsed

ITEM = "# Agenda item\n# Lamps\n"
MOTION = "“That the lamps at Hay Bridge be kept alight until midnight.”"


def found(text: str) -> list[tuple[str, str]]:
    page = parsed(ITEM + text)
    return [(limb.outcome, page.text[limb.start_char : limb.end_char]) for limb in decisions.find(page)]


def done(text: str) -> list[str]:
    page = parsed(ITEM + text)
    return [page.text[each.start_char : each.end_char] for each in actions.find(page)]


@pytest.mark.parametrize(
    "lead",
    [
        "Cllr Orme moved the following motion:",
        "The following motion stood in the name of Councillor Vance:",
        "Cllr Dee proposed, and Cllr Hay seconded, the following:",
        "Notice of motion in the name of Cllr Orme:-",
        "Cllr Hay moved as follows:",
        "Councillor Vance seconded the amendment, which read:",
    ],
)
@pytest.mark.parametrize(
    "vote",
    [
        "The motion was carried unanimously.",
        "Following debate the motion was put to the meeting and declared carried, six voting in favour.",
        "Mr Bell said that lamps were dear. The motion was passed by seven votes to two.",
    ],
)
def test_a_motion_as_it_was_put_is_decided_by_the_vote_below(lead: str, vote: str) -> None:
    assert [words for _, words in found(f"{lead}\n\n{MOTION}\n\n{vote}")] == [MOTION.strip("“”.")]


def test_each_limb_of_a_motion_is_a_decision() -> None:
    motion = "“That this Council deplores the state of the lamps and that a letter be sent to the Minister.”"
    text = f"Cllr Orme moved the following motion:\n\n{motion}\n\nCllr Dee seconded. The motion was carried."
    assert [words for _, words in found(text)] == [
        "That this Council deplores the state of the lamps",
        "that a letter be sent to the Minister",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Cllr Orme moved the following motion:\n\n{MOTION}\n\nThe motion was not carried.",
        f"Cllr Orme moved the following motion:\n\n{MOTION}\n\nCllr Dee asked what it would cost.",
        f"Cllr Orme moved the following motion:\n\n{MOTION}\n\nThe motion would be carried over to May.",
        f"Mr Bell read out a letter:\n\n{MOTION}\n\nCllr Dee thanked him.",
        f"Cllr Orme moved the following motion:\n\n{MOTION}\n\nIf the motion were carried, the lamps would stay.",
    ],
)
def test_what_was_only_put_is_no_decision(text: str) -> None:
    assert not [words for _, words in found(text) if "Hay Bridge" in words]


def test_the_line_over_the_limbs_may_decide_before() -> None:
    text = (
        "The Board noted the paper and agreed the recommendations as follows:\n"
        "a) That the lamps be kept;\nb) That a paper on lamps come back to the Board in May."
    )
    assert found(text) == [
        ("noted", "The Board noted the paper"),
        ("agreed", "That the lamps be kept"),
        ("agreed", "That a paper on lamps come back to the Board in May"),
    ]
    assert "a paper on lamps come back to the Board in May" in done(text)


def test_a_condition_may_stand_before_what_was_agreed() -> None:
    text = (
        "AGREED, subject to the foregoing, that the plan be accepted and that:-\n"
        "a) a further report be brought to the Committee in May; and\nb) the lamps be kept."
    )
    assert [words for _, words in found(text)] == [
        "the plan be accepted",
        "a further report be brought to the Committee in May",
        "the lamps be kept",
    ]


def test_a_word_of_assent_decides_what_was_said_before() -> None:
    assert found("The lamps to be kept. Agreed.") == [("agreed", "The lamps to be kept. Agreed")]


def test_the_lead_to_a_list_of_payments_decides_them() -> None:
    text = "The following were approved for payment:-\n\nHay Ltd lamps £187.50; J Orme grasscutting £24.00"
    assert [words.rstrip(":-") for _, words in found(text)] == ["The following were approved for payment"]


def test_what_is_told_behind_a_resolution_is_decided_too() -> None:
    text = (
        "RESOLVED: that the lamp plan be ratified. The bulb policy was deferred until May. Mr Bell had left."
    )
    assert [words for _, words in found(text)] == [
        "the lamp plan be ratified",
        "The bulb policy was deferred until May",
    ]


def test_a_sum_alone_may_be_agreed() -> None:
    assert [words for _, words in found("Mr Bell asked for a deposit. Agreed £50 from 1 May.")] == [
        "Agreed £50 from 1 May"
    ]


def test_limbs_that_count_on_under_a_unanimous_resolution() -> None:
    text = "# UNANIMOUSLY RESOLVED\n6.1 that the plan be supported;\n6.2 that lamps be added to the Work Programme."
    assert [words for _, words in found(text)] == [
        "that the plan be supported",
        "that lamps be added to the Work Programme",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cllr Vance asked if lamps were insured; the Clerk to find out.", "the Clerk to find out"),
        ("The list was wrong, so the Clerk to correct it.", "the Clerk to correct it"),
        ("RESOLVED to accept the quotation of £900 from Hay Ltd for two lamps.",
         "accept the quotation of £900 from Hay Ltd for two lamps"),
        ("RESOLVED that the lowest tender, of £8,410.50, be accepted for the new lamps.",
         "the lowest tender, of £8,410.50, be accepted for the new lamps"),
        ("Members would like to see a list of the lamps.", "Members would like to see a list of the lamps"),
    ],
)  # fmt: skip
def test_work_that_is_handed_out(text: str, words: str) -> None:
    assert words in done(text)


@pytest.mark.parametrize(
    "text",
    [
        "The lamps were so bright that nobody asked for more.",
        "RESOLVED that the minutes be accepted.",
        "RESOLVED to accept the apologies.",
        "Members were pleased to see the accounts.",
    ],
)
def test_no_work_is_handed_out(text: str) -> None:
    assert not done(text)
