"""The words that say when an action falls due."""

import pytest

from extractors.language.due_phrases import find_deadline, find_due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("would be reported in the New Year for approval", "in the New Year"),
        ("bring it back to a future meeting of the Panel", "to a future meeting of the Panel"),
        ("come to the next meeting of the Board in full", "to the next meeting of the Board"),
        ("circulate the list within two working days", "within two working days"),
        ("reply by 4 June 2024 at the latest", "by 4 June 2024"),
        ("be published in the first quarter of 2025", "in the first quarter of 2025"),
        ("be sent out by the end of next week", "by the end of next week"),
        ("report back in due course", "in due course"),
        ("share the results when they become available", "when they become available"),
        ("be told once the audit had been completed", "once the audit had been completed"),
        ("be discussed at the Managers Conference", "at the Managers Conference"),
        ("be reviewed annually", "annually"),
        ("attend future panel meetings", "future panel meetings"),
        ("send the report for 2023/24 to Members", None),
        ("look at the route in Mill Road", None),
        ("provide the details outside the meeting", None),
    ],
)
def test_phrase(text: str, due: str | None) -> None:
    assert find_due(text, 0, len(text)) == due


def test_the_time_after_the_verb_comes_first() -> None:
    text = "the survey held in March would be published in May"
    assert find_due(text, 0, len(text), text.index("published")) == "in May"


def test_a_deadline_set_for_others() -> None:
    text = "The draft was open for consultation until 15 January, to which the Council would respond"
    assert find_deadline(text, 0, len(text)) == "15 January"
