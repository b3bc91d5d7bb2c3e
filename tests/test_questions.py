"""Questions and comments in running text and lists, as councils word them, and what is none."""

import pytest

from extractors import questions
from tests.documents import parsed

ITEM = """Present: Councillor Jane Orme (Chair), Councillor Piet Vance
In attendance: Ms A Dee (Head of Highways)
# 1. Apologies
There were none.
# 2. Street Lighting
The Head of Highways presented the report.
"""


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Councillor Orme asked why lamps failed. Specifically, was the damp to blame or was it the wiring.",
         ["Councillor Orme asked why lamps failed", "Specifically, was the damp to blame or was it the wiring"]),
        ("Councillor Orme said that her street had been dark since March.",
         ["Councillor Orme said that her street had been dark since March"]),
        ("Councillor Orme referred to page 12, lamp columns. She asked who had counted them.",
         ["She asked who had counted them"]),
        ("Members raised the following points in the debate that followed.", []),
        ("Councillor Orme suggested that the Panel visit the lamp store.", []),
        ("Discussion took place with regard to:\n• The price of lamps\n• Thanking officers for the survey\n"
         "• What had become of the old columns",
         ["The price of lamps", "What had become of the old columns"]),
        ("Key themes in the report included:\n• Lamp columns\n• Bollards", []),
        ("Councillor Orme asked for the survey to be repeated, as she felt that it had come too early to tell.",
         ["Councillor Orme asked for the survey to be repeated, as she felt that it had come too early to tell"]),
    ],
)  # fmt: skip
def test_house_styles_of_asking(text: str, asked: list[str]) -> None:
    page = parsed(ITEM + text)
    assert [page.text[q.start_char : q.end_char] for q in questions.find(page)] == asked


def test_a_point_headed_response_answers_the_point_above() -> None:
    page = parsed(
        ITEM + "Members asked the following questions:\n• Councillor Orme asked how many lamps were out.\n"
        "• Response: 14, of which six were on Mill Lane.\n"
    )
    (question,) = questions.find(page)
    assert question.answer == "14, of which six were on Mill Lane"
