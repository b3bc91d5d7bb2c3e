"""Which passages may speak of a promise at all: found by the words that tell most, so that most of them are never held
against it, however alike the minutes are."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from pipeline.follow_ups.deeds import reference_of, reviews
from pipeline.follow_ups.model import Passage, Promise
from pipeline.follow_ups.terms import Weights, terms

_SLACK = 1e-9
"""What sums of the same weights may differ by in another order."""


class _Group:
    """Passages that are as near to any promise: of one committee, in items that follow promises up or not."""

    def __init__(self, example: Passage) -> None:
        self.example = example
        self.by_word: dict[str, list[int]] = defaultdict(list)


class Candidates:
    """The passages of one council; `weights` are those of the words in them."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = sorted(passages, key=lambda each: (each.date, each.id))
        self._dates = [each.date for each in self._passages]
        self._words = [terms(each.text) for each in self._passages]
        self.weights = Weights(self._words)
        titles = {each.item: (terms(each.item), reviews(each.item)) for each in self._passages}
        self._topics: list[frozenset[str]] = []
        self._groups: dict[tuple[str | None, bool], _Group] = {}
        self._by_number: dict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(self._passages):
            title, is_review = titles[each.item]
            self._topics.append(self._words[place] | title)
            group = self._groups.setdefault((each.committee, is_review), _Group(each))
            for stem in self._topics[place]:
                group.by_word[stem].append(place)
            if number := reference_of(each.text):
                self._by_number[number].append(place)

    def after(
        self, promise: Promise, own: frozenset[str], *, recall: Callable[[Passage], float], weight: float
    ) -> Iterator[tuple[Passage, float]]:
        """The passages of later days, in their order, each with its recall: the share (0 to 1) of the weight of `own`
        that it and its item's title hold. That is at least the `recall` of any passage of its committee and kind of
        item, and the words of its own in common have the `weight`, unless the passage has the promise's number."""
        asked = self.weights.of(own)
        first = bisect_right(self._dates, promise.date)
        numbered = set(_since(self._by_number.get(promise.reference or "", ()), first))
        found = {place: 0.0 for place in numbered if own & self._words[place]}
        for group in self._groups.values():
            least = recall(group.example)
            places: set[int] = set()
            for stem in self._telling(own, least * asked):
                places.update(_since(group.by_word.get(stem, ()), first))
            for place in places:
                share = self.weights.of(own & self._topics[place]) / asked
                if share >= least - _SLACK and self.weights.of(own & self._words[place]) >= weight - _SLACK:
                    found[place] = share
        for place in sorted(found):
            yield self._passages[place], found[place]

    def _telling(self, own: frozenset[str], needed: float) -> Iterator[str]:
        """The words that tell most, until those left weigh less than is needed: a passage must have one of these."""
        left = self.weights.of(own)
        for stem in sorted(own, key=lambda each: (-self.weights[each], each)):
            if left < needed - _SLACK:
                return
            yield stem
            left -= self.weights[stem]


def _since(places: Sequence[int], first: int) -> Sequence[int]:
    """Those of the ascending `places` that are `first` or later."""
    return places[bisect_left(places, first) :]
