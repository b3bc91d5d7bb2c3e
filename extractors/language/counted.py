"""Counts: a number with its noun ("412 referrals"), and numbers whose noun is understood ("22 were stable")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.language.counting import Noun, is_plural, noun_after, single_after, tells_volume
from extractors.language.numerals import number_of
from extractors.language.quantity import Quantity, Taken
from extractors.vocabulary import grammar

_GRAMMAR = grammar("counts.grammar")
_REACH = 160
_FEW = 5
_SMALL = 12
"""A definite number up to this ("the three hubs") tells how something is made up."""


@dataclass(slots=True)
class Told:
    """What a block has told so far: its counts, and what is left of a whole ("Of the 40 measures, 16 …").

    `shared`: the sentence tells a share of something. `last` is what was counted last, which "of which 19" is a part
    of.
    """

    counted: bool = False
    shared: bool = False
    last: float = 0.0
    size: float = 0.0
    left: float = 0.0

    def part(self, value: float) -> float | None:
        """The whole that `value` is a part of, or None; the parts of a whole fit into it."""
        if value > self.left:
            self.size = self.left = 0.0
            return None
        self.left -= value
        return self.size


def read_counted(text: str, start: int, end: int, taken: Taken, told: Told) -> Iterator[Quantity]:
    """The counts of `text[start:end]` that are not `taken`, in order. `told` is kept up to date."""
    for match in _GRAMMAR["count"].finditer(text, start, end):
        value = number_of(match["value"])
        if value is None or not taken.frees(*match.span("value")):
            continue
        quantity = _count(text, start, end, match, value, told)
        if quantity:
            told.counted = True
            if quantity.out_of is None:
                told.last = quantity.value
            yield quantity


def _count(
    text: str, start: int, end: int, match: re.Match[str], value: float, told: Told
) -> Quantity | None:
    before = text[max(start, match.start() - _REACH) : match.start()]
    if value <= _FEW and _GRAMMAR["or_more"].match(text, match.end("value"), end):
        return None  # part of a measure's name: "three or more placements"
    noun = noun_after(text, match.end(), end)
    if (
        noun.head
        and _GRAMMAR["all_before"].search(before)
        and _GRAMMAR["all_done"].match(text, noun.end, end)
    ):
        return _quantity(match, value, noun.end, noun.head)
    if noun.head and _GRAMMAR["none_of"].search(before):
        return _none_of(match, noun, value, before) if tells_volume(noun.head, value) else None
    if noun.head and _GRAMMAR["whole_of"].search(before):
        told.size = told.left = value
        return None
    moved = _GRAMMAR["moved"].match(text, match.end(), end)
    if moved:
        stop = noun_after(text, moved.end(), end)
        return _quantity(match, value, stop.end if stop.head else moved.end(), stop.head, moved=True)
    if value == 1 and (single := _one(text, match, end, before, told)):
        return _quantity(match, value, single.end, single.head)
    if noun.head is None:
        return _bare(text, start, end, match, value, before, told)
    reported = noun.head == "reports" and _GRAMMAR["reports_of"].match(text, noun.end, end)
    reported = reported or (noun.head == "names" and _GRAMMAR["names_on"].match(text, noun.end, end))
    if (
        not (reported or tells_volume(noun.head, value))
        or _named(match, before)
        or _is_definite(before, value)
    ):
        return None
    if value == 1:
        return None
    return _quantity(match, value, noun.end, noun.head, out_of=told.part(value) if told.size else None)


def _none_of(match: re.Match[str], noun: Noun, whole: float, before: str) -> Quantity:
    """ "None of the 14 sites had failed": none of so many."""
    lead = _GRAMMAR["none_of"].search(before)
    start = match.start() - (len(lead.group()) if lead else 0)
    return Quantity(start, noun.end, 0, "count", "count", match.end(), whole, noun.head)


def _one(text: str, match: re.Match[str], end: int, before: str, told: Told) -> Noun | None:
    """ "two accidents and one near miss", "there had been one death": what "one" counts."""
    case = _GRAMMAR["one_case"].search(before) and _GRAMMAR["case_does"].match(text, match.end(), end)
    beside = told.counted and _GRAMMAR["and_one"].search(before)
    if not (case or beside or _GRAMMAR["there_was"].search(before)):
        return None
    single = single_after(text, match.end(), end)
    if single.head is None or single.head == "vacancies":  # a seat to fill
        return None
    return single if tells_volume(single.head, 1) else None


def _bare(
    text: str, start: int, end: int, match: re.Match[str], value: float, before: str, told: Told
) -> Quantity | None:
    """A number whose noun went before: a level that something reached, or one of several counts."""
    follows = _GRAMMAR["part_does"].match(text, match.end(), end)
    part = _part_of(text, match, end, value, before)
    if part:
        return part
    if _GRAMMAR["standing"].match(text, match.end(), end) and _GRAMMAR["subject"].search(before):
        return _quantity(match, value, match.end(), None, out_of=told.part(value) if told.size else None)
    colour = _GRAMMAR["colour"].match(text, match.end(), end)
    stop = colour.end() if colour else match.end()
    those = _GRAMMAR["of_them"].match(text, match.end(), end)
    if _is_of_those(text, end, match, before) and (0 < value <= told.last or match["value"][0].isdigit()):
        last = those.end() if those and those["them"] else stop
        return _quantity(match, value, last, None, out_of=told.last if value <= told.last else None)
    if kinds := _one_of_two_kinds(text, match, end, value):
        return kinds
    if (told.counted or told.size) and _GRAMMAR["moved_by"].search(before):
        return _quantity(match, value, match.end(), None, moved=True)
    if told.counted or told.size or (told.shared and match["value"][0].isdigit()):
        if follows and not (value == 1 and _GRAMMAR["one_who"].search(before)):
            return _quantity(match, value, stop, None, out_of=told.part(value) if told.size else None)
        beside = _GRAMMAR["sum"].search(before) or _GRAMMAR["same_for"].search(before)
        if value > 1 and (beside or _GRAMMAR["when"].match(text, match.end(), end)):
            return _quantity(match, value, match.end(), None)
    if (
        _has_share(text, end, match, before)
        or (_GRAMMAR["with_here"].search(before) and _GRAMMAR["here"].match(text, match.end(), end))
        or (_GRAMMAR["with_here"].search(before) and _GRAMMAR["with_done"].match(text, match.end(), end))
        or _GRAMMAR["on_roll"].match(text, match.end(), end)
        or _is_subject(text, end, match, value, before)
        or _is_labelled(text, start, end, match)
        or _is_first_of_move(text, end, match, before)
        or _is_level_of_subject(text, end, match, value, before)
        or _is_loose_level(text, end, match, value, before)
    ):
        return _quantity(match, value, match.end(), None)
    level = _GRAMMAR["level"].search(before)
    if not level or _named(match, before) or _GRAMMAR["no_level"].match(text, match.end(), end):
        return None
    if not match["value"][0].isdigit() and value <= _SMALL and not _GRAMMAR["sure_level"].search(before):
        return None
    return _quantity(match, value, stop, None)


def _is_loose_level(text: str, end: int, match: re.Match[str], value: float, before: str) -> bool:
    """ "peaked at 412", "days lost per head were 6.1": a printed number where only a level can stand."""
    if not match["value"][0].isdigit() or _named(match, before):
        return False
    if not _GRAMMAR["level_end"].match(text, match.end(), end):
        return False
    if _GRAMMAR["decimal"].fullmatch(match["value"]):
        return bool(_GRAMMAR["measured_at"].search(before) and not _GRAMMAR["numbered"].search(before))
    told = _GRAMMAR["loose_level"].search(before) or _GRAMMAR["set_against"].search(before)
    return value > _SMALL and told is not None


def _one_of_two_kinds(text: str, match: re.Match[str], end: int, value: float) -> Quantity | None:
    """ "3 urgent and 40 routine repairs": the first counts what the second does."""
    kinds = _GRAMMAR["two_kinds"].match(text, match.end(), end)
    second = _GRAMMAR["count"].match(text, kinds.end(), end) if kinds else None
    noun = noun_after(text, second.end(), end) if second else None
    if not kinds or not noun or not noun.head or not tells_volume(noun.head, value):
        return None
    return _quantity(match, value, kinds.end("kind"), noun.head)


def _part_of(text: str, match: re.Match[str], end: int, value: float, before: str) -> Quantity | None:
    """ "all but two of the grants", "56 of the visits were late": a part of what is counted, its whole untold."""
    of = _GRAMMAR["part_of"].match(text, match.end(), end)
    noun = noun_after(text, of.end(), end) if of else None
    if noun is None or noun.head is None or not tells_volume(noun.head, float("inf")):
        return None
    told = value > 1 and tells_volume(noun.head, value) and _GRAMMAR["part_does"].match(text, noun.end, end)
    if (told and not _named(match, before)) or _GRAMMAR["all_but"].search(before):
        return _quantity(match, value, noun.end, noun.head)
    return None


def _is_of_those(text: str, end: int, match: re.Match[str], before: str) -> bool:
    """ "23 applications, of which 19 met the criteria", "six of which were thefts"."""
    after = _GRAMMAR["of_them"].match(text, match.end(), end)
    return bool(after or _GRAMMAR["of_those"].search(before))


def _has_share(text: str, end: int, match: re.Match[str], before: str) -> bool:
    """ "31 (91%)", "91% (31)"."""
    if not match["value"][0].isdigit() or _named(match, before):
        return False
    behind = _GRAMMAR["share_behind"].match(text, match.end(), end)
    return bool(
        behind or (text[match.end() : end].startswith(")") and _GRAMMAR["share_before"].search(before))
    )


def _is_subject(text: str, end: int, match: re.Match[str], value: float, before: str) -> bool:
    """ "that 1,021 had been missed": what something happened to; smaller ones are rules and papers."""
    only = value > 1 and _GRAMMAR["only"].search(before)
    told = match["value"][0].isdigit() and _GRAMMAR["told_that"].search(before)
    if told and _GRAMMAR["told_done"].match(text, match.end(), end):  # "advised that 9 had been returned"
        return True
    printed = match["value"][0].isdigit() and value > _SMALL
    if not (printed or only) or _named(match, before):
        return False
    begins = only or _GRAMMAR["subject"].search(before)
    return bool(begins and _GRAMMAR["subject_does"].match(text, match.end(), end))


def _is_labelled(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """ "Housing completions: 45": the number is what its line is about."""
    printed = match["value"][0].isdigit() and _GRAMMAR["label"].search(text[start : match.start()])
    return bool(printed and _GRAMMAR["label_end"].match(text[match.end() : end]))


def _is_first_of_move(text: str, end: int, match: re.Match[str], before: str) -> bool:
    """ "from 140 to 312 families", and both of "the fall in numbers, from 322 to 247"."""
    if _GRAMMAR["numbers_from"].search(before) and _GRAMMAR["to_number"].match(text, match.end(), end):
        return True
    if _GRAMMAR["numbers_to"].search(before):
        return not _GRAMMAR["no_level"].match(text, match.end(), end)
    there = _GRAMMAR["to_there"].match(text, match.end(), end)
    if not there or not _GRAMMAR["from_here"].search(before):
        return False
    noun = noun_after(text, there.end(), end)
    return noun.head is not None and tells_volume(noun.head, _SMALL + 1)


def _is_level_of_subject(text: str, end: int, match: re.Match[str], value: float, before: str) -> bool:
    """ "visits were 3,400"; smaller ones are ages and scores."""
    told = _GRAMMAR["subject_level"].search(before)
    if not told or value <= _SMALL or not is_plural(told["noun"]):
        return False
    ends = _GRAMMAR["subject_end"].match(text, match.end(), end)
    return bool(ends and tells_volume(told["noun"].lower(), value))


def _quantity(
    match: re.Match[str],
    value: float,
    end: int,
    noun: str | None,
    out_of: float | None = None,
    moved: bool = False,
) -> Quantity:
    return Quantity(
        match.start("value"), end, value, "count", "count", match.end(), out_of, noun, moved=moved
    )


def _named(match: re.Match[str], before: str) -> bool:
    """Whether the number belongs to a name before it ("Outcome 22", "Henley 2030")."""
    return match["value"][0].isdigit() and bool(_GRAMMAR["name_before"].search(before))


def _is_definite(before: str, value: float) -> bool:
    return value <= _SMALL and bool(_GRAMMAR["definite"].search(before))
