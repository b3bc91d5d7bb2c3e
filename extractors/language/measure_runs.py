"""Numbers in a row that stand for measures in a row: "absence and turnover were at 9% and 11%", "… respectively"."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.language.mention import Mention
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_runs.grammar")
_NEAR = 40
"""Characters behind the numbers, or before them, in which "respectively" is sought."""
Span = tuple[int, int]


def in_turn(text: str, sentence: Span, here: Sequence[Mention], place: Span) -> Mention | None:
    """The measure of the sentence that the number at `place` is for, by its turn: the second of two numbers is of the
    second of two measures. None where the sentence lists no measures for its numbers."""
    for run in _GRAMMAR["run"].finditer(text, *sentence):
        numbers = [number.span() for number in _GRAMMAR["number"].finditer(text, *run.span())]
        turns = [at for at, (first, last) in enumerate(numbers) if place[0] < last and first < place[1]]
        if len(turns) == 1:
            measures = _listed(text, here, run.span(), len(numbers))
            turn = turns[0] - (len(numbers) - len(measures))
            return measures[turn] if measures and turn >= 0 else None
    return None


def _listed(text: str, here: Sequence[Mention], run: Span, count: int) -> list[Mention]:
    """The measures that so many numbers are for, or the last of them ("11%, 2% and 3% up respectively"); none where
    they are not as many."""
    if any(run[0] < mention.end and mention.start < run[1] for mention in here):
        return []
    before = [mention for mention in here if mention.end <= run[0]]
    after = [mention for mention in here if mention.start >= run[1]]
    if _GRAMMAR["for_each"].fullmatch(text, run[1], after[0].start) if after else False:
        return after[:count] if _chain(text, after) == count else []
    if not before or _GRAMMAR["between"].search(text, max(0, run[0] - _NEAR), run[0]):
        return []
    if _chain(text, before[::-1], backwards=True) == count:
        return before[-count:]
    distinct = list({mention.indicator_id: mention for mention in before}.values())
    last = before[-1].end
    if _GRAMMAR["respectively"].search(text, last, run[0]) or _GRAMMAR["respectively"].match(
        text, run[1], run[1] + _NEAR
    ):
        return distinct[-count:] if len(distinct) > 1 else []
    plural = _GRAMMAR["figures_of"].search(text, last, run[0])
    return distinct if plural and len(distinct) == count else []


def _chain(text: str, mentions: Sequence[Mention], *, backwards: bool = False) -> int:
    """How many of the measures, from the first on, stand in one list: "A, B and C"."""
    count = min(1, len(mentions))
    for one, other in pairwise(mentions):
        first, last = (other, one) if backwards else (one, other)
        if not _GRAMMAR["joint"].fullmatch(text, first.end, last.start):
            break
        count += 1
    return count
