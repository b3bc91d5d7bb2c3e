"""Where a reply begins and what it is: in the question’s own sentence, announced, deferred; talk elsewhere."""

import pytest

from extractors.questions import Question, find
from tests.documents import parsed

_HEAD = (
    "Minutes of the meeting\n\nPresent: Councillor J Orme (Chair), Councillor P Webb\n\n"
    "Officers: Ms T Vale (Director of Place)\n\n4. Quarterly report\n\nThe Director of Place presented it.\n\n"
)


def _found(text: str) -> list[tuple[str, str | None, str]]:
    """The words, the answer and the outcome of each question put in `text`, after an item's opening."""
    return _of(_HEAD + text)


def _of(whole: str) -> list[tuple[str, str | None, str]]:
    document = parsed(whole)
    found: list[Question] = list(find(document))
    return [(document.text[each.start_char : each.end_char], each.answer, each.outcome) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A query was raised about gully cleaning, in response it was confirmed that a second lorry was due.",
            (
                "A query was raised about gully cleaning",
                "it was confirmed that a second lorry was due",
                "answered",
            ),
        ),
        (
            "It was queried why the pool was shut, in reply Members were advised that the boiler had failed.",
            (
                "It was queried why the pool was shut",
                "Members were advised that the boiler had failed",
                "answered",
            ),
        ),
        (
            "Members queried the cost of agency cover. The Director of Place replied as follows. Cover had cost less.",
            ("Members queried the cost of agency cover", "Cover had cost less", "answered"),
        ),
        (
            "Councillor Webb asked how many bins were lost. Ms Vale stated that the figure would be circulated.",
            (
                "Councillor Webb asked how many bins were lost",
                "Ms Vale stated that the figure would be circulated",
                "deferred",
            ),
        ),
        (
            "Councillor Webb asked how many bins were lost. A written answer would be provided after the meeting.",
            (
                "Councillor Webb asked how many bins were lost",
                "A written answer would be provided after the meeting",
                "deferred",
            ),
        ),
        (
            "Councillor Webb asked who would mend the weir. Ms Vale said that a contractor would send two divers.",
            (
                "Councillor Webb asked who would mend the weir",
                "Ms Vale said that a contractor would send two divers",
                "answered",
            ),
        ),
        (
            "Councillor Webb asked if the survey, mentioned at the last meeting, had been paid for.",
            (
                "Councillor Webb asked if the survey, mentioned at the last meeting, had been paid for",
                None,
                "no reply minuted",
            ),
        ),
        (
            "Could the Director explain the rise in voids? The Director replied that asbestos was to blame.",
            (
                "Could the Director explain the rise in voids?",
                "The Director replied that asbestos was to blame",
                "answered",
            ),
        ),
        (
            "It was requested that the chart show three years. Action – Director of Place",
            ("It was requested that the chart show three years", None, "no reply minuted"),
        ),
        (
            "The Chairs raised the matter of who sets the dates.",
            ("The Chairs raised the matter of who sets the dates", None, "no reply minuted"),
        ),
        (
            "Councillor Webb highlighted that there was no timetable in the report.",
            (
                "Councillor Webb highlighted that there was no timetable in the report",
                None,
                "no reply minuted",
            ),
        ),
        (
            "Councillor Webb wished to emphasise the hardship that the closure would cause.",
            (
                "Councillor Webb wished to emphasise the hardship that the closure would cause",
                None,
                "no reply minuted",
            ),
        ),
    ],
)
def test_reply_and_what_it_is(text: str, expected: tuple[str, str | None, str]) -> None:
    assert _found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Chair pointed to the paper, where the year’s work was described.",
        "The Chair asked members of the public for comments.",
        "The Chair asked that the Committee agree the minutes.",
    ],
)
def test_conduct_of_the_meeting_is_no_question(text: str) -> None:
    assert _found(text) == []


def test_title_of_a_point_is_no_question_of_its_own() -> None:
    text = (
        "The following matters were raised:\n\n"
        "a) Bus shelters. Councillor Webb asked who cleaned them. Ms Vale said that a firm did.\n\n"
        "b) The hedge at Pound Lane was overgrown."
    )
    assert [question for question, *_ in _found(text)] == [
        "Councillor Webb asked who cleaned them",
        "The hedge at Pound Lane was overgrown",
    ]


_PARISH = (
    "Minutes of the parish meeting\n\nPresent: Cllr A Orme (Chair), Cllr B Webb, Mrs C Lamb (Clerk)\n\n"
    "A parishioner asked when the ditch would be dug. The Clerk said that it would be in June.\n\n"
    "1. Apologies: None.\n\n"
    "2. Police report: Cllr Webb asked whether the van had been traced. The Clerk would ask the constable.\n\n"
    "3. Finance\n\nThe accounts were received.\n"
)


def test_talk_before_the_first_item_and_behind_a_title() -> None:
    assert _of(_PARISH) == [
        (
            "A parishioner asked when the ditch would be dug",
            "The Clerk said that it would be in June",
            "answered",
        ),
        ("Cllr Webb asked whether the van had been traced", "The Clerk would ask the constable", "deferred"),
    ]


def test_front_without_talk_is_a_list_of_names() -> None:
    text = _PARISH.replace("A parishioner asked when the ditch would be dug. ", "")
    assert [question for question, *_ in _of(text)] == ["Cllr Webb asked whether the van had been traced"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Councillor Webb went on to query whether the mill had a fire door. Ms Vale said that it had.",
            [
                (
                    "Councillor Webb went on to query whether the mill had a fire door",
                    "Ms Vale said that it had",
                    "answered",
                )
            ],
        ),
        (
            "Members were pleased with the new gates but were concerned that the locks stuck.",
            [
                (
                    "Members were pleased with the new gates but were concerned that the locks stuck",
                    None,
                    "no reply minuted",
                )
            ],
        ),
        (
            "Members asked why hatchings fell and requested that a chart of nests be added.",
            [
                ("Members asked why hatchings fell", None, "no reply minuted"),
                ("requested that a chart of nests be added", None, "no reply minuted"),
            ],
        ),
        (
            "It was asked if the hall could be warmer. In response, it was noted that:\n\n"
            "• A new boiler was on order.\n\n• The windows had been sealed.",
            [("It was asked if the hall could be warmer", "A new boiler was on order", "answered")],
        ),
        ("Ms Vale's question would be put to the council next door.", []),
    ],
)
def test_questions_in_a_longer_sentence(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert _found(text) == expected
