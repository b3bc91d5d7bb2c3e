"""Who asks without an office, what is one question, and what replies without saying so, each beside its lookalike."""

import pytest

from extractors.questions import find
from tests.documents import parsed

_HEAD = (
    "Minutes of the meeting\n\nPresent: Councillor J Orme (Chair), Councillor P Webb\n\n"
    "Officers: Ms T Vale (Director of Place)\n\n4. Quarterly report\n\nThe Director of Place presented it.\n\n"
)


def _askers(text: str) -> list[tuple[str | None, str]]:
    document = parsed(_HEAD + text)
    return [(each.asker, document.text[each.start_char : each.end_char]) for each in find(document)]


def _answers(text: str) -> list[tuple[str | None, str | None]]:
    return [(each.answer, each.answered_by) for each in find(parsed(_HEAD + text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Councillor Webb asked why the weir leaked and made reference to last year’s survey.",
            [("Councillor Webb", "Councillor Webb asked why the weir leaked")],
        ),
        (
            "Councillor Webb raised that fares had doubled and asked how bus users were told.",
            [
                (
                    "Councillor Webb",
                    "Councillor Webb raised that fares had doubled and asked how bus users were told",
                )
            ],
        ),
        (
            "Councillor Webb raised the matter of fares and asked how bus users were told.",
            [
                ("Councillor Webb", "Councillor Webb raised the matter of fares"),
                ("Councillor Webb", "asked how bus users were told"),
            ],
        ),
    ],
)
def test_what_is_one_question(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert _askers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr Finch from the allotment society asked when the gate would be hung.",
            [("Mr Finch", "Mr Finch from the allotment society asked when the gate would be hung")],
        ),
        (
            "Ms Vale asked whether the weir might be moved.",
            [("Ms Vale", "Ms Vale asked whether the weir might be moved")],
        ),
        (
            "A resident, Mrs Finch, complained about carts in Pound Lane.",
            [("Mrs Finch", "Mrs Finch, complained about carts in Pound Lane")],
        ),
        (
            "Concerns were raised with regard to the weir.",
            [(None, "Concerns were raised with regard to the weir")],
        ),
        (
            "Members made the following comments:\n\n• Two Members had seen the weir and were alarmed by it",
            [("Two Members", "Two Members had seen the weir and were alarmed by it")],
        ),
    ],
)
def test_who_asks(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert _askers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ms Vale asked whether Members had any comments on the paper.",
        "Ms Vale asked Members to look at page four.",
        "A letter from Mr Finch of the allotment society was read.",
        "Concerns were raised with Network Rail.",
        "The bridge went to a vote, with this result.",
        "The Chairman asked her to commence with her presentation.",
        "Members made the following comments:\n\n• Explained that the lift was new and would be tested in May",
        "The Panel asked that its thanks be passed to the crew.",
        "Members requested that their thanks be recorded.",
    ],
)
def test_what_puts_no_question(text: str) -> None:
    assert _askers(text) == []


def test_an_office_does_not_span_a_clause() -> None:
    found = _askers(
        "Councillor Webb informed the Committee that residents were cross and asked what could be done."
    )
    assert found == [("Councillor Webb", "asked what could be done")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A Member queried the rent of the mill. It was noted that the rent had been set in May.",
            [("It was noted that the rent had been set in May", None)],
        ),
        (
            "A Member queried the rent of the mill. The Chair noted the comment.",
            [("The Chair noted the comment", "The Chair")],
        ),
        (
            "A Member queried the rent of the mill.\n\nIt was noted that the next meeting would be in May.",
            [(None, None)],
        ),
    ],
)
def test_what_answers_without_saying_so(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert _answers(text) == expected


def test_a_topic_put_first_says_which_question_is_answered() -> None:
    text = (
        "Councillor Orme asked about the price of fuel for carts.\n\nCouncillor Webb asked about lamps in Pound Lane."
        "\n\nMs Vale thanked Members. In relation to the fuel price, Ms Vale advised that it had fallen."
    )
    assert _answers(text) == [("Ms Vale advised that it had fallen", "Ms Vale"), (None, None)]


def test_each_point_of_a_reply_finds_its_own_question() -> None:
    text = (
        "Councillor Orme queried the rent of the mill and Councillor Webb asked about lamps. In reply, the Director "
        "of Place:\n• explained that the mill had a new rent;\n• said that more lamps were due."
    )
    assert [answer for answer, _ in _answers(text)] == [
        "explained that the mill had a new rent",
        "said that more lamps were due",
    ]
