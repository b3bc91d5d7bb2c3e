"""Measures and figures of clerks who leave the verb out, and counts told by what was done; with lookalikes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import figures
from extractors.language.measure_terse import read_deeds, read_terse, read_told_of
from extractors.language.registry import shipped
from tests.documents import parsed


def named(text: str) -> list[str]:
    page = parsed(text)
    return [page.text[m.start : m.end] for m in page.measures.mentions]


def counted(text: str) -> list[str]:
    page = parsed(text)
    return [page.text[f.start_char : f.end_char] for f in figures.find(page)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pupils: spelling 71%, sums 64%.", ["spelling", "sums"]),
        ("Swimming 40%, Rowing 22%, Diving 9%.", ["Swimming", "Rowing", "Diving"]),
        ("Longest wait 12 days, average stay 3 days.", ["Longest wait", "average stay"]),
        ("Kites seen at noon; top speed 48mph.", ["top speed"]),
        ("· Attendance – 93.2% against the target of 95%.", ["Attendance"]),
        ("Footfall 3.1% up on the summer.", ["Footfall"]),
        ("Roll – NOR 318.", ["NOR"]),
        ("Sickness 4.2% (regional 5.1%).", ["Sickness"]),
        ("Inflation 3%, VAT 20%.", []),
        ("The clerk said about 40%, nearly 50% of the hall.", []),
        ("The lease has 12 months, of which 3 months are free.", []),
        ("Adjourned, about 10 minutes. Break, 5 minutes.", []),
        ("It rose from 4% to 6%, then 7%.", []),
        ("Councillor Moss spoke for 3 minutes, Councillor Vane for 5 minutes.", []),
    ],
)  # fmt: skip
def test_a_name_with_its_value_needs_no_verb(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9,310 swans recorded, most at the weir.", ["swans recorded"]),
        ("There were 31 stray goats collected this quarter.", ["stray goats collected"]),
        ("14 hedge notices served in May.", ["hedge notices served"]),
        ("Two patrols; 22 lamps repaired, 4 still out.", ["lamps repaired"]),
        ("19 gates missed, down from 30.", ["gates missed"]),
        ("The team had dealt with 412 swarms across the county.", ["swarms"]),
        ("They carried out 1,204 chimney visits over the winter.", ["chimney visits"]),
        ("This would provide for 310 additional home visits.", ["additional home visits"]),
        ("44 cottages were vacant as at the end of May.", ["cottages were vacant"]),
        ("It was said that 260 nets had been mended but nobody weighed them.", ["nets had been mended"]),
        ("In May 2,140 calls were received and 90 of them went unanswered.", ["calls were received"]),
        ("Kite losses had come down from 86 to 31.", ["Kite losses"]),
        ("Hall bookings had crept up to 90.", ["Hall bookings"]),
        ("The target of 20 market stalls events by year end was in doubt.", ["market stalls events"]),
        ("They had a target of 310 barn visits.", ["barn visits"]),
        ("The target of 28 days was too long.", []),
        ("A target of 12 points was set.", []),
        ("Hedge cutting had been brought back to a 21 day round.", []),
        ("The target of 12 cuts was kept.", []),
        ("The lift had come down from 3 to 1.", []),
        ("The survey, to which 212 people had responded, was noted.", []),
        ("The review had looked at 60 claims closed since May.", []),
        ("A sample of 40 permits issued in May was drawn.", []),
        ("12 members recorded their thanks.", []),
        ("3 reports issued, 2 letters returned.", []),
        ("The 30 minute visits were still being bought.", []),
        ("He handled 14 questions from the floor.", []),
        ("The stall had provided 20 chairs.", []),
        ("The contractor had removed 12 trees.", []),
        ("There were 40 places booked.", []),
    ],
)  # fmt: skip
def test_so_many_and_what_was_done_is_a_measure(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Warden advised that 7 had been returned.", ["7"]),
        ("Ms Orr replied that 5 had since been repaired.", ["5"]),
        ("There were 58 names on the allotment list.", ["58 names"]),
        ("During May 44 owls were ringed.", ["44 owls"]),
        ("In the month of June 18 boats were let.", ["18 boats"]),
        ("EHCPs for June were 143.", ["143"]),
        ("That the target for hall visits be raised from 30 to 45.", ["30", "45"]),
        ("Fires reached 88 against a target of no more than 70.", ["88", "70"]),
        ("The June 12 minutes were approved.", []),
        ("He stated that 2 would do.", []),
        ("The names on the memorial were cleaned.", []),
        ("The Chair advised that 7 would be taken next.", []),
        ("On June 18 members were shown the boats.", []),
        ("The target was raised from the floor.", []),
    ],
)  # fmt: skip
def test_counts_without_a_noun_of_their_own_are_figures(text: str, expected: list[str]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The recycling rate for the quarter ended 30 June was 31%.", ["recycling rate"]),
        ("The vacancy rate for the year had fallen to 4%.", ["vacancy rate"]),
        ("People paid the same rates for a poorer service.", []),
        ("Members felt figures should be put on the website.", []),
        ("The treasurer will keep figures.", []),
        ("Mileage rates were discussed.", []),
        ("There was an improvement in the town centres.", []),
        ("Spend to 31 October was below budget.", []),
        ("A Home Fire Safety Grant was received.", []),
    ],
)  # fmt: skip
def test_a_name_ends_where_its_period_begins(text: str, expected: list[str]) -> None:
    assert [name.removeprefix("The ").removeprefix("the ") for name in named(text)] == expected


@given(st.text(alphabet="ab Reading,–-.0123456789%\n", max_size=120))
def test_any_text_gives_phrases_inside_it(text: str) -> None:
    for read in (read_terse, read_told_of, read_deeds):
        assert all(0 <= p.start < p.end <= len(text) for p in read(text, 0, len(text), shipped()))
