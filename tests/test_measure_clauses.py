"""Measures told as a clause or in a list, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.measure_clauses import read_done, read_listed, read_state, read_timed
from extractors.language.registry import shipped
from tests.documents import parsed


def named(text: str) -> list[str]:
    page = parsed(text)
    return [page.text[m.start : m.end] for m in page.measures.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Enquiries 94% had been answered in time.", ["Enquiries 94% had been answered in time"]),
        ("Kites were repaired within 12 days.", ["Kites were repaired within 12 days"]),
        ("The Panel spoke of swans not ringed and of hens not inspected within the timescale.",
         ["hens not inspected within the timescale"]),
        ("Barn licences issued by the due date were few.", ["Barn licences issued by the due date"]),
        ("Tenders must be returned within 14 days.", []),
        ("He asked that papers be sent within 5 days.", []),
        ("Responses were received on time.", []),
        ("The reply would be issued within two weeks.", []),
        ("Officers visited within the week and minutes were issued in time.", []),
    ],
)  # fmt: skip
def test_what_is_done_in_time_is_a_measure(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two KPIs were red: kite turnaround and sickness absence.", ["kite turnaround", "sickness absence"]),
        ("Three indicators were below target (fly-tips, swan rings and hen houses).",
         ["fly-tips", "swan rings", "hen houses"]),
        ("The areas of good progress were: swans ringed before May; and kites lost at sea.",
         ["swans ringed before May", "kites lost at sea"]),
        ("Only two indicators were off target (Red).", []),
        ("Indicators were red (see page 4).", []),
        ("The measures taken to cut crime were on target: lighting and patrols.", []),
        ("There were areas of concern: dogs, parking.", []),
        ("KPIs met the target (48% of them).", []),
    ],
)  # fmt: skip
def test_measures_are_listed_by_how_they_do(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town had collected 98.1% of council tax.", ["had collected 98.1% of council tax"]),
        ("The line was to be answering 60% of letters by May.", ["answering 60% of letters"]),
        ("He asked how long the farm cottages stood empty.", ["farm cottages stood empty"]),
        ("Three garden repairs remained overdue.", ["garden repairs remained overdue"]),
        ("The overspend of £2,140 on hedge cutting was explained.", ["The overspend of £2,140 on hedge cutting"]),
        ("There was an underspend in the Early Years Block.", ["an underspend in the Early Years Block"]),
        ("He spoke of the deficit in the dedicated schools account.", ["the deficit in the dedicated schools account"]),
        ("She named the total amount of rent collected from tenants.",
         ["the total amount of rent collected from tenants"]),
        ("There had been a fall in total peat dug.", []),
        ("There had been a fall in total peat collected.", ["total peat collected"]),
        ("The total amount of work was great.", []),
        ("The deficit in good will on the green was felt.", []),
        ("He collected the prizes, and half of the hall cheered.", []),
        ("The gate stood open and the plots of land remained green.", []),
        ("The cottages must not remain empty, he said.", []),
    ],
)  # fmt: skip
def test_what_is_done_or_left_undone_is_a_measure(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@given(st.text(alphabet="KPIs wereonoftagdin timeds(),;:9% red", max_size=200))
def test_any_words_are_read_and_spans_lie_inside(text: str) -> None:
    for read in (read_timed, read_listed, read_done, read_state):
        for phrase in read(text, 0, len(text), shipped()):
            assert 0 <= phrase.start < phrase.end <= len(text)


def test_a_space_of_a_grammar_is_any_white_space_and_may_be_left_out_where_marked() -> None:
    for share in ("94%", "94 %", "94 per cent", "94 percent"):
        assert named(f"Letters {share} had been answered in time.") == [
            f"Letters {share} had been answered in time"
        ]
