"""Measures named in prose: by how the name opens or ends, a frame that points at it, or what is counted."""

import re
from collections.abc import Callable, Iterator

from extractors.language.measure_clauses import (
    read_aimed,
    read_balance,
    read_done,
    read_listed,
    read_state,
    read_timed,
)
from extractors.language.measure_moves import read_dated, read_paced, read_performing, read_risen
from extractors.language.measure_numbered import read_moved, read_numbered
from extractors.language.measure_phrase import Phrase, make_phrase, words_before
from extractors.language.measure_predicates import read_asked, read_beside, read_so, read_topic
from extractors.language.measure_subjects import (
    read_judged,
    read_labelled,
    read_placed,
    read_stood,
    read_valued,
)
from extractors.language.measure_terse import read_deeds, read_terse, read_told_of
from extractors.language.measure_words import terms_of
from extractors.language.measured_nouns import is_measured, parts_of
from extractors.language.name_ends import end_of_name
from extractors.language.registry import Registry
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_phrases.grammar")
_MERELY = grammar("measure_predicates.grammar")["merely"]
_AUXILIARY = _GRAMMAR["auxiliary"].pattern
_HAPPENED = re.compile(r"\b(?:is|are|was|were|has|have|had|will|being)\b|=", re.IGNORECASE)
_OPENS_LATE = re.compile(rf"[‘“(]?(?:{_AUXILIARY})\b", re.IGNORECASE)
_TELLS = re.compile(rf"\b(?:{_AUXILIARY}|\w+ed|\w{{2,}}ing|who|in|with)\b|=", re.IGNORECASE)
# The rest of the clause: a comma only inside a list, a full stop only inside a number.
_REST = re.compile(
    r"(?:(?!\s(?:(?:against|compared)\s(?:an?|the|its|our|their|with|to)|and\s(?:\d+|that|it|there|the|had|has|have|was|were|is|are|explained|noted|advised|asked|said|stated)|which)\b"
    rf"|\sand\s(?:[a-z]+\s){{3,4}}(?:{_AUXILIARY})\b)"
    r"(?:[^;:,.(]|,(?=\s\w+(?:\s\w+)?,?\s(?:or|and)\s)|\.(?=\d))){1,200}"
)


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
        article = _GRAMMAR["opened_by"].search(text, max(start, match.start() - 50), match.start())
        begin = article.start() if article else match.start()
        clause = match.group().lower() == "length of time " or match.group().endswith("which ")
        stop = end_of_name(text, match.end(), end, verbs=int(clause))
        if match.group().lower() == "gap between " and text[stop : stop + 5] == " and ":
            stop = max(stop, end_of_name(text, stop + 5, end))
        short = stop - match.end() < 4 and not _GRAMMAR["short_form"].fullmatch(text, match.end(), stop)
        if short or _opens_none(text, start, begin, match, stop):
            continue
        people = _counts_people(text, match.end(), stop)
        weak = match["weak"]
        sure = _GRAMMAR["summed"].match(text, match.start(), stop) or (
            people and weak and _GRAMMAR["counted_of"].fullmatch(weak)
        )
        sure = sure or _GRAMMAR["value_told"].match(text, stop, end)
        unsure = weak is not None and not sure
        yield from make_phrase(text, begin, stop, match.start(), "opened", registry, must_know=unsure)


def _opens_none(text: str, start: int, begin: int, match: re.Match[str], stop: int) -> bool:
    """Whether what opens at `begin` is a mere "a number of", says "as a share of", or counts what is no measure."""
    if _GRAMMAR["many"].fullmatch(text, begin, match.end()):
        return True
    if _GRAMMAR["some"].fullmatch(text, begin, match.end()) or _GRAMMAR["as"].search(
        text, max(start, begin - 4), begin
    ):
        return True
    if text[begin : begin + 2].lower() == "a " and not _GRAMMAR["populations"].search(
        text, match.end(), stop
    ):
        return True
    if _GRAMMAR["praise"].fullmatch(text, begin, match.end()) and not _counts_people(text, match.end(), stop):
        return True
    if match.group().lower().startswith("demand for") and text[match.end()].isupper():
        return True
    if _GRAMMAR["figure_of_time"].match(text, match.end(), stop):  # "the recycling rate for the quarter"
        return True
    does = match.group().lower().endswith(" to ")  # "the time taken to issue permits"
    return not does and bool(_GRAMMAR["uncounted"].match(text, match.end(), stop))


def _counts_people(text: str, start: int, stop: int) -> bool:
    """Whether the head of the name at `text[start:stop]` is people, cases or things: "the tenants in arrears"."""
    head = _GRAMMAR["counted_head"].match(text, start, stop)
    return bool(head and _GRAMMAR["populations"].search(text, start, head.end()))


def _pointed(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "the target relating to …", "performance on …": the name is what follows."""
    for match in _GRAMMAR["pointed"].finditer(text, start, end):
        stop = end_of_name(text, match.end(), end)
        if stop - match.end() < 4 or _GRAMMAR["uncounted"].match(text, match.end(), stop):
            continue
        sure = bool(_GRAMMAR["sure_cue"].search(match.group())) or _tells_figure(text, match, stop, end)
        measured = _names_measured(match.group(), text[match.end() : stop])
        single = sure and len(terms_of(text[match.end() : stop])) == 1  # "measure relating to adoption"
        begin = match.start() if single else match.end()
        must_know = not (sure or measured)
        for first, last in parts_of(text, begin, stop):
            bare = max(first, match.end())
            yield from make_phrase(text, first, last, bare, "pointed", registry, must_know=must_know)


def _names_measured(cue: str, name: str) -> bool:
    """Whether behind such a cue stands a name of what is measured: "the figures for staff overtime"."""
    if _GRAMMAR["target_for"].fullmatch(cue) and not _GRAMMAR["no_target_for"].fullmatch(name):
        return name[:1].islower()
    return bool(_GRAMMAR["measured_cue"].match(cue)) and is_measured(name)


def _tells_figure(text: str, match: re.Match[str], stop: int, end: int) -> bool:
    """Whether the figure for the name at `text[match.end():stop]` is told behind it: "the figure for fires was"."""
    cue = match["cue"].lower().startswith("figure") and " for " in match.group()
    if not cue or _GRAMMAR["figure_of_time"].match(text, match.end(), stop):
        return False
    return _GRAMMAR["figure_told"].match(text, stop, end) is not None


def _changed(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "an increase in …": of known measures, and of what is counted or measured."""
    for match in _GRAMMAR["changed"].finditer(text, start, end):
        those = _GRAMMAR["those"].match(text, match.end(), end)
        stop = end_of_name(text, those.end() if those else match.end(), end, verbs=int(those is not None))
        people = those or _GRAMMAR["populations"].search(text, match.end(), stop)
        whole = _GRAMMAR["whole"].match(text, match.end(), stop)
        sure = people or whole or is_measured(text[match.end() : stop])
        for first, last in parts_of(text, match.end(), stop):
            yield from make_phrase(text, first, last, first, "changed", registry, must_know=not sure)
    for match in _GRAMMAR["fewer"].finditer(text, start, end):
        if is_measured(match["name"]):
            begin, stop = match.span("name")
            yield from make_phrase(text, begin, stop, begin, "changed", registry, must_know=False)


def _ended(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "reoffending rates", "caseload figures", "transfer wait times": back from the last word."""
    for match in _GRAMMAR["ended"].finditer(text, start, end):
        begin = _begin_of_name(text, start, match.start())
        alone = begin == match.start() and _GRAMMAR["how_long"].search(text, max(start, begin - 12), begin)
        if alone and _GRAMMAR["bare_end"].fullmatch(match["head"]):
            yield from make_phrase(text, *match.span(), begin, "ended", registry, must_know=False)
        if begin == match.start() or _GRAMMAR["no_ended"].search(text, begin, match.end()):
            continue
        if names_no_measure(text, begin, match.end()):
            continue
        strong = bool(_GRAMMAR["strong_end"].fullmatch(match["head"]))
        performs = bool(_GRAMMAR["performs"].fullmatch(match["head"]))
        bare = registry.named(text[begin : match.start()], counted=performs)
        if bare and not strong:
            yield Phrase(begin, match.end(), bare.id, "measure.ended", True)
        else:
            stop = _end_of_ended(text, match.end(), end) if strong else match.end()
            yield from make_phrase(text, begin, stop, begin, "ended", registry, must_know=not strong)


def _end_of_ended(text: str, stop: int, end: int) -> int:
    """Where the name that ends in "rate" or the like at `stop` goes on to: "the vacancy rate for social workers"."""
    goes_on = _GRAMMAR["ended_of"].match(text, stop, end)
    if not goes_on or _GRAMMAR["aside"].match(text, stop + 1, end):
        return stop
    last = end_of_name(text, goes_on.end(), end)
    return last if last > goes_on.end() else stop


def _begin_of_name(text: str, start: int, stop: int) -> int:
    """Where the words before `stop` begin that can be the name of something, four at most."""
    begin = stop
    for word in reversed(words_before(text, start, stop, 4)):
        if _GRAMMAR["no_name"].fullmatch(word.group()):
            break
        if begin < stop and len(word.group()) > 3 and word.group().endswith(("ly", "ing")):
            break
        begin = word.start()
    return begin


def _shared(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "92 per cent of X were …": X and what was so."""
    for key in ("shared", "most", "how_many"):
        for match in _GRAMMAR[key].finditer(text, start, end):
            clause = _REST.match(text, match.end(), end)
            stop = clause.end() if clause else match.end()
            if stop - match.end() <= 8 or _GRAMMAR["uncounted"].match(text, match.end(), stop):
                continue
            head = _GRAMMAR["counted_head"].match(text, match.end(), stop)
            if _OPENS_LATE.match(text, match.end()) or (
                head and _GRAMMAR["of_measures"].search(text, match.end(), head.end())
            ):
                continue
            if key == "shared" and not _TELLS.search(text, match.end(), stop):
                continue
            happened = _HAPPENED.search(text, match.end(), stop) and not _GRAMMAR["money"].match(
                text, match.end()
            )
            people = _GRAMMAR["populations"].search(text, match.end(), stop)
            praise = _GRAMMAR["praise"].fullmatch(text, match.start(), match.end())
            few = _GRAMMAR["few_of"].match(text, match.start(), match.end())
            if few and not _GRAMMAR["persons"].search(text, match.end(), stop):
                people = None
            unsure = not people and (praise is not None or few is not None or not happened)
            yield from make_phrase(text, match.end(), stop, match.end(), "shared", registry, must_know=unsure)


def _happened(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "31 children had been adopted": who, and what became of them; "took 9 days to let a home": what took so long."""
    for match in _GRAMMAR["happened"].finditer(text, start, end):
        name = match.start("name"), match.start("name") + len(match["name"].rstrip())
        handled = _GRAMMAR["handled"].fullmatch(text, *name) is not None
        if merely := _MERELY.fullmatch(text, *name):
            name = merely.span("noun")
        if not _GRAMMAR["some_of"].search(text, max(start, match.start() - 50), match.start()):
            yield from make_phrase(text, *name, name[0], "happened", registry, must_know=handled)
    for match in _GRAMMAR["took"].finditer(text, start, end):
        name = match.span("name")
        yield from make_phrase(text, *name, name[0], "took", registry, must_know=False)


def _average(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "the average stay", "an average re-letting time of …"."""
    for match in _GRAMMAR["average"].finditer(text, start, end):
        of = end_of_name(text, match.end(), end) if match.group()[-1].isspace() else match.end()
        stop = max(of, match.start() + len(match.group().rstrip()))
        yield from make_phrase(text, match.start(), stop, match.start(), "average", registry, must_know=False)


_FAMILIES: tuple[Callable[[str, int, int, Registry], Iterator[Phrase]], ...] = (
    _opened,
    _pointed,
    _changed,
    _ended,
    _shared,
    _happened,
    read_numbered,
    read_moved,
    read_stood,
    read_judged,
    read_placed,
    read_valued,
    read_labelled,
    _average,
    read_timed,
    read_so,
    read_asked,
    read_topic,
    read_beside,
    read_done,
    read_balance,
    read_state,
    read_listed,
    read_aimed,
    read_risen,
    read_paced,
    read_dated,
    read_performing,
    read_terse,
    read_told_of,
    read_deeds,
)
