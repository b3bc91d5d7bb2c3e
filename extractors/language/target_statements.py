"""Statements about targets: what one is, whether it is met, who sets it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from extractors.language.figure_roles import role_of
from extractors.language.mention import Mention
from extractors.language.quantity import Quantity
from extractors.language.sentences import Sentence
from extractors.language.target_clauses import clause_at, clauses_of, near_words
from extractors.language.target_context import Context, read_aims, read_context
from extractors.language.target_remarks import (
    read_moves,
    read_pronouns,
    read_ratings,
    read_rest,
    read_setters,
    read_turned,
)
from extractors.language.target_statement import TargetStatement
from extractors.language.target_status import Status, StatusPhrase, judge, read_status
from extractors.vocabulary import grammar

_GRAMMAR = grammar("targets.grammar")
_REACH = 130
"""Characters before a number in which the word target may stand."""
_NEXT = 12
"""Characters between a value and the clause that goes on about it: ", which was exceeded"."""
_BEFORE = ("value_before", "value_moved", "value_far", "value_deed", "value_cap", "value_recast")
_OF = re.compile(r"\s+of\b")
_COUNTED = re.compile(r"\b\d+\s+\($")
"""Before a share of the targets themselves: "31 (91%) targets were on track"."""


def find_targets(
    text: str,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention] = (),
) -> Iterator[TargetStatement]:
    """The statements of `sentences` about targets, in order, none overlapping. `mentions`: of measures, in order."""
    starts = [mention.start for mention in mentions]
    at = 0
    context = Context()
    for sentence in sentences:
        while at < len(quantities) and quantities[at].start < sentence.start:
            at += 1
        stop = at
        while stop < len(quantities) and quantities[stop].start < sentence.end:
            stop += 1
        found: list[TargetStatement] = []
        if context.tells or _GRAMMAR["mention"].search(text, sentence.start, sentence.end):
            named = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            names = [(m.start, m.end) for m in named]
            found = list(_in_sentence(text, sentence, quantities[at:stop], names, context))
        yield from found
        context = context.after(text, sentence, found)
        at = stop


def _in_sentence(
    text: str,
    sentence: Sentence,
    quantities: Sequence[Quantity],
    names: Sequence[tuple[int, int]],
    context: Context,
) -> Iterator[TargetStatement]:
    kept: list[TargetStatement] = []
    for found in (
        *read_context(text, sentence, quantities, context),
        *read_aims(text, sentence),
        *_values(text, sentence, quantities),
        *_statuses(text, sentence, quantities),
        *read_setters(text, sentence),
        *read_moves(text, sentence),
        *read_ratings(text, sentence),
        *read_turned(text, sentence, names),
        *read_rest(text, sentence),
        *read_pronouns(text, sentence),
    ):
        again = found.rule == "target.told" and any(
            o.quantity and 0 <= found.start - o.end < _NEXT for o in kept
        )
        if not again and not any(found.start < other.end and other.start < found.end for other in kept):
            kept.append(found)
    yield from _joined(text, sorted(kept, key=lambda each: each.start))


def _joined(text: str, statements: Sequence[TargetStatement]) -> Iterator[TargetStatement]:
    """The statements, of two in a clause that say the same the one with the value: "missed its target, with 81%
    against a target of 90%"; two of one subject that say the same are one."""
    begin: int | None = None
    for found, after in zip_longest(statements, statements[1:]):
        if after and _repeats(text, found, after):
            continue
        if after and _goes_on(text, found, after):
            begin = found.start if begin is None else begin
            continue
        yield found if begin is None else replace(found, start=begin)
        begin = None


def _goes_on(text: str, found: TargetStatement, after: TargetStatement) -> bool:
    """Whether `after` says the same again of the same subject: "is in line with the threshold and is within budget"."""
    return (
        found.rule == "target.status"
        and after.rule in ("target.status", "target.rating")
        and found.status == after.status
        and found.quantity is after.quantity is None
        and bool(_GRAMMAR["same_subject"].fullmatch(text, found.end, after.start))
    )


def _repeats(text: str, found: TargetStatement, after: TargetStatement) -> bool:
    """Whether `found` only says, in the same clause, the status of the statement `after`, which has the value."""
    return (
        found.rule in ("target.status", "target.rating")
        and after.rule == "target.value"
        and found.status == after.status
        and not _GRAMMAR["clause_break"].search(text, found.end, after.start)
    )


def _values(text: str, sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[TargetStatement]:
    """ "above the target of 90 per cent", "8 days as a target", "(target 90%)"."""
    for index, quantity in enumerate(quantities):
        place = None if quantity.moved else _stated(text, sentence, quantities, index)
        if place is None:
            continue
        begin, stop = clause_at(text, sentence, quantity.start)
        phrase = _coloured(text, sentence, read_status(text, begin, min(stop, quantity.end + 60)))
        setter = _GRAMMAR["setter_word"].search(text, *place)
        here = _GRAMMAR["told_here"].match(text, place[1], sentence.end)
        told = _told_here(here) if here else _told_of(text, place[1], sentence.end)
        place = (place[0], here.end()) if here else place
        yield TargetStatement(
            *place,
            _whole(quantity),
            (phrase.status if phrase else None) or told,
            setter["setter"] if setter else None,
            "target.value",
            phrase.side if phrase else None,
        )


def _told_here(told: re.Match[str]) -> Status | None:
    """What is said of the target just told: "… was not reached"; what it is thought of says neither."""
    verb = told["verb"].lower()
    if verb.endswith(("able", "istic", "ing", "ious")) or (told["modal"] and not told["not"]):
        return None
    return "missed" if told["not"] or verb in ("missed", "breached") else "met"


def _told_of(text: str, begin: int, stop: int) -> Status | None:
    """What the next clause says of the target: "…; this was not being achieved"."""
    told = _GRAMMAR["told_of"].match(text, begin, stop)
    if told is None:
        return None
    return "missed" if told["not"] or told["verb"].lower() == "missed" else "met"


def _coloured(text: str, sentence: Sentence, phrase: StatusPhrase | None) -> StatusPhrase | None:
    """The phrase judged by the colour that its sentence gives: "rated Green, below the target of 5%"."""
    if phrase is None or phrase.side is None:
        return phrase
    green = _GRAMMAR["green"].search(text, sentence.start, sentence.end)
    red = _GRAMMAR["red"].search(text, sentence.start, sentence.end)
    if bool(green) == bool(red):
        return phrase
    return replace(phrase, status="met" if green else "missed", side=None)


def judged_for(statement: TargetStatement, polarity: str | None) -> Status | None:
    """The status of `statement` for a measure of which `higher` or `lower` is better, None where unknown."""
    if statement.side is None or polarity not in ("higher", "lower"):
        return statement.status
    return judge(statement.side, polarity == "lower")


def _whole(quantity: Quantity) -> Quantity:
    """Of "our target (30/45)" the target is the whole."""
    if quantity.kind == "ratio" and quantity.out_of is not None:
        return replace(quantity, value=quantity.out_of)
    return quantity


def _stated(
    text: str, sentence: Sentence, quantities: Sequence[Quantity], index: int
) -> tuple[int, int] | None:
    """Where the text says that `quantities[index]` is a target."""
    quantity = quantities[index]
    if quantity.noun and _GRAMMAR["near_what"].fullmatch(quantity.noun):
        return None  # "had improved against target for 14 indicators"
    low = max(sentence.start, quantity.start - _REACH)
    before = next(filter(None, (_GRAMMAR[name].search(text[low : quantity.start]) for name in _BEFORE)), None)
    if before and not _GRAMMAR["progress"].search(before.group()):
        return low + before.start(), quantity.end
    apposed = _GRAMMAR["value_apposed"].search(text[low : quantity.start])
    if apposed and _GRAMMAR["apposed_end"].match(text, quantity.end, sentence.end):
        return low + apposed.start(), quantity.end
    own = _GRAMMAR["value_self"].search(text[low : quantity.start + quantity.lead])
    if own:
        done = _GRAMMAR["self_done"].match(text, quantity.end, sentence.end)
        return low + own.start(), done.end() if done else quantity.end
    dated = _dated(text, sentence, low, quantity)
    if dated:
        return dated
    ought = _ought(text, low, quantity)
    if ought:
        return ought
    goal = _goal(text, low, quantity) or _set_against(text, sentence, quantity, quantities[:index])
    if goal:
        return goal
    after = _GRAMMAR["value_after"].match(text, quantity.end, sentence.end)
    if after and not (after.group()[0] == ")" and _COUNTED.search(text[low : quantity.start])):
        lead = _GRAMMAR["value_lead"].search(text[low : quantity.start])
        return low + lead.start() if lead else quantity.start, after.end()
    # "a target blend whereby we deliver 60%": a number in a target's role after the word.
    if role_of(text, sentence.start, sentence.end, quantity) == "target" and _GRAMMAR["mandated"].search(
        text[sentence.start : quantity.start]
    ):
        begin, stop = clause_at(text, sentence, quantity.start)
        begin = quantity.start if any(begin < each.end for each in quantities[:index]) else begin
        stop = min([stop, *(each.start for each in quantities[index + 1 :])])
        return near_words(text, begin, stop, quantity.start, quantity.end)
    return None


def _dated(text: str, sentence: Sentence, low: int, quantity: Quantity) -> tuple[int, int] | None:
    """ "Reduce re-let times to 20 days by March 2026": from the preposition of the value to the date."""
    after = _GRAMMAR["by_date"].match(text, quantity.end, sentence.end)
    before = _GRAMMAR["value_dated"].search(text[low : quantity.start + quantity.lead]) if after else None
    return (quantity.start, after.end()) if after and before else None


def _ought(text: str, low: int, quantity: Quantity) -> tuple[int, int] | None:
    """ "waits should be no more than 20 minutes", "aims to answer 90% of calls"."""
    if quantity.kind not in ("percent", "duration", "rate"):
        return None
    match = _GRAMMAR["value_ought"].search(text[low : quantity.start + quantity.lead])
    if match is None and _OF.match(text, quantity.end):
        match = _GRAMMAR["value_aimed"].search(text[low : quantity.start + quantity.lead])
    return (low + match.start(), quantity.end) if match else None


def _goal(text: str, low: int, quantity: Quantity) -> tuple[int, int] | None:
    """ "surpassed its goal of 300 volunteers", "a standard of 10 days"; sums of money are grants and budgets."""
    if quantity.kind in ("money", "share", "points", "ratio"):
        return None
    match = _GRAMMAR["value_goal"].search(text[low : quantity.start + quantity.lead])
    if match is None or _GRAMMAR["progress"].search(match.group()):
        return None
    return low + match.start(), quantity.end


def _set_against(
    text: str, sentence: Sentence, quantity: Quantity, earlier: Sequence[Quantity]
) -> tuple[int, int] | None:
    """ "71% against 85%": what a level of its own kind is set against, unless that is of another time or place. A
    count is known by a target of its sentence alone, since votes stand against one another as well."""
    low = max(sentence.start, quantity.start - _REACH)
    match = _GRAMMAR["set_against"].search(text[low : quantity.start + quantity.lead])
    if match is None or quantity.kind not in ("percent", "duration", "rate", "count") or quantity.noun:
        return None
    if _GRAMMAR["no_target_behind"].match(text, quantity.end, sentence.end):
        return None
    if match["level"] is None:
        return low + match.start(), quantity.end
    if not earlier or earlier[-1].unit != quantity.unit or earlier[-1].noun:
        return None
    if quantity.kind == "count" and not _GRAMMAR["targets_told"].search(text, sentence.start, sentence.end):
        return None
    return low + match.start("against" if match["between"] else "level"), quantity.end


def _statuses(text: str, sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[TargetStatement]:
    """ "was on target", "did not meet the floor standard", "these costs are under budget"."""
    for begin, stop in clauses_of(text, sentence):
        phrase = _coloured(text, sentence, read_status(text, begin, stop))
        if phrase:
            start, end = near_words(text, begin, stop, phrase.start, phrase.end)
            value = next(
                (q for q in quantities if phrase.on_budget and q.kind == "money" and start <= q.start < end),
                None,
            )
            yield TargetStatement(start, end, value, phrase.status, None, "target.status", phrase.side)
