"""Levels without a noun and what they are set against, in invented sentences, and the lookalikes that are none."""

import pytest

from extractors import figures, targets
from tests.documents import parsed

HEAD = "1. Welcome\nThe Chair opened the meeting.\n2. Performance report\n"

LEVELS = [
    # --- where only a level can stand
    ("Calls had peaked at 412 in the third week.", ["412"]),
    ("Library visits were adverse at 2,870 because of the flood.", ["2,870"]),
    ("We’re at 2,310, that’s 91% of the old level.", ["2,310", "91%"]),
    ("We have sold 212 of the passes.", ["212"]),
    ("Pottery lessons dropped from 2,310 to 1,850.", ["2,310", "1,850"]),
    ("Should loans not be 32,000 rather than 3,200?", ["32,000", "3,200"]),
    ("The list had 96 names instead of the usual 140.", ["140"]),
    ("Shifts lost per head at the end of June was 6.12.", ["6.12"]),
    ("The score was 4.2, up from 3.9.", ["4.2", "3.9"]),
    ("The average over the past six summers is 7,400.", ["7,400"]),
    ("Does the figure of 51,360 take in day tickets?", ["51,360"]),
    ("Burglaries (Amber): 1,412 year to date.", ["1,412"]),
    ("Charge points: 212 have been put in.", ["212"]),
    ("It was a worry that only 9 had attended.", ["9"]),
    ("Results had got better for 15 schools and worse for 9.", ["15 schools", "9"]),
    # --- kinds that are numbered, two kinds of one noun, some of those
    ("41 Stage 1 complaints had been received.", ["41 Stage 1 complaints"]),
    ("There were 12 Category 2 hazards.", ["12 Category 2 hazards"]),
    ("There were 2 urgent and 14 routine repairs.", ["2 urgent", "14 routine repairs"]),
    ("96 patients had waited, 71 of them in surgery.", ["96 patients", "71 of them"]),
    ("31 of the 40 Stage 2 complaints were about parking.", ["31 of the 40"]),
    # --- times
    ("Adaptations, at 71 days, were far out.", ["71 days"]),
    ("Renewals took 54 days on average, compared with 88 days a year ago.", ["54 days", "88 days"]),
    ("Houses were boarded up for more than seven months.", ["more than seven months"]),
    ("How did 18.6 days sit beside like bodies?", ["18.6 days"]),
    ("Numbers attending had fallen by a quarter.", ["a quarter"]),
]

NO_LEVELS = [
    "The bus leaves at 41 High Street.",
    "The Committee met at 10.",
    "Item 4.2 was taken first and the draft was 2.1.",
    "The site was 0.12 hectares.",
    "The vote would be in May rather than June.",
    "He stepped down after five years.",
    "The depot would be asked about a third testing day.",
    "The motion was lost by 31 votes against 14.",
]

TARGETS = [
    # --- what a level is set against
    ("Parcels delivered on the day: 71% against 88%.", ["71% against 88% = 88 % None"]),
    ("Voids took 34 days against 28.", ["34 days against 28 = 28 days None"]),
    ("Kerb repairs were off target, 31 against 45, owing to the frost.", ["31 against 45 = 45 count missed"]),
    ("Rent collection was measured against 98%.", ["measured against 98% = 98 % None"]),
    ("There were 61 walks (target 75) in the quarter.", ["target 75 = 75 count None"]),
    # --- standards, expectations and contracts
    ("Annual Standard – 6 days", ["Annual Standard – 6 days = 6 days None"]),
    ("The standard had not been met for three months.",
     ["The standard had not been met for three months = None None missed"]),
    ("The Commissioner had set an expectation of 12 weeks.", ["set an expectation of 12 weeks = 12 weeks None"]),
    ("The target was to bring the wait back to six weeks.",
     ["The target was to bring the wait back to six weeks = 6 weeks None"]),
    ("Faults take 4.1 days to mend, the contract allows 5.", ["contract allows 5 = 5 count None"]),
    ("The diagnosis rate, at 67.2%, remained above the 66.7% standard.", ["above the 66.7% standard = 66.7 % met"]),
    ("Answering was inside the 20 second target.", ["the 20 second target = 20 seconds met"]),
    # --- the rest, "it", and what is under review
    ("19 of the 26 indicators were at target and she spoke to the seven which were not.",
     ["19 of the 26 indicators were at target = None None met", "the seven which were not = None None missed"]),
    ("The cleansing target was raised although it had only been met once in two years.",
     ["The cleansing target was raised although it had only been met once in two years = None None missed"]),
    ("The turnout target was under review nationally.",
     ["The turnout target was under review nationally = None None None"]),
    # --- variances
    ("There was an adverse variance of £1.2m against plan.",
     ["There was an adverse variance of £1.2m against plan = None None missed"]),
]  # fmt: skip

NO_TARGETS = [
    "Attendance was 93% against 95% last year.",
    "Attendance was 93% against 95% nationally.",
    "The rate was 14% against 11% in 2016/17.",
    "It voted 14 against 9.",
    "The standard of the entries was high.",
    "There was an expectation of a report in May.",
    "It had been met with approval by residents.",
    "Where an indicator had missed its target it was set out at the back.",
    "The build was behind programme.",
]


@pytest.mark.parametrize(("sentence", "spans"), LEVELS)
def test_a_level_needs_no_noun(sentence: str, spans: list[str]) -> None:
    document = parsed(HEAD + sentence)
    assert [document.text[each.start_char : each.end_char] for each in figures.find(document)] == spans


@pytest.mark.parametrize("sentence", NO_LEVELS)
def test_a_lookalike_is_no_level(sentence: str) -> None:
    assert list(figures.find(parsed(HEAD + sentence))) == []


@pytest.mark.parametrize(("sentence", "told"), TARGETS)
def test_a_target_is_told(sentence: str, told: list[str]) -> None:
    document = parsed(HEAD + sentence)
    assert [_told(document.text, each) for each in targets.find(document)] == told


@pytest.mark.parametrize("sentence", NO_TARGETS)
def test_a_lookalike_is_no_target(sentence: str) -> None:
    assert list(targets.find(parsed(HEAD + sentence))) == []


def _told(text: str, target: targets.Target) -> str:
    value = None if target.value is None else f"{target.value:g}"
    return f"{text[target.start_char : target.end_char]} = {value} {target.unit} {target.status}"
