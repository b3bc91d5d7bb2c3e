"""Forms in which minutes put a question: as a noun, in the passive, before the one who answers, in a transcript."""

import pytest

from extractors.questions import find
from tests.documents import parsed

_HEAD = (
    "Minutes of the meeting\n\nPresent: Councillor J Orme (Chair), Councillor P Webb\n\n"
    "Officers: Ms T Vale (Director of Place)\n\n4. Quarterly report\n\nThe Director of Place presented it.\n\n"
)


def questions(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """The words, asker, answer and answerer of each question put in `text`, after an item's opening."""
    document = parsed(_HEAD + text)
    return [
        (document.text[each.start_char : each.end_char], each.asker, each.answer, each.answered_by)
        for each in find(document)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A list of empty garages was requested.",
            ("A list of empty garages was requested", None, None, None),
        ),
        (
            "There was a question about agency spend and Ms Vale replied that it fell.",
            ("There was a question about agency spend", None, "Ms Vale replied that it fell", "Ms Vale"),
        ),
        (
            "In response to a query from Councillor Webb, the officer said that the barn was sold.",
            (
                "a query from Councillor Webb",
                "Councillor Webb",
                "the officer said that the barn was sold",
                "the officer",
            ),
        ),
        (
            "In answer to Councillor Webb’s question about the weir, Ms Vale said that it was sound.",
            (
                "Councillor Webb’s question about the weir",
                "Councillor Webb",
                "Ms Vale said that it was sound",
                "Ms Vale",
            ),
        ),
        (
            "Asked by Councillor Webb if the lift was working, Ms Vale confirmed that it was.",
            (
                "Asked by Councillor Webb if the lift was working",
                "Councillor Webb",
                "Ms Vale confirmed that it was",
                "Ms Vale",
            ),
        ),
        (
            "Councillor Webb asked when the lane would reopen, to which Ms Vale replied that it would in May.",
            (
                "Councillor Webb asked when the lane would reopen",
                "Councillor Webb",
                "Ms Vale replied that it would in May",
                "Ms Vale",
            ),
        ),
        (
            "The Panel asked the Commissioner to consider printing the rates by ward.",
            (
                "The Panel asked the Commissioner to consider printing the rates by ward",
                "The Panel",
                None,
                None,
            ),
        ),
        (
            "Councillor Webb was of the view that the target was too low.",
            ("Councillor Webb was of the view that the target was too low", "Councillor Webb", None, None),
        ),
        (
            "A parishioner wished to comment that the path was flooded.",
            ("A parishioner wished to comment that the path was flooded", "A parishioner", None, None),
        ),
        (
            "Noting that more staff had come, could calls be taken sooner?",
            ("Noting that more staff had come, could calls be taken sooner?", None, None, None),
        ),
        (
            "Q. Are parents engaged? A. Yes, through the forum.",
            ("Are parents engaged?", None, "Yes, through the forum", None),
        ),
        (
            "Governors challenged: Why has attendance dropped in Year 8? Response: Colds were going round.",
            (
                "Governors challenged: Why has attendance dropped in Year 8?",
                "Governors",
                "Colds were going round",
                None,
            ),
        ),
        (
            "Concerns were also expressed by Members about parking by the mill.",
            ("Concerns were also expressed by Members about parking by the mill", "Members", None, None),
        ),
        (
            "It was noted by Councillor Webb that the gate was broken.",
            ("It was noted by Councillor Webb that the gate was broken", "Councillor Webb", None, None),
        ),
        (
            "Councillor Webb suggested that the report was too long.",
            ("Councillor Webb suggested that the report was too long", "Councillor Webb", None, None),
        ),
        (
            "Councillor Webb: What is the plan for voids?",
            ("Councillor Webb: What is the plan for voids?", "Councillor Webb", None, None),
        ),
        (
            "Councillor Webb was worried about the hill, where carts had slid into hedges twice.",
            (
                "Councillor Webb was worried about the hill, where carts had slid into hedges twice",
                "Councillor Webb",
                None,
                None,
            ),
        ),
        (
            "Councillor Webb asked why exclusions from school had doubled.",
            ("Councillor Webb asked why exclusions from school had doubled", "Councillor Webb", None, None),
        ),
    ],
)
def test_question_in_its_form(text: str, expected: tuple[str, str | None, str | None, str | None]) -> None:
    assert questions(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Chair asked the Committee to consider the report.",
        "There was no question about the minutes.",
        "It was noted by the Director of Place that the gate was broken.",
        "The Chair asked that the meeting be recorded and apologies read.",
        "Responding to questions, officers:\n- confirmed that the depot would stay\n- explained the rota",
        "Members were requested to switch off their telephones.",
    ],
)
def test_what_asks_nothing(text: str) -> None:
    assert questions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Councillor Webb – concerned about carts in Pound Lane; Clerk to write to the owner.",
            [
                (
                    "Councillor Webb – concerned about carts in Pound Lane",
                    "Councillor Webb",
                    None,
                    None,
                )
            ],
        ),
        (
            "Councillor Webb: Why was the mill shut?\n\nMs Vale: The wheel had cracked.",
            [
                (
                    "Councillor Webb: Why was the mill shut?",
                    "Councillor Webb",
                    "The wheel had cracked",
                    "Ms Vale",
                )
            ],
        ),
        (
            "Answers were given to the following questions:\n\n• Councillor Webb regarding the sale of the barn.",
            [("Councillor Webb regarding the sale of the barn", "Councillor Webb", None, None)],
        ),
        (
            "RJ queried the rise in slips on the stairs.",
            [("RJ queried the rise in slips on the stairs", "RJ", None, None)],
        ),
        (
            "The Panel felt that the report held too many measures.",
            [("The Panel felt that the report held too many measures", "The Panel", None, None)],
        ),
        (
            "As a supplementary question, Mr Finch asked if the list could be printed.",
            [("Mr Finch asked if the list could be printed", "Mr Finch", None, None)],
        ),
        (
            "Mrs Finch, Pound Lane, asked when the lamp would be lit.",
            [("Mrs Finch, Pound Lane, asked when the lamp would be lit", "Mrs Finch", None, None)],
        ),
    ],
)
def test_who_puts_it(text: str, expected: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert questions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Webb – Portfolio Holder for Roads – introduced the paper.",
        "Councillor Webb – item 4, as a trustee of the mill.",
        "The Panel felt assured by the report.",
        "The NHS replied to the survey.",
    ],
)
def test_names_that_put_nothing(text: str) -> None:
    assert questions(text) == []


def test_who_asks_in_the_publics_item_is_a_guest() -> None:
    titled = (
        _HEAD
        + "Councillor Webb spoke.\n\n5. Public question time\n\nMr Finch queried the rent of the weir.\n"
    )
    document = parsed(titled)
    assert [each.asker for each in find(document)] == ["Mr Finch"]
    document = parsed(titled.replace("Public question time", "Budget"))
    assert [each.asker for each in find(document)] == []
