"""Headed questions and answers: numbered sections, Q and A, and what only looks like them."""

import pytest

from tests.documents import parsed

HEAD = "# 1. Public questions\n"


def exchanges(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """(question, asker, answer, answered by) of each exchange."""
    found = parsed(HEAD + text + "\n# 2. Budget")
    return [
        (
            found.text[each.query.start : each.query.end],
            each.query.asker.words(found.text) if each.query.asker else None,
            found.text[slice(*each.answer)] if each.answer else None,
            each.reply.speaker.words(found.text) if each.reply and each.reply.speaker else None,
        )
        for each in found.exchanges
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Question 1 from Mrs A Webb to the Cabinet Member for Roads: When will Mill Lane be resurfaced?\n"
            "Response from Councillor Orme: The lane is in the programme for spring.",
            (
                "When will Mill Lane be resurfaced?",
                "Mrs A Webb",
                "The lane is in the programme for spring",
                "Councillor Orme",
            ),
        ),
        (
            "# Question 2\nHow many trees were planted last winter?\nAnswer\n"
            "The Head of Parks replied as follows:\nA total of 412 trees were planted.",
            (
                "How many trees were planted last winter?",
                None,
                "A total of 412 trees were planted",
                "The Head of Parks",
            ),
        ),
        (
            "Q: Is the deficit shrinking?\nA: It is, by a third. ACTION: JS to circulate the forecast.",
            ("Is the deficit shrinking?", None, "It is, by a third", None),
        ),
        (
            "Councillor Hart asked the following question:\nWhat is the state of the pool?\n"
            "Councillor Webb replied that it was open.",
            (
                "What is the state of the pool?",
                "Councillor Hart",
                "Councillor Webb replied that it was open",
                "Councillor Webb",
            ),
        ),
    ],
)
def test_headed_question_with_its_answer(
    text: str, expected: tuple[str, str | None, str | None, str | None]
) -> None:
    assert exchanges(text) == [expected]


def test_who_asks_all_questions_of_an_item_stands_in_its_title() -> None:
    found = parsed(
        "# Item 3: Questions from the Tenants Forum\nQuestion 1\nA note on repairs and their cost\nResponse\n"
        "Repairs cost less than last year.\n# Item 4: Budget\nThe report was noted."
    )
    askers = [each.query.asker.words(found.text) for each in found.exchanges if each.query.asker]
    assert askers == ["Tenants Forum"]


@pytest.mark.parametrize(
    "text",
    [
        "Question time: the Chair reminded members of the rules.",
        "# Questions\nThere were none.",
        "Response times had improved since the last meeting.",
        "Answer: none is known.",
    ],
)
def test_what_only_looks_like_a_question(text: str) -> None:
    assert exchanges(text) == []


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("debated at some length the state of the bridge", True),
        ("discussed the state of the bridge in detail", True),
        ("discussed, in particular, the state of the bridge", True),
        ("discussed the report", False),
    ],
)
def test_who_dwells_on_a_matter_puts_it_to_the_meeting(said: str, asks: bool) -> None:
    found = exchanges(
        f"The Engineer presented the report.\nMembers {said}; the Director advised that work had begun."
    )
    assert [asker for _, asker, _, _ in found] == ["Members"] * asks
