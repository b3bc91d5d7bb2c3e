"""What would be done: the future passive of a deed ("details would be circulated"), and what would come by itself
("a report would come to the Committee")."""

import re
from collections.abc import Iterator

from extractors.language.deeds import Deed, deed_at
from extractors.language.due_phrases import find_due
from extractors.language.people import Person
from extractors.language.subjects import clause_before, is_conditional, is_settled
from extractors.language.undertaken import Told, Undertaking
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_TIMED = ("arrives", "available", "there_is", "takes_place", "resumes")
"""What may be a mere plan, unless a time is set."""
_NOUNS = ("pledged", "offer", "intends")
_JOINED = re.compile(
    r"\w+ed(?:, \w+ed){0,2},? (?:and|or) (?:then |subsequently |also )?(?P<verb>[a-z]+(?:ed|nt|en)\b)"
)
# "Provided by Norland Ltd": a contract, and no promise.
_FIRM = re.compile(r"\bby [^,;.]{2,60}?\b(?:Ltd|Limited|LLP|plc|PLC|contractors?)\b")
# "Missed collections – to be raised with the contractor".
_AFTER_DASH = re.compile(r"[–—:]\s*$|\s-\s*$")
# "The report would be considered by Cabinet": the ordinary way of a paper.
_BUSINESS = re.compile(
    r"(?:considered|received|approved|agreed|determined|debated|adopted|scrutinised)\b", re.IGNORECASE
)
# What an agenda's line says of a paper or a date: "To be confirmed", "To be tabled".
_ANNOUNCED = re.compile(
    r"(?:confirmed|advised|announced|tabled|circulated|published|presented|notified)\b", re.IGNORECASE
)
_ASKING = ("ask", "concern", "request")


def find_passives(told: Told) -> Iterator[Undertaking]:
    """What will be done without saying by whom, each with the end of the sentence as its end."""
    yield from _passives(told)
    yield from _coming(told)


def _passives(told: Told) -> Iterator[Undertaking]:
    for match in _GRAMMAR["passive"].finditer(told.text, told.start, told.end):
        deed = deed_at(told.text, match.start("verb"), told.end) or _joined_deed(told, match)
        if deed is None or match["verb"].lower().endswith("ing"):
            continue
        supplied = _supplied(told, match, deed.kind)
        start = supplied or clause_before(told, match.start())
        noted = start == told.start and (
            find_due(told.text, match.start("verb"), told.end) or _is_order(told, match, deed)
        )
        if (start == match.start() and not noted) or not (supplied or _binds(told, match, start, deed)):
            continue
        bare = match["modal"].lower() == "to"
        yield Undertaking(
            start, told.end, match.start("verb"), "agreed" if bare else "promised",
            "action.to-be" if bare else "action.passive", _who_does(told, match.start("verb"), start),
        )  # fmt: skip


def _is_order(told: Told, match: re.Match[str], deed: Deed) -> bool:
    """ "To be discussed with the partners", as a sentence of its own."""
    return match["modal"] == "To" and deed.sure and not _ANNOUNCED.match(told.text, match.start("verb"))


def _joined_deed(told: Told, match: re.Match[str]) -> Deed | None:
    """The deed of "shared" in "will be refreshed and shared"."""
    joined = _JOINED.match(told.text, match.start("verb"), told.end)
    return deed_at(told.text, joined.start("verb"), told.end) if joined else None


def _binds(told: Told, match: re.Match[str], start: int, deed: Deed) -> bool:
    """Whether the clause from `start` says flatly that the deed will be done, and not as a member's opinion."""
    modal, verb = match.start(), match.start("verb")
    if told.is_asked(modal) or not is_settled(told, start, modal) or is_conditional(told, modal, verb):
        return False
    if _GRAMMAR["calendar"].search(told.text, start, modal) or not _is_firm(told, match, deed, start):
        return False
    by = _GRAMMAR["by"].search(told.text, verb, told.end)
    if _FIRM.search(told.text, verb, told.end) or (by and _GRAMMAR["outsider"].search(by["who"])):
        return False
    doer = _named_doer(told, verb)
    if doer and doer.kind == "body" and _BUSINESS.match(told.text, verb):
        return False
    over = told.act_over(start)
    return not (over and told.is_opinion(*over))


def _supplied(told: Told, match: re.Match[str], kind: str) -> int | None:
    """The start of ", which would be provided": a relative clause that promises what was asked for."""
    which = re.search(
        r"(?:,|\b(?:notes?|papers?|reports?|lists?|cop(?:y|ies)|details?|figures|slides|minutes))\s(which\s)$",
        told.text[told.start : match.start()],
    )
    return told.start + which.start(1) if which and kind == "information" else None


def _is_firm(told: Told, match: re.Match[str], deed: Deed, start: int) -> bool:
    """ "Could be" promises information only; "to be" alone stands where no verb is before it; what may be a mere
    plan needs a time."""
    modal = match["modal"].lower()
    if modal.startswith(("could", "can")):
        return deed.kind == "information" or (deed.sure and _is_told_by_officer(told, match.start()))
    before = told.text[start : match.start()]
    if _AFTER_DASH.search(before):
        before = ""
    if modal.startswith(("to", "need")) and (
        _GRAMMAR["finite"].search(before) or re.search(r"\bto [a-z]", before)
    ):
        return False
    verb = match.start("verb")
    return deed.sure or find_due(told.text, verb, told.end) is not None or _named_doer(told, verb) is not None


def _is_told_by_officer(told: Told, at: int) -> bool:
    over = told.act_over(at)
    return over is not None and over[1] is not None and over[1].side == "officer"


def _who_does(told: Told, verb: int, start: int) -> str | None:
    """ "By a social worker", or else who tells that it will be done."""
    by = _GRAMMAR["by"].search(told.text, verb, told.end)
    if by and not find_due(told.text, by.start(), by.end()):
        named = _named_doer(told, verb)
        return " ".join((named.words(told.text) if named else by["who"]).split())
    over = told.act_over(start)
    speaker = over[1] if over and over[0].voice == "active" and over[0].deed not in _ASKING else None
    speaker = speaker or (told.carried if not over else None)
    if speaker and over and speaker.kind in ("group", "body") and speaker.side == "member":
        return None
    return (
        None if speaker is None or speaker.kind == "pronoun" else " ".join(speaker.words(told.text).split())
    )


def _named_doer(told: Told, verb: int) -> Person | None:
    """The person or office behind "by"."""
    by = _GRAMMAR["by"].search(told.text, verb, told.end)
    return next((p for p in told.people if by and p.start == by.start("who") and p.kind != "bare"), None)


def _coming(told: Told) -> Iterator[Undertaking]:
    for name in (
        "comes",
        "posted",
        "possible",
        "arrives",
        "contains",
        "follows",
        "reaches",
        "pledged",
        "offer",
        "intends",
        "becomes",
        "made",
        "available",
        "there_is",
        "takes_place",
        "resumes",
    ):
        for match in _GRAMMAR[name].finditer(told.text, told.start, told.end):
            start, verb = clause_before(told, match.start()), match.start("verb")
            if (name in ("comes", "posted", "reaches") and start == match.start()) or told.is_asked(
                match.start()
            ):
                continue
            if name in _TIMED and find_due(told.text, verb, told.end) is None:
                continue
            if name in _NOUNS and deed_at(told.text, verb, told.end) is None:
                continue
            if is_settled(told, start, match.start()):
                # "Received by the Committee" names no doer.
                who = match.groupdict().get("who")
                owner = who or (None if name == "arrives" else _who_does(told, verb, start))
                yield Undertaking(start, told.end, verb, "promised", "action.coming", owner)
