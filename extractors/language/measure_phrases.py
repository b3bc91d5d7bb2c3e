"""Measures named in prose: by the word that opens the name, a frame that points at it, its last word, or what is counted."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractors.language.measure_words import slug
from extractors.language.name_ends import end_of_name
from extractors.language.registry import Registry
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_phrases.grammar")
_WORD = re.compile(r"[A-Za-z’'&-]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`text[start:end]` names a measure; `id` is a known one's, or made from the name."""

    start: int
    end: int
    id: str
    rule: str
    known: bool


def find_phrases(text: str, start: int, end: int, registry: Registry) -> list[Phrase]:
    """The measures named in the sentence `text[start:end]`, family by family; they may overlap."""
    return [phrase for family in _FAMILIES for phrase in family(text, start, end, registry)]


def names_no_measure(text: str, start: int, end: int) -> bool:
    """Whether the name at `text[start:end]` is part of a plan's, a team's or an office's."""
    return bool(
        _GRAMMAR["no_measure_after"].match(text, end)
        or _GRAMMAR["no_measure_before"].search(text, max(0, start - 40), start)
    )


def _opened(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "the number of …", "the percentage of … who …", "timeliness of …"."""
    for match in _GRAMMAR["opened"].finditer(text, start, end):
        words = match.group().lower()
        if re.match(r"an? (?:\w+ )?(?:number|rate|volume)", words) and not re.search(r"low|high|grow|incr|record", words):
            continue
        stop = end_of_name(text, match.end(), end)
        if stop - match.end() < 4 or _GRAMMAR["uncounted"].match(text, match.end(), stop):
            continue
        weak = bool(_GRAMMAR["weak"].fullmatch(match["head"]))
        yield from _phrase(text, match.start(), stop, match.end(), "opened", registry, must_know=weak)


def _pointed(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "the target relating to …", "performance on …": the name is what follows."""
    for match in _GRAMMAR["pointed"].finditer(text, start, end):
        stop = end_of_name(text, match.end(), end)
        if stop - match.end() < 4 or _GRAMMAR["uncounted"].match(text, match.end(), stop):
            continue
        sure = bool(_GRAMMAR["sure_cue"].search(match.group()))
        yield from _phrase(text, match.end(), stop, match.end(), "pointed", registry, must_know=not sure)


def _changed(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "an increase in …": of known measures only."""
    for match in _GRAMMAR["changed"].finditer(text, start, end):
        stop = end_of_name(text, match.end(), end)
        yield from _phrase(text, match.end(), stop, match.end(), "changed", registry, must_know=True)


def _ended(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "reoffending rates", "caseload figures", "transfer wait times": back from the last word."""
    for match in _GRAMMAR["ended"].finditer(text, start, end):
        words = list(_WORD.finditer(text, match.start("name"), match.end("name")))
        first = len(words)
        while first > 0 and not _GRAMMAR["no_name"].fullmatch(words[first - 1].group()):
            if words[first - 1].group().endswith(("ly", "ing")) and first < len(words):
                break
            first -= 1
        if first == len(words):
            continue
        strong = bool(_GRAMMAR["strong_end"].fullmatch(match["head"]))
        begin = words[first].start()
        bare = registry.named(text[begin : match.end("name")])
        if bare and not strong:
            yield Phrase(begin, match.end(), bare.id, "measure.ended", True)
        else:
            yield from _phrase(text, begin, match.end(), begin, "ended", registry, must_know=not strong)


def _shared(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "92 per cent of X were …": X and what was so."""
    for key in ("shared", "most"):
        for match in _GRAMMAR[key].finditer(text, start, end):
            clause = re.compile(r"[^;:,.]|,(?= \w+(?: \w+)?,? (?:or|and) )|\.(?=\d)").match
            stop = match.end()
            while stop < end and clause(text, stop, end):
                stop += 1
            part = re.search(r"\s(?:and\s(?=(?:\d|that|it|there|the)\b)|which\b)", text[match.end() : stop])
            stop = match.end() + part.start() if part else stop
            tells = re.search(rf"\b(?:{_GRAMMAR['auxiliary'].pattern}|\w+ed|who|in|with)\b", text[match.end() : stop], re.I)
            people = re.search(rf"\b(?:{_GRAMMAR['population'].pattern})\b", text[match.end() : stop], re.I)
            if tells and stop - match.end() > 8 and not _GRAMMAR["uncounted"].match(text, match.end(), stop):
                yield from _phrase(text, match.end(), stop, match.end(), "shared", registry, must_know=not people)


def _happened(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "31 children had been adopted": who, and what became of them."""
    for match in _GRAMMAR["happened"].finditer(text, start, end):
        yield from _phrase(
            text, match.start("name"), match.end("name"), match.start("name"), "happened", registry, must_know=False
        )


def _numbered(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "22 notices to quit", "acquisitions (39 homes)": a number beside a known name."""
    for match in _GRAMMAR["numbered"].finditer(text, start, end):
        if _GRAMMAR["no_count"].search(text, max(start, match.start() - 24), match.start("name")):
            continue
        yield from _named(text, _starts_of(text, match, "name", from_left=True), "numbered", registry)
    for match in _GRAMMAR["bracketed"].finditer(text, start, end):
        yield from _named(text, _starts_of(text, match, "name", from_left=False), "numbered", registry)


def _moved(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "Footfall fell", "attendance was at 94%": a known name and where it stands."""
    for match in _GRAMMAR["moved"].finditer(text, start, end):
        yield from _named(text, _starts_of(text, match, "name", from_left=False), "moved", registry)


def _starts_of(text: str, match: re.Match[str], group: str, *, from_left: bool) -> list[tuple[int, int]]:
    """The parts of the group that keep its left (or right) end, the longest first."""
    words = list(_WORD.finditer(text, match.start(group), match.end(group)))
    if from_left:
        return [(words[0].start(), word.end()) for word in reversed(words)]
    return [(word.start(), words[-1].end()) for word in words]


def _named(text: str, parts: list[tuple[int, int]], rule: str, registry: Registry) -> Iterator[Phrase]:
    for begin, stop in parts:
        if found := registry.named(text[begin:stop]):
            yield Phrase(begin, stop, found.id, f"measure.{rule}", True)
            return


def _judged(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "Room hire is under budget": the subject of what is on or off its target."""
    for match in _GRAMMAR["judged"].finditer(text, start, end):
        name = match["name"]
        if re.search(rf"\b(?:{_GRAMMAR['speaker'].pattern}|that|which|{_GRAMMAR['auxiliary'].pattern})\b", name, re.I):
            continue
        begin = match.start("name") + len(re.match(r"(?:The |Overall |Our )*", name).group())  # type: ignore[union-attr]
        stop = match.end("name")
        if not _GRAMMAR["uncounted"].match(text, begin, stop):
            yield from _phrase(text, begin, stop, begin, "judged", registry, must_know=False)


def _phrase(
    text: str, start: int, end: int, bare: int, rule: str, registry: Registry, *, must_know: bool
) -> Iterator[Phrase]:
    """The phrase `text[start:end]`, whose own words begin at `bare`; none where it must be known and is not."""
    known = registry.resolve(text[start:end]) or registry.resolve(text[bare:end])
    if known:
        yield Phrase(start, end, known.id, f"measure.{rule}", True)
    elif not must_know and (made := slug(text[start:end])) and re.search(r"[a-z]{3}", made):
        yield Phrase(start, end, made[:80].rstrip("-"), f"measure.{rule}", False)


_FAMILIES: tuple[Callable[[str, int, int, Registry], Iterator[Phrase]], ...] = (
    _opened,
    _pointed,
    _changed,
    _ended,
    _shared,
    _happened,
    _numbered,
    _moved,
    _judged,
)
