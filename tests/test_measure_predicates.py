"""Measures without their noun in its usual place, in invented sentences, and the lookalikes that name none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import indicators
from tests.documents import parsed

HEAD = "1. Welcome\nThe Chair opened the meeting.\n2. Performance report\n"

FOUND = [
    # --- what was so of a share without a noun
    ("Complaints were fewer, with 94% answered in five working days.", "answered in five working days"),
    ("82% were satisfied overall, which is below target.", "satisfied overall"),
    ("91% were cleared in 2 working days.", "cleared in 2 working days"),
    ("58% had been answered within 20 days in quarter 1.", "answered within 20 days"),
    ("Of these 431 were happy or very happy.", "happy or very happy"),
    ("71% of these renewed before the old licence ran out.", "renewed before the old licence ran out"),
    # --- what a question asks of
    ("Why have evening pottery lessons dropped from 860 to 710?", "evening pottery lessons"),
    ("On page 4, should visits to Tarn Park not be 41,000?", "visits to Tarn Park"),
    ("Is membership back to where it was?", "membership"),
    ("Isla Park asked why medical adaptations, at 71 days, were so far out.", "medical adaptations"),
    ("Councillor Ware asked why footway repairs had slipped.", "footway repairs"),
    # --- a sentence's topic, a figure or a target beside its name
    ("With regard to grass cutting, the target of 12 cuts a year has been reduced.", "grass cutting"),
    ("Hamish queried the satisfaction figure of 91%.", "satisfaction figure"),
    ("The exercise referral target is 300 people.", "exercise referral"),
    ("The target for accredited employers, 25, had been exceeded.", "accredited employers"),
    # --- what is counted and set beside something
    ("There had been 1,104 successful quits against a trajectory of 1,250.", "successful quits"),
    ("There were 2,180 gully defects in the month which is high.", "gully defects"),
    ("388 fly tips were reported in the quarter.", "fly tips"),
    # --- waits and times
    ("There was concern about the wait for first time grants.", "the wait for first time grants"),
    ("He spoke about the time taken to issue skip permits.", "the time taken to issue skip permits"),
    ("Items issued per 1,000 population stood at 1,908.", "Items issued per 1,000 population"),
]  # fmt: skip

NONE = [
    "60% were in favour.",
    "95% completed the survey.",
    "40% had been spent.",
    "Why has the meeting gone on so long?",
    "Should members be at the back?",
    "Has the roof been fixed?",
    "He asked why officers had gone up the tower.",
    "Could we see which surgeries those are?",
    "In respect of the minutes, the position was unclear.",
    "The annual target is 300.",
    "The target for the year is 300.",
    "There were 12 members compared with 14.",
    "There were 118 kilograms, a reduction of 4.",
    # --- times and other words that stand for no measure
    "Performance in December was 94%.",
    "October was back above the target.",
    "The time had crept up to 205 seconds.",
    "The rate for June was 4.9%.",
    "The Welsh averages were 94.8% and 93.6%.",
    "Nine of the 20 indicators had been given a rating.",
]


@pytest.mark.parametrize(("sentence", "name"), FOUND)
def test_names_the_measure(sentence: str, name: str) -> None:
    document = parsed(HEAD + sentence)
    assert name in [document.text[each.start_char : each.end_char] for each in indicators.find(document)]


@pytest.mark.parametrize("sentence", NONE)
def test_a_lookalike_names_none(sentence: str) -> None:
    assert list(indicators.find(parsed(HEAD + sentence))) == []


_WORDS = [
    "why",
    "have",
    "82%",
    "were",
    "satisfied",
    "with",
    "the",
    "target",
    "for",
    "is",
    "12",
    "visits",
    ",",
    "?",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=50))
def test_any_words_are_read_without_harm(words: list[str]) -> None:
    document = parsed(" ".join(words))
    for mention in indicators.find(document):
        assert 0 <= mention.start_char < mention.end_char <= len(document.text)
