"""How a later sentence looks back: to what was asked for or promised before, at which meeting, and when since."""

from functools import lru_cache

from extractors.vocabulary import grammar

_GRAMMAR = grammar("follow_up_recalls.grammar")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_YEAR = 12


@lru_cache(maxsize=1 << 14)
def recalls(sentence: str) -> bool:
    """Whether it takes up what an earlier meeting asked for, promised or spoke of: "the note promised in May"."""
    return bool(_GRAMMAR["recalls"].search(sentence))


def recalls_meeting(sentence: str, promised: str, said: str) -> bool:
    """Whether it names the month of the meeting that was promised; the days are ISO dates, of the promise and of the
    meeting that says so. A meeting of the same month names none."""
    return promised[5:7] != said[5:7] and int(promised[5:7]) in months(sentence)


def tells_when(sentence: str, promised: str, said: str) -> bool:
    """Whether it names a month between the two days, the last among them: when it was done."""
    first, last = (int(each[:4]) * _YEAR + int(each[5:7]) - 1 for each in (promised, said))
    between = {month % _YEAR + 1 for month in range(first, min(last, first + _YEAR - 1) + 1)}
    return not between.isdisjoint(months(sentence))


@lru_cache(maxsize=1 << 14)
def months(text: str) -> frozenset[int]:
    """The months it names, 1 to 12."""
    return frozenset(_MONTHS.index(match.group().lower()) + 1 for match in _GRAMMAR["month"].finditer(text))


def standing(item: str) -> float:
    """How far an agenda item is there to say what became of earlier business: 1 for matters arising and action logs,
    a half for the clerk's report, announcements, letters received."""
    if _GRAMMAR["review_item"].search(item):
        return 1.0
    return 0.5 if _GRAMMAR["news_item"].search(item) else 0.0
