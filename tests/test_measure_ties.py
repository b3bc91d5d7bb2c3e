"""Which measure each number of a crowded sentence speaks of. All is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.figures import find
from extractors.language.measure_runs import in_turn
from tests.documents import parsed

CROWDED = [
    ("Sickness absence, rent arrears and staff turnover stood at 9.1 days, 3.2% and 11% respectively.",
     {"9.1 days": "Sickness", "3.2%": "arrears", "11%": "turnover"}),
    ("Rent arrears and staff turnover were 3.2% and 11%.", {"3.2%": "arrears", "11%": "turnover"}),
    ("Rent arrears were 3.2% and staff turnover 11%, 0.4% and 2% up on the year before respectively.",
     {"0.4%": "arrears", "2%": "turnover"}),
    ("Pupil attendance was 95% and persistent absence 9%, both better than the national figures of 93% and 12%.",
     {"95%": "attendance", "9%": "absence", "93%": "attendance", "12%": "absence"}),
    ("It reached 71% and 64% for staff turnover and rent arrears.", {"71%": "turnover", "64%": "arrears"}),
    ("Staff turnover was 12%, which compared with 10% last year, while the vacancy rate was 7%, up from 5%.",
     {"12%": "turnover", "10%": "turnover", "7%": "vacancy", "5%": "vacancy"}),
    ("The conviction rate was 84%; the detection rate, 31%; the satisfaction rate, 77%.",
     {"84%": "conviction", "31%": "detection", "77%": "satisfaction"}),
    ("The response rate was 34% in the north, 41% in the south and 29% in the west.",
     {"34%": "response", "41%": "response", "29%": "response"}),
    ("The occupancy rate was 91% (target 95%), the re-admission rate 6% (target 4%).",
     {"91%": "occupancy", "95%": "occupancy", "6%": "re-admission", "4%": "re-admission"}),
    ("The recycling rate was 41%, sickness absence 9.2 days and rent arrears 3.1%.",
     {"41%": "recycling", "9.2 days": "sickness", "3.1%": "arrears"}),
    ("Members noted a vacancy rate of 8%, a turnover rate of 11% and a sickness rate of 5.4%.",
     {"8%": "vacancy", "11%": "turnover", "5.4%": "sickness"}),
    ("8% was the vacancy rate and 11% the turnover rate.", {"8%": "vacancy", "11%": "turnover"}),
    ("Dwelling fires were down 12% to 88, and deliberate fires up 9% to 201.",
     {"12%": "welling", "88": "welling", "9%": "eliberate", "201": "eliberate"}),
    ("The response rate was 34% as against 30% the year before, and the completion rate 71%.",
     {"34%": "response", "30%": "response", "71%": "completion"}),
    ("Both the vacancy rate, at 8%, and the turnover rate, at 11%, were causes for concern.",
     {"8%": "vacancy", "11%": "turnover"}),
    ("Delayed transfers of care: The target was missed. There had been 5,980 delayed days, a rise of 5%.",
     {"5,980 delayed days": "Delayed", "5%": "Delayed"}),
]  # fmt: skip
APART = [
    ("Delayed transfers of care: The target was missed. A grant of £40,000 had been spent.", "£40,000"),
    ("Delayed transfers of care: The target was missed. Damp was found in 17 of the 61 wards.", "17 of the 61 wards"),
    ("Staff turnover: The target was missed. The budget of the team was under by 6%.", "6%"),
    ("Most (64%) of the well-being indicators were on target.", "64%"),
]  # fmt: skip


def ties(text: str) -> dict[str, set[str]]:
    """Each figure's words, with those of the mentions of its measure."""
    read = parsed(f"# 1. Performance\n{text}", date="2024-03-01")
    return {
        read.text[figure.start_char : figure.end_char]: {
            read.text[m.start : m.end]
            for m in read.measures.mentions
            if m.indicator_id and m.indicator_id == figure.indicator_id
        }
        for figure in find(read)
    }


@pytest.mark.parametrize(("text", "wanted"), CROWDED)
def test_each_number_is_tied_to_its_measure(text: str, wanted: dict[str, str]) -> None:
    found = ties(text)
    assert {
        words: any(name in each for each in found[words]) for words, name in wanted.items()
    } == dict.fromkeys(wanted, True)


@pytest.mark.parametrize(("text", "number"), APART)
def test_what_speaks_of_something_else_is_tied_to_none(text: str, number: str) -> None:
    assert ties(text)[number] == set()


def test_numbers_that_are_not_as_many_as_the_measures_are_nobodys_turn() -> None:
    read = parsed("Rent arrears, sickness absence and staff turnover were 3.2% and 11%.")
    here, start = read.measures.mentions, read.text.index("3.2%")
    assert len(here) == 3
    assert in_turn(read.text, (0, len(read.text)), here, (start, start + 4)) is None


def test_a_range_is_one_level() -> None:
    read = parsed("Rent arrears and staff turnover were between 3% and 11%.")
    start = read.text.index("3%")
    assert in_turn(read.text, (0, len(read.text)), read.measures.mentions, (start, start + 2)) is None


@given(st.text(alphabet="Rent arrears, and 12% 3.4£;()", max_size=160), st.integers(0, 150))
def test_any_sentence_is_taken(text: str, at: int) -> None:
    read = parsed(f"Staff turnover was {text}")
    read.measure_for(min(at, len(read.text) - 1), min(at + 3, len(read.text)))
