"""Measures by the frame they stand in: what rose, what a figure or a target is for, what stands at a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.measured_nouns import is_measured, parts_of
from tests.documents import parsed

HEAD = "1. Welcome\nThe Chair opened the meeting.\n2. Performance report\n"

FOUND = [
    # --- a change in what is counted or measured in itself
    ("Members noted the rise in ferry cancellations.", ["ferry cancellations"]),
    ("There had been a reduction in overtime at the depot.", ["overtime at the depot"]),
    ("A drop in arson of 30% was reported.", ["arson"]),
    ("He welcomed the fall in evictions and missed collections.", ["evictions", "missed collections"]),
    # --- what a figure, a target or a KPI is for
    ("The Panel asked for the figures for staff overtime.", ["staff overtime"]),
    ("The target set for missed collections was discussed.", ["missed collections"]),
    ("There was a KPI for late buses.", ["late buses"]),
    # --- a rate and what it is of
    ("The vacancy rate for ferry pilots was a worry.", ["vacancy rate for ferry pilots"]),
    ("Response times in the northern parishes were discussed.", ["Response times in the northern parishes"]),
    # --- where it stands, in its unit
    ("The repair wait was 25 days.", ["repair wait"]),
    ("Availability remained steady at 96%.", ["Availability"]),
    ("Uptake sat at around 61%.", ["Uptake"]),
    ("The share of rents gathered in 2021/22 was 97.2%.", ["The share of rents gathered"]),
    # --- on a side of its target or of others
    ("Evictions were far above average.", ["Evictions"]),
    ("Late trains had narrowly missed the quarterly target.", ["Late trains"]),
    ("Attendance was better than most other authorities.", ["Attendance"]),
    ("Re-offending compared favourably with neighbouring forces.", ["Re-offending"]),
    ("Admissions and take-up are on track to meet the target.", ["Admissions", "take-up"]),
    ("As a result performance in lettings was below target.", ["performance in lettings"]),
    # --- what "which" stands for
    ("Discussion turned to library loans, which had fallen by 6%.", ["library loans"]),
    ("The Clerk spoke of turnover in nursing, which was above average.", ["turnover in nursing"]),
    # --- a level and its value, a label, fewer of something, who they are
    ("The walking group had a waiting list of 60.", ["waiting list"]),
    ("Hold times of two minutes were reported.", ["Hold times"]),
    ("• Families in hotels: The numbers remained stable.", ["Families in hotels"]),
    ("There were fewer stile complaints in quarter 2.", ["stile complaints"]),
    ("A fall in those aged 16-20 who were out of work was noted.", ["those aged 16-20 who were out of work"]),
    ("The move had cut the amount spent on hotels.", ["the amount spent on hotels"]),
    # --- a share that comes with its count, and "as well as"
    ("90% (45) of tenants had been visited.", ["tenants had been visited"]),
    ("He gave the spend as well as the percentage of pupils who swim.", ["the percentage of pupils who swim"]),
]  # fmt: skip

NONE = [
    "Members welcomed the improvements in the hall.",
    "The reduction in the budget was regretted.",
    "There was a rise in demand and an increase in prices.",
    "An increase in patrols was promised.",
    "Growth in confidence was felt by all.",
    "The target for the year was discussed.",
    "Figures for the quarter were sent round.",
    "The lease was 25 years.",
    "The Committee was on track to finish by June.",
    "Progress was in line with the plan.",
    "The figure stood at 95%.",
    "The Panel discussed the choir, which had fallen silent.",
    "Members discussed the proposals, which were in line with the plan.",
    "The developer aimed to start within six months.",
    "The Borough stood at 95%.",
    "In the absence of the Clerk the Chair took the minutes.",
]


def named(text: str) -> list[str]:
    document = parsed(HEAD + text)
    return [document.text[m.start : m.end] for m in document.measures.mentions]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_leaves(text: str) -> None:
    assert named(text) == []


def test_counts_and_levels_are_measured() -> None:
    assert is_measured("missed collections") and is_measured("availability")
    assert is_measured("waiting times", "level") and not is_measured("missed collections", "level")
    assert not any(map(is_measured, ("the views of residents", "prices", "Members", "the hall")))


@given(st.text(max_size=60))
def test_parts_stay_inside(text: str) -> None:
    assert all(0 <= begin <= stop <= len(text) for begin, stop in parts_of(text, 0, len(text)))
