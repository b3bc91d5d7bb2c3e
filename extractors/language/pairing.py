"""Which reply answers which query.

A reply that follows one query at once answers it. Where several queries wait, as after a round of questions, the
words they share decide, then the order; a reply "to Councillor Orme" answers hers.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractors.language.people import Person
from extractors.language.stems import stems
from extractors.language.turns import Event, Query, Reply

_CLAUSE = re.compile(r"\s+and\s+(?=(?:that|also|the|it|he|she|they|there|would|will)\b)|;\s+")

_FAR = 1.4
"""Two words that hardly any other question or reply has: one alone is shared by chance (on the marked documents
0.8 pairs 77 answers in a hundred rightly, 1.3 to 1.6 pair 81)."""
_SURE = 0.9
"""One word that hardly any other has: enough in a list of replies, which all answer something."""
_CLOSE = 0.5
"""Of several queries that a reply may answer, those that score less than half of the best are not meant."""
_FEW = 3
"""Questions put one after another that replies take up in their order; in a longer round the words decide."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A query with the reply that answers it, if any; `answer` is the clause of it that does."""

    query: Query
    reply: Reply | None
    answer: tuple[int, int] | None


def pair(text: str, events: Sequence[Event], same: Callable[[Person, Person], bool]) -> list[Exchange]:
    """Every query of one item, in order, with its reply."""
    return _Pairing(text, events, same).exchanges()


class _Pairing:
    def __init__(self, text: str, events: Sequence[Event], same: Callable[[Person, Person], bool]) -> None:
        self._text = text
        self._events = events
        self._same = same
        spread = Counter(stem for event in events for stem in stems(text, event.start, event.end))
        self._weight = {stem: 1 / count for stem, count in spread.items()}
        self._found: dict[int, tuple[Reply, tuple[int, int]]] = {}

    def exchanges(self) -> list[Exchange]:
        on_topic = self._take_topics()
        waiting: list[int] = []
        run: list[int] = []
        fresh = True
        for at, event in enumerate(self._events):
            if isinstance(event, Query):
                run = [*run, at] if fresh and run else [at]
                fresh = True
                waiting += [] if at in self._found else [at]
            else:
                if at not in on_topic:
                    self._answer(event, run, fresh, waiting, self._replies_from(at))
                fresh = False
                waiting = [each for each in waiting if each not in self._found]
        return [
            Exchange(event, *self._found.get(at, (None, None)))
            for at, event in enumerate(self._events)
            if isinstance(event, Query)
        ]

    def _take_topics(self) -> set[int]:
        """The replies that put a topic first, and so answer the query before them that is most about it."""
        taken: set[int] = set()
        for at, event in enumerate(self._events):
            if not isinstance(event, Reply) or event.about is None or event.bound:
                continue
            asked = [
                i for i in range(at) if isinstance(self._events[i], Query) and self._is_about(i, *event.about)
            ]
            if asked:
                self._take(max(asked, key=lambda i: (self._score(i, *event.about or (0, 0)), i)), event)
                taken.add(at)
        return taken

    def _answer(self, reply: Reply, run: list[int], fresh: bool, waiting: list[int], left: int) -> None:
        """Let `reply` answer what it can: the run of queries just before it, else what still waits; it and those behind
        it are `left` replies in a row."""
        if run and reply.bound:
            if fresh:
                self._take(run[-1], reply)
            return
        named = [at for at in waiting if reply.to and self._asked_by(at, reply.to)]
        near = [at for at in run if at in waiting and self._is_near(at, reply, run)]
        if (fresh and len(run) == 1) or (fresh and len(near) == 1 and len(named or near) == 1):
            self._take((near or run)[-1], reply)
            return
        candidates = named or waiting
        scored = {at: self._score(at, reply.start, reply.end) for at in candidates}
        least = {at: _SURE if reply.listed else self._least(at, near, named) for at in candidates}
        best = [at for at, score in scored.items() if score >= least[at]]
        best = [at for at in best if scored[at] >= _CLOSE * max(scored.values())]
        if best:
            for at in best:
                self._take(at, reply, several=len(best) > 1 or len(near) > 1)
        elif fresh and near:
            for at in near if len(near) <= 2 and left < len(near) else near[:1]:
                self._take(at, reply)
        elif near and not fresh:
            self._take(near[0], reply)
        elif named and fresh:
            self._take(named[-1], reply)

    def _is_near(self, at: int, reply: Reply, run: list[int]) -> bool:
        """Whether a reply may answer the query without sharing words: in its paragraph, or behind few that stand in
        one paragraph each."""
        apart = reply.block - self._query(at).block
        behind = reply.block > self._query(run[-1]).block
        last = len(run) - run.index(at)  # how many questions of the run stand between, this one counted
        return apart == 0 or (behind and apart <= last and len(run) <= _FEW and self._query(at).asks)

    def _is_about(self, at: int, start: int, end: int) -> bool:
        """Whether the query speaks of the topic in `text[start:end]`: of two words in three."""
        topic = stems(self._text, start, end)
        query = self._query(at)
        return bool(topic) and 3 * len(topic & stems(self._text, query.start, query.end)) >= 2 * len(topic)

    def _replies_from(self, at: int) -> int:
        return next(
            (i for i, event in enumerate(self._events[at:]) if isinstance(event, Query)),
            len(self._events) - at,
        )

    def _least(self, at: int, near: list[int], named: list[int]) -> float:
        """The score from which a reply answers the query: from afar, and for a mere comment, it must share more."""
        if at in near or at in named:
            return 0.5
        return _FAR if self._query(at).asks else 2 * _FAR

    def _take(self, at: int, reply: Reply, *, several: bool = False) -> None:
        span = reply.start, reply.end
        if several:
            clauses = self._clauses(*span)
            scores = [self._score(at, *clause) for clause in clauses]
            if max(scores) > 0:
                span = clauses[scores.index(max(scores))]
        self._found.setdefault(at, (reply, span))

    def _query(self, at: int) -> Query:
        event = self._events[at]
        assert isinstance(event, Query)
        return event

    def _asked_by(self, at: int, person: Person) -> bool:
        asker = self._query(at).asker
        return asker is not None and self._same(asker, person)

    def _score(self, at: int, start: int, end: int) -> float:
        """The weight of the words that the query and `text[start:end]` share; rare ones weigh most."""
        query = self._query(at)
        shared = stems(self._text, query.start, query.end) & stems(self._text, start, end)
        return sum(2 * self._weight.get(stem, 0.5) for stem in shared) if shared else 0.0

    def _clauses(self, start: int, end: int) -> list[tuple[int, int]]:
        bounds = []
        begin = start
        for match in _CLAUSE.finditer(self._text, start, end):
            bounds.append((begin, match.start()))
            begin = match.end()
        return [*bounds, (begin, end)]
