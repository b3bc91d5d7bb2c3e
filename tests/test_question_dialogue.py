"""Talk printed as it was spoken, lists of what was asked and of what was replied, and one thing put in two clauses."""

import pytest

from extractors import actions, questions
from tests.documents import parsed

_HEAD = (
    "Minutes of the meeting\n\nPresent: Councillor J Orme (Chair), Councillor P Webb\n\n"
    "Officers: Ms T Vale (Director of Place)\n\n4. Quarterly report\n\n"
)
_LED = "Ms Vale presented the scorecard and answered members’ questions.\n\n"


def _exchanges(text: str) -> list[tuple[str, str | None]]:
    page = parsed(_HEAD + text + "\n")
    return [(page.text[each.start_char : each.end_char], each.answer) for each in questions.find(page)]


def _asked(text: str) -> list[str]:
    return [words for words, _ in _exchanges(text)]


def _done(text: str) -> list[str]:
    page = parsed(_HEAD + text + "\n")
    return [page.text[each.start_char : each.end_char] for each in actions.find(page)]


def test_a_paragraph_that_asks_and_one_that_answers() -> None:
    talk = (
        "Why is the weir shut?\n\nThe chain broke in May and the part comes from abroad.\n\n"
        "The mill has 40 visitors a day. Is that enough?\n\nIt is about what we planned.\n\n"
        "The report was noted."
    )
    assert _exchanges(_LED + talk) == [
        ("Why is the weir shut?", "The chain broke in May and the part comes from abroad"),
        ("The mill has 40 visitors a day. Is that enough?", "It is about what we planned"),
    ]
    first = next(iter(questions.find(parsed(_HEAD + _LED + talk))))
    assert (first.asker, first.answered_by) == ("members", "Ms Vale")


@pytest.mark.parametrize(
    "talk",
    [
        "Why is the weir shut?\n\nThe report was noted.",  # once is chance
        "Why is the weir shut?\n\nMs Vale said that the chain broke.\n\nIs it old?\n\nMs Vale thought so.",
    ],
)
def test_no_dialogue(talk: str) -> None:
    rules = {each.rule for each in questions.find(parsed(_HEAD + _LED + talk + "\n"))}
    assert "question.dialogue" not in rules


@pytest.mark.parametrize("lead", ["Members discussed –", "Members debated:", "Members asked –"])
def test_lists_under_a_dash_and_the_replies_below(lead: str) -> None:
    replies = "In reply to questions, the Panel was informed that –"
    talk = (
        f"{lead}\n\n(a) whether the late opening had been worth it;\n\n(b) the queue at the desk.\n\n{replies}\n\n"
        "(c) late opening had brought in 40 people a night;\n\n(d) the desk had been moved."
    )
    assert _exchanges(talk) == [
        ("whether the late opening had been worth it", "late opening had brought in 40 people a night"),
        ("the queue at the desk", "the desk had been moved"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Summary of replies to questions and comments from Members: -",
        "Responses to Members' questions:",
        "The main answers given to the Panel's queries:",
    ],
)
def test_points_that_are_replies_alone(lead: str) -> None:
    points = "• Gritting cost £40,000\n\n• The lorry – it is due a service\n\n• Councillor Webb asked who drives it"
    assert _asked(f"{lead}\n\n{points}") == ["Councillor Webb asked who drives it"]


@pytest.mark.parametrize(
    "view",
    [
        "Councillor Webb took the view that repairs should be inspected by somebody else",
        "Members considered that the routes should be published before the winter",
        "Councillor Webb believed that crews should be given a map",
        "The Panel was of the opinion that a second depot should be considered",
    ],
)
def test_a_view_of_what_should_be_done_is_a_suggestion_and_no_question(view: str) -> None:
    assert _done(view + ".") == [view]
    assert _asked(view + ".") == []


@pytest.mark.parametrize(
    "view",
    [
        "Councillor Webb felt that residents should be made aware of the cost",
        "Councillor Webb considered that the county should not have cut the budget",
        "Members felt that staff should be commended for the turnout at the weir",
    ],
)
def test_a_view_that_asks_for_no_deed_is_a_comment(view: str) -> None:
    assert _done(view + ".") == []
    assert _asked(view + ".") == [view]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Councillor Webb said that the table was hard to read and asked for a chart instead", 1),
        ("Members commented that the figures were late and requested a timetable", 1),
        ("Councillor Webb felt that the list should be shorter and requested that it be cut", 1),
        ("Councillor Webb remarked that the depot was cold and requested that a heater be bought", 2),
        ("Members queried the fares and asked for further information on the ferry", 2),
    ],
)
def test_what_is_said_and_what_is_asked_for_about_it(sentence: str, expected: int) -> None:
    assert len(_asked(sentence + ".")) == expected


def test_comments_with_a_response_are_asked_by_whoever_the_lead_names() -> None:
    page = parsed(
        _HEAD + "Ms Vale welcomed members' questions and comments:\n\n"
        "Comment: The mill was a pleasure. The weir was not.\n\nResponse: The weir was due for repair.\n\n"
        "Question: When would that be?\n\nResponse: In May.\n"
    )
    found = list(questions.find(page))
    assert [each.asker for each in found] == ["members", "members"]
    assert [each.answer for each in found] == ["The weir was due for repair", "In May"]


def test_a_group_puts_questions_as_a_panel_does() -> None:
    said = "The Group expressed disappointment at the length of the queue"
    assert _asked(said + ".") == [said]
