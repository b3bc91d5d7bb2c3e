"""The parts of an exchange: queries and replies, and the turn (one sentence in its place) they are read from."""

import re
from dataclasses import dataclass, field

from extractors.language.leads import Lead
from extractors.language.people import Person
from extractors.language.sentences import Sentence
from extractors.language.speakers import Speakers
from extractors.language.speech import Act
from extractors.vocabulary import grammar

_GRAMMAR = grammar("questions.grammar")
_SHORTEST_TOPIC = 4
"""Characters."""


@dataclass(frozen=True, slots=True)
class Query:
    """`text[start:end]` says what a member or guest asked, raised or remarked on."""

    start: int
    end: int
    block: int
    asker: Person | None
    rule: str
    asks: bool
    """Whether it wants an answer; a mere comment may get one."""
    hearer: Person | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """`text[start:end]` may answer a query."""

    start: int
    end: int
    block: int
    speaker: Person | None
    to: Person | None = None
    """Whom it names as the one it answers."""
    bound: bool = False
    """Whether it answers the query just before it and no other, as its words say."""
    defers: bool = False
    """Whether it promises an answer instead of giving one."""
    weak: bool = False
    """Whether nothing but its place says that it answers: it gives way to a named reply right behind it."""
    listed: bool = False
    """Whether it stands in a list of replies, each of which answers some question."""
    about: tuple[int, int] | None = None
    """Where the topic stands that the reply puts first ("In relation to parking, Ms Orme said …")."""


Event = Query | Reply


@dataclass(frozen=True, slots=True)
class Turn:
    """One sentence with what is known about it; `speakers` are those of `acts`, pronouns resolved."""

    text: str
    sentence: Sentence
    acts: tuple[Act, ...]
    speakers: tuple[Person | None, ...]
    people: tuple[Person, ...]
    lead: Lead | None
    first: bool
    """Whether it is the first sentence of its block."""

    @property
    def start(self) -> int:
        return self.sentence.start

    @property
    def end(self) -> int:
        """Without the closing stop."""
        return trimmed_end(self.text, self.sentence.start, self.sentence.end)

    @property
    def words(self) -> str:
        return self.text[self.sentence.start : self.sentence.end]


@dataclass(slots=True)
class State:
    """What an item's earlier sentences leave behind."""

    speakers: Speakers
    events: list[Event] = field(default_factory=list)
    answering: bool = False
    """Whether somebody has been said to respond to questions, so that topics put first are questions."""
    askers: Person | None = None
    """Whose questions those are."""
    awaited: tuple[Person | None] | None = None
    """Whose reply the next sentence is, where this one only announces it."""

    def last_query(self, block: int) -> Query | None:
        """The query that nothing has followed yet in this block."""
        last = self.events[-1] if self.events else None
        return last if isinstance(last, Query) and last.block == block else None


def trimmed_end(text: str, start: int, end: int) -> int:
    """`end` without white space, stops and a joint left over before it."""
    return start + len(re.sub(r"[\s.;:,–—-]*(?:[;,]\s*and)?[\s.;:,–—-]*$", "", text[start:end]))


def reply(turn: Turn, start: int, speaker: Person | None, *, act: Act | None = None, bound: bool = False,
          to: Person | None = None) -> Reply:  # fmt: skip
    """The reply from `start` to the end of the sentence."""
    opens = speaker.end if speaker and speaker.start == start else start
    said = act.verb[1] if act and act.start == start else opens
    defers = bool(_GRAMMAR["deferring"].match(turn.text, said, turn.end)) or (
        act is not None and act.deed == "promise"
    )
    hearer = to or (act.hearer if act else None)
    front = _GRAMMAR["topic_front"].match(turn.text, turn.start, start)
    about = (front.end(), start) if front and start - front.end() > _SHORTEST_TOPIC else None
    return Reply(start, turn.end, turn.sentence.block, speaker, hearer, bound, defers, about=about)
