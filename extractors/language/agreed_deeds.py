"""Limbs of decisions that do something: "that officers write", "agree to request", "delegate to the Director"."""

import re
from collections.abc import Iterator, Sequence

from extractors.language.deeds import deed_at, first_deed, is_formal
from extractors.language.due_phrases import find_due
from extractors.language.limbs import Limb
from extractors.language.people import Person
from extractors.language.turns import trimmed_end
from extractors.language.undertaken import Commitment, Undertaking
from extractors.vocabulary import grammar

_GRAMMAR = grammar("agreed_deeds.grammar")
# "Request the Director of Place to": whom an order is given to.
_SENT = re.compile(
    r"(?:request|ask|instruct|authori[sz]e|mandate|direct|remitt|remit|task|commission|invite|urge|call on)"
    r"(?:s|es|ed)?\s+(?:that\s+|to\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_REACH = 600
"""How far before a limb the words stand that open its decision, in characters."""
_NOTHING = re.compile(r"\w+ (?:no|not|nothing)\b")
_ASKED = re.compile(r"(?:asked|called|requested)\b", re.IGNORECASE)
_TO = re.compile(r"\bto\s*$")
_NEAR = 120
"""How far before a limb the body stands that agrees to it, in characters."""
_TO_DO = re.compile(r"to (?P<verb>[a-z]+)")
# "The notes of the meeting held in May": no order, where no "be" or "should" is before it.
_PAST = re.compile(r"(?:(?!bring\b)\w+(?:ed|ing)|held|sent|given|made|brought)\b")


def agreed_deeds(text: str, limbs: Sequence[Limb], people: Sequence[Person]) -> Iterator[Undertaking]:
    """The limbs that are actions, each as one undertaking, and what a limb's sentence goes on to order."""
    for limb, after in zip(limbs, [*limbs[1:], None], strict=bool(limbs)):
        found = _deed(text, limb)
        if found:
            start, verb, owner = found
            owner = owner or _owner(text, start, verb, limb.end, people)
            asked = _named_before(text, start, "recommended_to") if limb.outcome == "recommended" else None
            owner = owner or asked
            verb, by = _ordered(text, verb, limb.end, people)
            commitment: Commitment = "requested" if asked or _asks(text, limb) else "agreed"
            yield Undertaking(start, limb.end, verb, commitment, "action.agreed-limb", owner or by)
        further = _GRAMMAR["goes_on"].match(text, limb.end, after.start if after else len(text))
        if further:
            start, end = further.start("verb"), trimmed_end(text, limb.end, further.end())
            owner = _owner(text, start, start, end, people)
            yield Undertaking(start, end, start, "agreed", "action.agreed-further", owner)


def _asks(text: str, limb: Limb) -> bool:
    """Whether the limb asks others ("that Cabinet be asked to review") and does not decide by itself."""
    asked = _GRAMMAR["asks"].match(text, limb.start, limb.end) or _GRAMMAR["body_asked"].match(
        text, limb.start, limb.end
    )
    return asked is not None


def _deed(text: str, limb: Limb) -> tuple[int, int, str | None] | None:
    lead = _GRAMMAR["lead"].match(text, limb.start, limb.end)
    begin = lead.end() if lead else limb.start
    if limb.outcome in ("noted", "rejected", "deferred") and not _comes_later(text, begin, limb.end):
        further = _GRAMMAR["and_order"].search(text, begin, limb.end)
        if further is None:
            return _added(text, begin, limb.end) if limb.outcome == "noted" else None
        begin = further.end()
    if _GRAMMAR["put_off"].match(text, begin, limb.end):
        return None
    for name in (
        "order",
        "offered",
        "happens",
        "shows",
        "noun",
        "nominal",
        "later",
        "empowers",
        "active",
        "passive",
    ):
        pattern = _GRAMMAR[name]
        find = pattern.search if name == "passive" else pattern.match
        match = find(text, begin, limb.end)
        if match is None:
            continue
        verb = match.start("verb") if match["verb"] else match.start("go")
        deed = deed_at(text, verb, limb.end)
        if name == "later" and find_due(text, verb, limb.end) is None:
            continue
        if name in ("active", "passive") and (deed is None or _GRAMMAR["formal"].match(text, verb)):
            continue
        who = match.groupdict().get("who")
        if name == "active" and match["modal"] is None and _PAST.match(text, verb):
            continue
        return begin, verb, " ".join(who.split()) if who else None
    if lead and _TO.search(lead.group()) and _is_deed(text, begin, limb.end):
        return begin, begin, None
    work = _work(text, begin, limb.end)
    if work:
        return begin, work, None
    return _added(text, begin, limb.end)


def _is_deed(text: str, at: int, end: int) -> bool:
    """Whether "to …" orders something: not "to note", not "to take no action"."""
    return deed_at(text, at, end) is not None and not is_formal(text, at) and not _NOTHING.match(text, at)


def _added(text: str, begin: int, end: int) -> tuple[int, int, None] | None:
    """What a limb that settles something adds: "with the addition of", "subject to the wording being changed"."""
    for name in ("added", "being", "further_paper"):
        match = _GRAMMAR[name].search(text, begin, end)
        if match is None:
            continue
        settles = name == "being" and (
            _GRAMMAR["formal"].match(text, match.start("verb"))
            or _GRAMMAR["itself"].search(text, begin, match.start("verb"))
        )
        if not settles:
            return match.start("what"), match.start("verb"), None
    return None


def _work(text: str, begin: int, end: int) -> int | None:
    """Where the verb stands of what shall "be" done, whatever it is, unless it only settles something."""
    match = _GRAMMAR["work"].search(text, begin, end)
    if match is None or _GRAMMAR["itself"].search(text, begin, match.start()):
        return None
    return None if _GRAMMAR["formal"].match(text, match.start("verb")) else match.start("verb")


def _comes_later(text: str, begin: int, end: int) -> bool:
    """ "To receive a further report in May": what is received later is not noted now."""
    later = _GRAMMAR["later"].match(text, begin, end)
    another = later and _GRAMMAR["another"].match(text, later.end(), end)
    return bool(another) and find_due(text, begin, end) is not None


def _ordered(text: str, verb: int, end: int, people: Sequence[Person]) -> tuple[int, str | None]:
    """Where the verb of what is ordered begins ("request that the Director provide", "instruct a report be brought"),
    or `verb` where nothing else is; and who is to do it where a "by" says so."""
    sent = _SENT.match(text, verb, end)
    if sent is None:
        return verb, None
    straight = _TO_DO.match(text, sent.end(), end)
    if straight and deed_at(text, straight.start("verb"), end):
        return straight.start("verb"), None
    near = [person for person in people if sent.end() - 5 <= person.start < end]
    if near and near[0].start <= sent.end():
        told = _GRAMMAR["told"].match(text, near[0].end, end)
        return (told.start("verb"), None) if told and deed_at(text, told.start("verb"), end) else (verb, None)
    passive = _GRAMMAR["passive"].search(text, sent.end(), end)
    if passive is None or deed_at(text, passive.start("verb"), end) is None:
        thing = first_deed(text, sent.end(), end)
        past = _ASKED.match(text, verb) and deed_at(text, thing, end)
        return (thing if past else verb), None
    by = (
        person.words(text)
        for person in near
        if re.search(r"\bby (?:the )?$", text[passive.end() : person.start])
    )
    return passive.start("verb"), next(by, None)


def _owner(text: str, start: int, verb: int, end: int, people: Sequence[Person]) -> str | None:
    """Who is to do it: the one the limb begins with, sends or delegates to; else the body that decides so."""
    delegated = _GRAMMAR["delegate"].match(text, verb, end)
    near = [person for person in people if start <= person.start < end and person.kind != "pronoun"]
    if delegated:
        at = delegated.start("who")
        return next((p.words(text) for p in near if p.start == at), " ".join(delegated["who"].split()))
    for person in near:
        if person.start < verb and person.start - start < 6:
            passive = re.search(r"\b(?:be|is|are)\b", text[person.end : verb])
            asked = _GRAMMAR["is_asked"].match(text, person.end, end)
            return None if passive and not asked else person.words(text)
        if verb < person.start and _SENT.fullmatch(text, verb, person.start):
            return person.words(text)
    if _GRAMMAR["order"].match(text, start, end):
        return _named_before(text, start, "opener") or _itself(text, start, verb)
    return _itself(text, start, verb)


def _itself(text: str, start: int, verb: int) -> str | None:
    """The body that agrees to do what follows, and does not ask it of another."""
    if verb != start or _SENT.match(text, verb) or _GRAMMAR["own_business"].match(text, verb):
        return None
    agreed = _GRAMMAR["itself_agreed"].search(text, max(0, start - _NEAR), start)
    return " ".join(agreed["who"].split()) if agreed else None


def _named_before(text: str, start: int, name: str) -> str | None:
    """The body of "RESOLVED that Cabinet:" or "RECOMMENDED to Council:" before the limb."""
    openers = list(_GRAMMAR[name].finditer(text, max(0, start - _REACH), start))
    return openers[-1]["who"] if openers else None
