"""Questions in lists of makes that say little: points inside a sentence, under a decision, beside answers."""

import pytest

from tests.documents import parsed

HEAD = "# 1. Apologies\n# 2. Ferries\n"


def put(text: str) -> list[tuple[str, str | None, str | None]]:
    """What was put, by whom, and what answered it."""
    page = parsed(HEAD + text)
    return [
        (
            page.text[e.query.start : e.query.end],
            e.query.asker and e.query.asker.words(page.text),
            e.answer and page.text[slice(*e.answer)],
        )
        for e in page.exchanges
    ]


def test_points_inside_a_sentence() -> None:
    text = "Members made the following points: (a) the tone was stiff; (b) could the piers be shown."
    assert put(text) == [
        ("the tone was stiff", "Members", None),
        ("could the piers be shown", "Members", None),
    ]


def test_what_was_asked_under_a_decision_is_talk() -> None:
    text = (
        "# Decision\nNOTED the report.\nAnswers were given on the following questions raised at the meeting:\n"
        "• Councillor Marsh regarding the ferry to Tarn.\n• Councillor Chow seeking details of the savings."
    )
    assert [asker for _, asker, _ in put(text)] == ["Councillor Marsh", "Councillor Chow"]


@pytest.mark.parametrize(
    "point", ["Concern that old people would walk", "Whether fares would rise", "How it was paid"]
)
def test_a_point_among_answers_is_put_by_its_first_words(point: str) -> None:
    assert put(f"The following points were noted in discussion:\n• {point}.\n• The boat was new.") == [
        (point, None, None)
    ]


def test_a_reply_in_the_sentence_of_the_question_is_whole() -> None:
    text = (
        "A Member commented that fares were dear. The Member queried whether the boat was safe, to which the Head of "
        "Ferries responded that it was, and that at present there were two crews."
    )
    assert put(text)[-1][2] == (
        "the Head of Ferries responded that it was, and that at present there were two crews"
    )


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("is the code in the contract - yes, we believe so", "yes, we believe so"),
        ("do crews ring ahead? There is doubt on this", "There is doubt on this"),
    ],
)
def test_a_line_holds_question_and_answer(line: str, answer: str) -> None:
    assert [found for *_, found in put(f"The Panel was told:\n• {line}")] == [answer]


def test_whom_an_answer_is_about_does_not_give_it() -> None:
    page = parsed(f"{HEAD}Q: How are fares?\nA: The Ferry Officer has cut them.")
    assert [e.reply and e.reply.speaker for e in page.exchanges] == [None]


def test_a_figure_behind_a_dash_answers() -> None:
    assert put("Councillor Orme enquired about the waiting time for a berth – currently 12 days.")[0][2] == (
        "currently 12 days"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Director made the following points: (a) the boat was new; (b) fares had risen.",
        "The following points were noted in discussion:\n• Concerns were fewer than last year.\n• The boat was new.",
        "# Decision\nRESOLVED that the following be approved:\n• the ferry to Tarn.",
    ],
)
def test_lists_that_put_nothing(text: str) -> None:
    assert put(text) == []


@pytest.mark.parametrize(
    ("text", "asker", "answer"),
    [
        ("A query was raised by Councillor Dunn over the fare; this had risen by a third.", "Councillor Dunn",
         "this had risen by a third"),
        ("Q4 (written, from Mr Amin) What is done about the pier? Response: It is swept.", "Mr Amin", "It is swept"),
        ("A lady said that nobody answers the bell. The Inspector explained that it was broken.", "A lady",
         "The Inspector explained that it was broken"),
        ("Councillor Orme wished to see it mended and volunteered to help.", "Councillor Orme", None),
    ],
)  # fmt: skip
def test_who_asks_and_what_answers(text: str, asker: str, answer: str | None) -> None:
    assert put(text)[0][1:] == (asker, answer)


def test_who_shares_a_concern_asks_no_other() -> None:
    assert "shared this concern" not in " ".join(
        words for words, *_ in put("The Director shared this concern.")
    )


def test_what_a_paper_asks_a_body_is_no_question() -> None:
    assert (
        put("The Committee considered a paper, presented by Ms Dee, asking the Committee to choose a ferry.")
        == []
    )


def test_a_first_name_speaks_for_one_with_a_surname() -> None:
    text = "Gail Brand was there.\nCouncillor Orme enquired why fares rose. Gail stated that fuel was dear."
    assert put(text)[0][2] == "Gail stated that fuel was dear"
