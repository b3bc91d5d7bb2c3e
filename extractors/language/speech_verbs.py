"""Verbs of speech: where a sentence has one, and what kind of saying it is (asking, answering, promising …)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from extractors.language.sentences import Sentence
from extractors.vocabulary import grammar

Voice = Literal["active", "passive", "participle"]
Deed = Literal["ask", "concern", "request", "answer", "promise", "say", "courtesy", "procedure"]
"""`say` is neutral: with it a member comments and an officer answers. `concern` and `request` ask, too."""

_GRAMMAR = grammar("speech.grammar")


def _at_a_word(kind: str, deeds: Sequence[Deed]) -> re.Pattern[str]:
    """Looks at every word once: the group that has matched is the deed whose verb begins there."""
    verbs = "|".join(f"(?P<{deed}>{_GRAMMAR[f'{kind}.{deed}'].pattern})" for deed in deeds)
    return re.compile(rf"(?<![\w’'-])(?={verbs})", re.IGNORECASE)


_DEEDS: tuple[Deed, ...] = (
    "courtesy", "concern", "request", "ask", "promise", "answer", "say", "procedure",
)  # fmt: skip
_VOICES: tuple[tuple[Voice, re.Pattern[str]], ...] = (
    ("passive", _at_a_word("passive", ("ask", "answer", "say"))),
    ("active", _at_a_word("class", _DEEDS)),
    ("participle", _at_a_word("participle", ("ask", "say"))),
)


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """The verb is `text[start:end]`, with what belongs to it ("gave an undertaking")."""

    start: int
    end: int
    deed: Deed
    voice: Voice

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


def find_verbs(text: str, sentence: Sentence) -> list[SpeechVerb]:
    """The verbs of speech of one sentence, in order, the longer first; whether anybody speaks is not asked yet."""
    found = [
        SpeechVerb(*match.span(deed), deed, voice)
        for voice, pattern in _VOICES
        for match in pattern.finditer(text, sentence.start, sentence.end)
        for deed in [cast(Deed, match.lastgroup)]
    ]
    return sorted(found, key=lambda verb: (verb.start, -verb.end))
