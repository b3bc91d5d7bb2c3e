"""Measures told without their noun in its usual place: "82% were satisfied overall", "why have swims dropped?"."""

from collections.abc import Iterator

from extractors.language.measure_phrase import Phrase, make_phrase
from extractors.language.measured_nouns import is_measured
from extractors.language.name_ends import end_of_name
from extractors.language.registry import Registry
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_predicates.grammar")
_NAMES = grammar("measure_phrases.grammar")


def read_so(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "with 95% answered in five days", "82% were satisfied overall": what was so of a share that has no noun."""
    for match in _GRAMMAR["so"].finditer(text, start, end):
        begin, stop = match.span("name")
        if match["with"]:
            stop = max(end_of_name(text, stop, end, verbs=1), begin + 1)
        yield from make_phrase(text, begin, stop, begin, "so", registry, must_know=False)


def read_asked(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "Why have swimming lessons dropped …?", "asked why adaptations, at 71 days, were so far out"."""
    for rule in ("inverted", "why_so"):
        for match in _GRAMMAR[rule].finditer(text, start, end):
            known = not is_measured(match["name"]) or _NAMES["of_measures"].search(match["name"]) is not None
            yield from make_phrase(
                text, *match.span("name"), match.start("name"), "asked", registry, must_know=known
            )


def read_topic(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "With regard to grass cutting, the target …", "the satisfaction figure of 91%"."""
    for rule in ("topic", "with_figure", "with_target", "target_for"):
        for match in _GRAMMAR[rule].finditer(text, start, end):
            begin, stop = match.span("name")
            if not _NAMES["uncounted"].match(text, begin, stop) and not _NAMES["of_measures"].search(
                text, begin, stop
            ):
                yield from make_phrase(
                    text, begin, stop, begin, rule.replace("_", "-"), registry, must_know=False
                )


def read_beside(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "1,104 quits against a trajectory of", "640 loans, up 3%": what is counted and set beside something."""
    for rule in ("counted", "target_of"):
        for match in _GRAMMAR[rule].finditer(text, start, end):
            if is_measured(match["name"]):
                yield from make_phrase(
                    text, *match.span("name"), match.start("name"), "beside", registry, must_know=False
                )
