"""Decisions told in a sentence: "The Committee noted …", "It was agreed that …", "These were agreed as …"."""

import re
from collections.abc import Iterator
from functools import cache

from extractors.language.limbs import Limb, limb_label, outcome_of, split_limb, trimmed
from extractors.language.sentences import sentence_bounds
from extractors.model import Block, Document
from extractors.vocabulary import words

_ADVERB = r"(?:(?:also|then|therefore|unanimously|formally|duly|subsequently|accordingly|hereby|all|both|fully)\s+)*"
_DONE = (
    r"(?:agreed|approved|resolved|endorsed|adopted|accepted|ratified|confirmed|signed|recommended|deferred|rejected|"
    r"refused|decided|carried|granted|referred)"
)
# The same in the active voice: what a body does that only a decision can be.
_ACTIVE = (
    r"(?:agreed|approved|resolved|endorsed|adopted|accepted|ratified|confirmed\s+the\s+minutes|recommended|deferred|"
    r"rejected|refused|decided|referred\s+the|supported\s+the\s+recommendations?)"
)
# Things that are put before a meeting; what is said of them in the passive is a decision.
_PAPER = (
    r"(?:minutes|notes of (?:the )?(?:last|previous) meeting|report|accounts?|polic(?:y|ies)|recommendations?|applications?|"
    r"proposals?|budget|plan|strategy|paper|update|updates|apolog(?:y|ies)|motion|amendment|resolution|work programme|"
    r"statement|schedule|terms of reference|membership|action plan|annual report|briefing note|standing orders|item)"
)


@cache
def _families() -> tuple[tuple[str, re.Pattern[str]], ...]:
    body = "|".join(entry for entry in words("bodies.txt") if entry not in ("members", "councillors"))
    named = (
        rf"(?:[Tt]he\s+)?(?:[A-Z][\w&'’-]+\s+(?:(?:and|of|for|the)\s+)?){{0,6}}?(?:{body.title()}|{body})s?"
    )
    named = rf"(?:(?:[Tt]he\s+)?(?:Chair(?:man)?|Leader)\s+and\s+)?{named}"
    return (
        ("body", re.compile(
            rf"(?:{named})\s+{_ADVERB}(?:has\s+|have\s+)?{_ADVERB}(?:discussed\s+and\s+|considered\s+and\s+|reviewed\s+and\s+|received\s+and\s+)?"
            rf"(?:noted|welcomed\s+and\s+noted|{_ACTIVE}|felt\s+assured|(?:were|was)\s+(?:all\s+)?(?:in\s+(?:full\s+|unanimous\s+)?agreement|content\s+(?:to|with)|happy\s+to\s+(?:approve|agree|accept)))\b"
            rf"|(?:{named})\s+[^.;]{{0,120}}?\band\s+(?:formally|unanimously)\s+(?:{_ACTIVE}|noted)\b")),
        ("members", re.compile(rf"\b(?:Members|Councillors|Directors|Governors|Trustees)(?:\s+present)?\s+{_ADVERB}(?:{_ACTIVE}|noted\s+the\s+(?:report|update|contents|position|presentation|content))\b")),
        ("it-was", re.compile(rf"\b[Ii]t\s+(?:was|is|has\s+been)\s+{_ADVERB}(?:agreed|resolved|decided)\b(?!\s+(?:at|by)\s+(?:the\s+)?(?:last|previous))")),
        ("paper", re.compile(
            rf"(?:\b(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hose|[Bb]oth|[Aa]ll|[Aa]n?)\s+)?(?:[\w()’',&/-]+\s+){{0,14}}?{_PAPER}\b[^.;]{{0,140}}?"
            rf"\b(?:was|were|has\s+been|have\s+been)\s+(?:[\w,]+\s+){{0,4}}?(?:noted|{_DONE})\b")),
        ("these", re.compile(rf"(?:This|These|They|Both|All|The\s+same)(?:\s+\w+){{0,2}}?\s+(?:was|were|has\s+been|have\s+been)\s+(?:[\w,]+\s+){{0,3}}?{_DONE}\b")),
        ("moved", re.compile(
            rf"[^.;]{{2,200}}?\b(?:proposed|moved)\b[^.;]{{0,160}}?\bseconded\b[^.;]{{0,120}}?\b(?:{_DONE}|in\s+(?:full\s+)?agreement|CARRIED)\b")),
        ("minutes-moved", re.compile(r"[Tt]he\s+[Mm]inutes\b[^.;]{0,160}?\bproposed\s+by\b[^.;]{2,80}?\bseconded\s+by\b")),
        ("decision-made", re.compile(r"\b(?:[Tt]he|[Aa])\s+decision\s+(?:was|has\s+been)\s+(?:made|taken)\s+(?:to|that)\b")),
        ("deferred", re.compile(r"[A-Z][^.;]{2,120}?\b(?:was|were|has\s+been|have\s+been)\s+(?:deferred|adjourned)\b")),
        ("lost", re.compile(r"(?:[Tt]he\s+)?(?:[Mm]otion|[Aa]mendment|MOTION|AMENDMENT)\b[^.;]{0,80}?\b(?:was\s+|were\s+)?(?:declared\s+)?(?:[Ll]ost|LOST|[Ff]ell|defeated|rejected)\b")),
        ("advised", re.compile(r"\b(?:paper|report)\s+recommend(?:s|ed)\s+(?:that\s+)?(?=\w)(?!the\s+following)|\bit\s+is\s+(?:now\s+)?(?:proposed|recommended)\s+(?:that|to)\s+")),
    )  # fmt: skip


# What only reports a decision of another time, or none.
_HISTORY = re.compile(
    r"\b(?:had\s+(?:been\s+|previously\s+|already\s+)?\w*ed\b|previously\s+(?:been\s+)?agreed|as\s+(?:was\s+)?agreed|if\s+(?:it\s+)?(?:was|were)?\s*agreed|"
    r"would\s+be\s+agreed|once\s+(?:agreed|approved)|until|at\s+(?:its|the|their)\s+(?:last|previous)\s+meeting|"
    r"not\s+(?:yet\s+)?been\s+(?:agreed|approved)|whether|unless)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\b(?:approved|agreed|carried|accepted)\s*(?:unanimously|nem\.? con\.?)?\W*$", re.IGNORECASE
)
_POINTS_BACK = re.compile(
    r"(?:This|These|That)\s+(?:was|were)\s+(?:\w+\s+)?(?:agreed|approved|accepted|supported)\b(?:\s+by\s+[^.;]{3,50})?\W*$"
)


def narrative_limbs(document: Document, block: Block, start: int, end: int) -> Iterator[Limb]:
    """The decisions told in `text[start:end]`, a piece of `block`."""
    if block.kind == "table_row":
        return
    text = document.text
    previous: tuple[int, int] | None = None
    found_here = False
    for begin, stop in sentence_bounds(text, start, end):
        match, rule = _first(document, begin, stop)
        if match is None:
            previous = (begin, stop)
            continue
        sentence = text[begin:stop]
        if _POINTS_BACK.match(sentence) and previous:
            yield Limb(
                previous[0],
                trimmed(text, begin, stop)[1],
                None,
                outcome_of(sentence, "agreed"),
                "decision.points-back",
            )
        elif not (
            found_here
            and rule in ("decision.body", "decision.members", "decision.moved")
            and _BARE.search(sentence)
        ):
            yield from _limbs(text, block, match, stop, rule)
        found_here, previous = True, (begin, stop)


def _first(document: Document, begin: int, stop: int) -> tuple[re.Match[str] | None, str]:
    """The family that matches first in the sentence, and its match."""
    text = document.text
    found: list[tuple[int, int, re.Match[str], str]] = []
    for name, pattern in _families():
        match = pattern.search(text, begin, stop)
        if not match:
            continue
        before = text[begin : match.start()]
        if (
            name in ("body", "paper", "these", "minutes-moved")
            and len(before) > 4
            and not re.search(r"(?:\band|[,;:–-]|\bthen)\s*$|^\W*[Aa]t\b[^.]*$", before)
        ):
            continue
        if name == "body" and _another_body(document, match.group()):
            continue
        if name in ("body", "paper", "it-was", "these", "members") and _HISTORY.search(
            text[max(begin, match.start() - 30) : match.end()]
        ):
            continue
        found.append((match.start(), len(found), match, f"decision.{name}"))
    if not found:
        return None, ""
    _, _, match, rule = min(found, key=lambda each: each[:2])
    return match, rule


# Bodies that are spoken of as others, too: "the Council agreed" in a committee's minutes is usually news of it.
_OUTSIDE = re.compile(r"\b(Council|Cabinet|Executive|Commission|Forum|Authority|Trust|Partnership|Group)s?\b")


def _another_body(document: Document, words: str) -> bool:
    body = _OUTSIDE.findall(words)
    own = f"{document.committee or ''} {document.title or ''}"
    return (
        bool(body)
        and bool(document.committee)
        and body[-1].lower() not in own.lower()
        and "committee" not in words.lower()
    )


# Where another person goes on to speak in the same sentence, the decision has ended.
_SPEAKS_ON = re.compile(
    r",?\s+and\s+(?:the\s+)?[A-Z][\w&.’' -]{1,50}?\s+(?:stated|confirmed|said|advised|commented|added|thanked|explained|noted)\b"
)


def _limbs(text: str, block: Block, match: re.Match[str], stop: int, rule: str) -> Iterator[Limb]:
    start = match.end() if rule == "decision.advised" else match.start()
    outcome = "recommended" if rule == "decision.advised" else "agreed"
    speaks_on = _SPEAKS_ON.search(text, match.end(), stop)
    parts = split_limb(text, start, speaks_on.start() if speaks_on else stop)
    for number, (begin, end) in enumerate(parts):
        begin, end = trimmed(text, begin, end)
        if number and not outcome_of(text[begin:end], ""):
            continue
        if rule == "decision.lost":
            outcome = "rejected"
        elif rule != "decision.advised":
            said = text.find("seconded", begin, end) if rule == "decision.moved" else -1
            outcome = outcome_of(text[max(begin, said) : end], outcome)
        if end > begin:
            label = (
                limb_label(block.label)
                if begin == block.body and re.search("[a-zA-Z]", block.label or "")
                else None
            )
            yield Limb(begin, end, label, outcome, rule)
