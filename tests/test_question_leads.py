"""Lists of questions by what leads to them, and questions that stand as a subject, each beside its lookalike."""

import pytest

from extractors.questions import find
from tests.documents import parsed

_HEAD = (
    "Minutes of the meeting\n\nPresent: Councillor J Orme (Chair), Councillor P Webb\n\n"
    "Officers: Ms T Vale (Director of Place)\n\n4. Quarterly report\n\nThe Director of Place presented it.\n\n"
)


def _asked(text: str) -> list[str]:
    document = parsed(_HEAD + text + "\n")
    return [document.text[each.start_char : each.end_char] for each in find(document)]


_POINTS = ["the cost of the weir", "delays at the mill"]


@pytest.mark.parametrize(
    "lead",
    [
        "Members asked about:",
        "Members sought further information on:",
        "Councillor Webb queried:",
        "Forum Members:",
        "Key areas of questioning related to:",
        "Points raised by the Panel included:",
        "Ann Finch raised the following queries",
        "These questions were put and responded to at length by the Director of Place:-",
        "Members raised the following, all of which were answered by officers:",
        "Clarity was sought on:-",
        "Clarification was sought on the following:",
    ],
)
def test_leads_to_questions(lead: str) -> None:
    assert _asked(lead + "\n\n" + "\n\n".join(f"• {point}" for point in _POINTS)) == _POINTS


@pytest.mark.parametrize(
    "lead",
    ["Points made included:", "The key points were:", "Members present:", "The Director of Place outlined:"],
)
def test_leads_to_no_questions(lead: str) -> None:
    assert _asked(lead + "\n\n" + "\n\n".join(f"• {point}" for point in _POINTS)) == []


@pytest.mark.parametrize(
    "decided",
    ["RESOLVED that", "Resolved:", "It was agreed that:", "DECISION", "AGREED to", "The Panel agreed to:"],
)
def test_what_was_decided_ends_the_list(decided: str) -> None:
    points = "\n\n".join(f"• {point}" for point in _POINTS)
    text = f"Members asked about:\n\n{points}\n\n{decided}\n\n(a) the report be noted; and\n\n(b) two bins be bought."
    assert _asked(text) == _POINTS


def test_a_point_that_goes_on_to_ask_behind_its_topic_is_one_question() -> None:
    point = "Winter opening – who would pay for the warden"
    assert _asked(f"Questions were raised and answered on the following:\n\n• {point}") == [point]


def test_a_list_goes_on_under_what_its_points_are_about() -> None:
    text = (
        "The Panel raised the following points in considering the measures:\n\nOn aim 3(a):\n\n"
        "• whether a rate of 25% was fit;\n\n• if the weir was looked at."
    )
    assert _asked(text) == ["whether a rate of 25% was fit", "if the weir was looked at"]


def test_a_reply_to_questions_as_follows_is_a_lead_and_no_question() -> None:
    text = "He responded to questions from Members as follows:\n\n• NI 117 NEET – it was stated that two had left."
    assert _asked(text) == ["NI 117 NEET"]


def test_who_asks_without_a_title() -> None:
    found = list(
        find(parsed(_HEAD + "Ann Finch raised the following queries:\n\n• When does the weir open\n"))
    )
    assert [each.asker for each in found] == ["Ann Finch"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Portfolio Holder was asked whether the weir would open, and said it would.",
            "The Portfolio Holder was asked whether the weir would open",
        ),
        (
            "The Leader and Cabinet Member for Harbours queried the colour of the weir.",
            "The Leader and Cabinet Member for Harbours queried the colour of the weir",
        ),
        (
            "Tolls were discussed, with Cllr Webb asking for a count by lane.",
            "Cllr Webb asking for a count by lane",
        ),
        (
            "Arising from questions by Councillor Webb, the Director stated that 42 boats had passed.",
            "questions by Councillor Webb",
        ),
        (
            "Questions from Councillor Webb centred on tolls. Ms Vale explained that they had risen.",
            "Questions from Councillor Webb centred on tolls",
        ),
        (
            "A question arose as to whether the fund could be spent on paths.",
            "A question arose as to whether the fund could be spent on paths",
        ),
        ("What is the plan for tolls? – Ms Vale outlined the plan.", "What is the plan for tolls?"),
        (
            "Members asked questions of the Director about tolls.",
            "Members asked questions of the Director about tolls",
        ),
    ],
)
def test_questions(text: str, expected: str) -> None:
    assert _asked(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Portfolio Holder was asked to leave the room.",
        "Members were asked whether they wished to go on.",
        "Tolls were discussed with Cllr Webb raising funds.",
        "Members asked questions of the Director and of Inspector Low, who was in attendance.",
        "Members asked a number of questions, which were answered.",
        "The Chair encouraged members to put forward ideas for the summer fair.",
        "The Cabinet Member for Housing reported on lettings, which had risen in the quarter.",
        "Members raised the following points and questions:\n\n• LX5: Boats passed within two hours.",
        "Questions may be put to the Director in writing.",
    ],
)
def test_no_questions(text: str) -> None:
    assert _asked(text) == []
