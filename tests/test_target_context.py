"""Targets told by the sentence before, deeds in a time, budgets and most as targets, and lookalikes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import figures, indicators, targets
from extractors.language.target_context import find_aims
from tests.documents import parsed

HEAD = "1. Welcome\nThe Chair opened the meeting.\n2. Performance report\n"

FOUND = [
    # --- a count of what was told before
    ("There were nine targets under this aim. Five were on track.", ["Five were on track"], ["met"]),
    (
        "Of the 26 targets:\n• 17 (65%) were on track\n• 4 (15%) were off track\n• 3 (12%) were met earlier",
        ["17 (65%) were on track", "4 (15%) were off track", "3 (12%) were met earlier"],
        ["met", "missed", "met"],
    ),
    # --- a deed in a time
    (
        "The service had a target to reach a fallen tree within two hours.",
        ["a target to reach a fallen tree within two hours"],
        [None],
    ),
    (
        "There was a target to reach all boats within ten minutes. At present this was being met 72% of the time.",
        ["a target to reach all boats within ten minutes", "At present this was being met 72% of the time"],
        [None, "missed"],
    ),
    (
        "The target was 20 days. 25 days was felt to be more realistic.",
        ["The target was 20 days", "25 days was felt to be more realistic"],
        [None, None],
    ),
    # --- what is said of a target behind its number
    (
        "The 15 day target could not be met as few had the keys.",
        ["The 15 day target could not be met as few had the keys"],
        ["missed"],
    ),
    ("The reply time beat the ‘80% within 5 seconds’ target.", ["80% within 5 seconds’ target"], ["met"]),
    ("The target had been set in line with the shire.", ["the target had been set in line with the shire"], [None]),
    # --- most, plans and budgets
    ("Agency spend was 5.1% compared with the cap of 4.2%.", ["compared with the cap of 4.2%"], [None]),
    ("Cover cost £17,300 against a budget of £12,000.", ["against a budget of £12,000"], [None]),
    ("Staff costs were £4.1m adverse to plan.", ["Staff costs were £4.1m adverse to plan"], ["missed"]),
    # --- colours in quotes
    (
        "The indicator on tooth decay had improved from a ‘red’ to a ‘green’ status.",
        ["indicator on tooth decay had improved from a ‘red’ to a ‘green’ status"],
        ["met"],
    ),
    ("The related indicator remained ‘red’ rated.", ["The related indicator remained ‘red’ rated"], ["missed"]),
]  # fmt: skip

NONE = [
    "The Chair asked that, where targets were almost met, a note be added.",
    "The Chair asked that, where a target was nearly met, a note be added.",
    "Exceptions were listed for measures not meeting target.",
    "Five were on track.",
    "The aim was to complete the new hall within six months.",
    "That a target be set for complaints answered within ten working days.",
    "95% of visits were completed within target timescales.",
    "This was met with applause.",
]


@pytest.mark.parametrize(("text", "quotes", "statuses"), FOUND)
def test_finds(text: str, quotes: list[str], statuses: list[str | None]) -> None:
    document = parsed(HEAD + text)
    found = list(targets.find(document))
    assert [document.text[each.start_char : each.end_char].lower() for each in found] == [
        q.lower() for q in quotes
    ]
    assert [each.status for each in found] == statuses


@pytest.mark.parametrize("text", NONE)
def test_leaves(text: str) -> None:
    assert not list(targets.find(parsed(HEAD + text)))


def test_a_deed_in_a_time_is_a_measure_with_its_target() -> None:
    document = parsed(HEAD + "The force had a target to reach all alarms within ten minutes 75% of the time.")
    mentions = [document.text[m.start_char : m.end_char] for m in indicators.find(document)]
    found = [(document.text[f.start_char : f.end_char], f.role, f.value) for f in figures.find(document)]
    assert mentions == ["reach all alarms within ten minutes"]
    assert found == [("ten minutes", "target", 10), ("75%", "target", 75)]


@given(st.text(max_size=80))
def test_aims_stay_inside(text: str) -> None:
    assert all(
        0 <= aim.start("deed") <= aim.end("deed") <= len(text) for aim in find_aims(text, 0, len(text))
    )


RECAST = [
    ("The target for ‘days to pay’ should be changed from 18 days to 21 days.", [(21, None)]),
    ("CUS.07 - Reduce average relet times for flats to 20 days by March 2026.", [(20, None)]),
    ("LC3 was performing out of target.", [(None, "missed")]),
]


@pytest.mark.parametrize(("text", "told"), RECAST)
def test_a_target_with_a_date_or_changed(text: str, told: list[tuple[float | None, str | None]]) -> None:
    assert [(each.value, each.status) for each in targets.find(parsed(HEAD + text))] == told


def test_a_count_of_measures_is_no_target() -> None:
    found = list(targets.find(parsed(HEAD + "Performance had improved against target for 14 indicators.")))
    assert not [each for each in found if each.value == 14]
