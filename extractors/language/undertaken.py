"""What an action is read from: one sentence in its place, and the undertaking that it yields."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from extractors.language.people import Person
from extractors.language.speech import Act

_OFFICE_HELD = re.compile(
    r"\b(?:cabinet|executive|lead) member|portfolio holder|commissioner\b", re.IGNORECASE
)
_LEARNT = re.compile(r"not(?:ed|es)\b|heard|recogni[sz]ed|acknowledged|learn", re.IGNORECASE)
_REPLY = re.compile(r"\W*(?:in )?(?:respon(?:se|ding)|reply(?:ing)?|answer(?:ing)?) to\b", re.IGNORECASE)
Commitment = Literal["agreed", "promised", "requested", "suggested"]


@dataclass(frozen=True, slots=True)
class Undertaking:
    """`text[start:end]` says what is to be done; the verb of the deed begins at `verb`."""

    start: int
    end: int
    verb: int
    commitment: Commitment
    rule: str
    owner: str | None = None
    """As printed, a pronoun resolved."""
    due: str | None = None
    status: str | None = None
    """Both as a table prints them in columns of their own; in running text the words tell `due`."""


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, `text[start:end]`, and what is known where it stands."""

    text: str
    start: int
    end: int
    people: tuple[Person, ...]
    acts: tuple[Act, ...]
    speakers: tuple[Person | None, ...]
    """Of `acts`, pronouns resolved."""
    resolve: Callable[[Person], Person]
    carried: Person | None
    """Who spoke last, before this sentence and in the same paragraph, for the administration."""
    own: re.Pattern[str] | None
    """The council's own name and its initials, where the document gives them."""
    queries: tuple[tuple[int, int], ...]
    """The spans of this sentence that put a question."""
    answered: tuple[tuple[int, int], ...] = ()
    """Those of `queries` that were answered at once, so that nothing is left to do."""

    def act_over(self, at: int) -> tuple[Act, Person | None] | None:
        """The speech act in whose words `text[at]` stands, and who speaks."""
        found = None
        for act, speaker in zip(self.acts, self.speakers, strict=True):
            if act.verb[1] <= at and at < act.end:
                found = act, speaker
        return found

    def is_mere_member(self, speaker: Person | None) -> bool:
        """Whether who speaks is a member without an office, whose "would be done" is an opinion."""
        if speaker is None or speaker.side != "member" or speaker.kind == "office":
            return False
        return not _OFFICE_HELD.search(speaker.words(self.text))

    def is_opinion(self, act: Act, speaker: Person | None) -> bool:
        """Whether the words of `act` are what a member without an office thinks, and not what Members were told."""
        if act.deed != "say" or act.voice != "active" or not self.is_mere_member(speaker):
            return False
        return not _LEARNT.match(self.text, act.verb[0], act.verb[1])

    def is_asked(self, at: int, *, spans: bool = True) -> bool:
        """Whether `text[at]` stands inside a question or concern, so that what it says is not settled.

        Without `spans` only the verb of speech decides, and not that it is part of what was put to the meeting.
        """
        over = self.act_over(at)
        if over and over[0].deed in ("ask", "concern", "courtesy"):
            return True
        if over and (over[0].deed in ("answer", "promise") or self._replies(over[0])):
            return False
        return spans and any(start <= at < end for start, end in self.queries)

    def _replies(self, act: Act) -> bool:
        """Whether the sentence opens with what the words of `act` reply to ("In response to a suggestion that …, ")."""
        return (
            act.deed == "say"
            and act.voice == "active"
            and bool(_REPLY.match(self.text, self.start, act.start))
        )
