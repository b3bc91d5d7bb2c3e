"""Which passages may speak of a promise at all: found by the words that tell most, so that most of them are never held
against it, however alike the minutes are."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.follow_ups.deeds import reference_of
from pipeline.follow_ups.model import Passage, Promise
from pipeline.follow_ups.roots import partners
from pipeline.follow_ups.subjects import topics
from pipeline.follow_ups.terms import Weights

_SLACK = 1e-9
"""What sums of the same weights may differ by in another order."""


class Candidates:
    """The passages of one council; `weights` are those of the words in them and in their items' titles."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = sorted(passages, key=lambda each: (each.date, each.id))
        self._dates = [each.date for each in self._passages]
        self._topics = [topics(each.text) | topics(each.item) for each in self._passages]
        self.weights = Weights(self._topics)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_number: dict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(self._passages):
            for one in self._topics[place]:
                self._by_word[one].append(place)
            if number := reference_of(each.text):
                self._by_number[number].append(place)

    def after(self, promise: Promise, own: frozenset[str], least: float) -> Iterator[Passage]:
        """The passages of later days, in their order, that hold at least the share `least` (0 to 1) of the weight of
        `own`, or other words for it, in themselves or their item's title; and those with the promise's number."""
        first = bisect_right(self._dates, promise.date)
        found = set(_since(self._by_number.get(promise.reference or "", ()), first))
        alike = {each: (each, *partners(each)) for each in own}
        needed = least * self.weights.of(own)
        for one in self._telling(own, needed):
            for word in alike[one]:
                found.update(_since(self._by_word.get(word, ()), first))
        for place in sorted(found):
            held = self._topics[place]
            share = sum(self.weights[one] for one in own if not held.isdisjoint(alike[one]))
            if share >= needed - _SLACK or self._has_number(place, promise):
                yield self._passages[place]

    def _has_number(self, place: int, promise: Promise) -> bool:
        return promise.reference is not None and promise.reference == reference_of(self._passages[place].text)

    def _telling(self, own: frozenset[str], needed: float) -> Iterator[str]:
        """The words that tell most, until those left weigh less than is needed: a passage must have one of these."""
        left = self.weights.of(own)
        for one in sorted(own, key=lambda each: (-self.weights[each], each)):
            if left < needed - _SLACK or not left:
                return
            yield one
            left -= self.weights[one]


def _since(places: Sequence[int], first: int) -> Sequence[int]:
    """Those of the ascending `places` that are `first` or later."""
    return places[bisect_left(places, first) :]
