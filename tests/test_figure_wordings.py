"""Figures as clerks of many bodies word them (places, parts, cases, times), and the lookalikes that are none."""

import pytest

from extractors import figures
from tests.documents import parsed

HEAD = "1. Welcome\nThe Chair opened the meeting.\n2. Performance report\n"

FOUND = [
    # --- places among so many
    ("Barton came 14th of 32 Scottish councils.", ["14th of 32 = 14 of 32"]),
    ("The force ranked 8 out of 8 in its family.", ["8 out of 8 = 8 of 8"]),
    ("The school was placed second of 11 in the county.", ["second of 11 = 2 of 11"]),
    # --- thousands and millions of what is counted
    ("The library lent 18.5k books last year.", ["18.5k books = 18500"]),
    ("Some 4k people came to the fair.", ["4k people = 4000"]),
    ("Footfall was 31k in May.", ["31k = 31000"]),
    ("There had been 1.2m journeys on the network.", ["1.2m journeys = 1200000"]),
    # --- staff, one case of many
    ("Six members of staff had left since the spring.", ["Six members of staff = 6"]),
    ("There had been two falls on site and one near miss.", ["two falls = 2", "one near miss = 1"]),
    ("There had been one fatality.", ["one fatality = 1"]),
    ("One patient had waited more than a year.", ["One patient = 1"]),
    ("Tankers were needed, with two in Marlow, one of which was new.", ["two = 2", "one = 1 of 2"]),
    # --- parts, the whole told or not
    ("12 of these were from outside the county.", ["12 of these = 12"]),
    ("All but two of the grants had been spent.", ["two of the grants = 2"]),
    ("None of the 14 sites had failed inspection.", ["None of the 14 sites = 0 of 14"]),
    ("Nine of the appeals had been dismissed.", ["Nine of the appeals = 9"]),
    ("Nine out of every ten bins were emptied.", ["Nine out of every ten = 9 of 10"]),
    ("All five actions had been completed.", ["five actions = 5"]),
    ("Three were in the red and nine in the green.", ["Three = 3", "nine = 9"]),
    ("81 had replied, of whom 60 were in favour and 21 against.", ["81 = 81", "60 = 60 of 81", "21 = 21"]),
    ("98.7% of gas checks were in date; 11 were not.", ["98.7% = 98.7", "11 = 11"]),
    # --- on roll, on a list, beside a label
    ("The Head reported 412 on roll, with 31 in Nursery.", ["412 = 412", "31 = 31"]),
    ("Pupil numbers: Reception 28, Year 1 30.", ["28 = 28", "30 = 30"]),
    ("Membership: 312 (last year 298).", ["312 = 312", "298 = 298"]),
    ("Flu jabs: 1,450 given so far.", ["1,450 = 1450"]),
    ("The list size was now 11,204.", ["11,204 = 11204"]),
    ("The backlog was 112 and falling.", ["112 = 112"]),
    ("There had been nine reports of break-ins, two of them in Mill Lane.",
     ["nine reports = 9", "two of them = 2 of 9"]),
    ("Thefts came to 1,914, below the target for the year of 2,300.", ["1,914 = 1914", "2,300 = 2300"]),
    ("It was green for once, with 33 reported.", ["33 = 33"]),
    # --- times that were lost, given or saved
    ("The average speed of answer had slowed by another two seconds.", ["two seconds = 2"]),
    ("Volunteers gave 640 hours to the garden.", ["640 hours = 640"]),
    ("A total of 31 days were lost to sickness.", ["31 days = 31"]),
    ("62 DNAs had been recorded, wasting 11 hours of clinic time.", ["62 DNAs = 62", "11 hours = 11"]),
]  # fmt: skip

CHANGES = [
    ("Calls were now answered 30 seconds quicker.", "30 seconds"),
    ("Seven tenants had been evicted, down three.", "three"),
    ("The charge rate had risen two points to 9%.", "two points"),
    ("The hall took £9k, which was £2k up.", "£2k"),
]

NONE = [
    "Two reports of the Director were received and two reports of officers taken.",
    "It was the second of three meetings.",
    "It was the 3rd of 4 workshops.",
    "There was one item of urgent business.",
    "There was one vacancy for a co-opted member.",
    "Three members of staff joined the meeting.",
    "Two members of the public spoke.",
    "One governor asked about the uniform.",
    "All three members were present.",
    "Two of the members left at 8pm.",
    "One of these was at the hall.",
    "A 1.2m fence would be put up and the wall is 2m high.",
    "Cllr Roe asked for a further two weeks.",
    "A deadline of two weeks was set and extended by another week.",
    "The visit is on the 14th.",
    "There were seven for and two against.",
    "The chair sat with two in attendance.",
    "The hall holds 120 and the 10k race would be in June.",
]


def _told(sentence: str) -> list[figures.Figure]:
    return list(figures.find(parsed(HEAD + sentence)))


@pytest.mark.parametrize(("sentence", "expected"), FOUND)
def test_finds(sentence: str, expected: list[str]) -> None:
    page = parsed(HEAD + sentence)
    found = [
        f"{page.text[f.start_char : f.end_char]} = {f.value:.10g}" + (f" of {f.out_of:g}" if f.out_of else "")
        for f in figures.find(page)
    ]
    assert found == expected


@pytest.mark.parametrize(("sentence", "change"), CHANGES)
def test_is_a_change(sentence: str, change: str) -> None:
    page = parsed(HEAD + sentence)
    assert change in [page.text[f.start_char : f.end_char] for f in figures.find(page) if f.role == "change"]


@pytest.mark.parametrize("sentence", NONE)
def test_leaves_alone(sentence: str) -> None:
    assert _told(sentence) == []
