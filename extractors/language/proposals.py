"""Requests, suggestions and invitations: what members ask to be done, and what others are asked to do."""

import re
from collections.abc import Iterator

from extractors.language.deeds import deed_at
from extractors.language.people import Person
from extractors.language.promises import owner_of
from extractors.language.subjects import Subject, subject_before
from extractors.language.undertaken import Commitment, Told, Undertaking
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_TO = re.compile(r"[^,.;:]{0,60}?\bto (?:\w+ly |also |further )?(?P<verb>[a-z]+)\b")
_NOT_TO = re.compile(
    r"[^,.;:]{0,60}?\b(?:not to|if|whether|about|why|how|what|when|which|that)\b", re.IGNORECASE
)
_JOINED = re.compile(r"(?:\band|,|\bbut|\bthen|\bby|\bwith)\s*(?:\w+ly\s*|also\s*|then\s*)?$", re.IGNORECASE)
_SOFT = re.compile(r"(?:encourag|invit|remind|welcome)", re.IGNORECASE)


def find_proposals(told: Told) -> Iterator[Undertaking]:
    """What is requested or suggested in this sentence, each with the end of the sentence as its end."""
    yield from _requested(told)
    yield from _asked_to(told)
    yield from _were_asked(told)
    yield from _suggested(told)
    yield from _invited(told)


def _requested(told: Told) -> Iterator[Undertaking]:
    for match in _GRAMMAR["request"].finditer(told.text, told.start, told.end):
        if _GRAMMAR["mere_answer"].search(told.text, match.end("by"), min(match.end() + 45, told.end)):
            continue
        of_words = not match["of"].endswith("that")
        if of_words and any(start <= match.start() < end for start, end in told.answered):
            continue
        subject = subject_before(told, match.start()) or _speaker_before(told, match.start())
        if subject is None or subject.person is None:
            continue
        if _GRAMMAR["inside"].search(told.text, told.start, subject.start):
            continue
        yield from _proposals(told, subject.start, match.end(), "requested", "action.requested")
    for match in _GRAMMAR["requested"].finditer(told.text, told.start, told.end):
        yield from _proposals(told, match.start(), match.end(), "requested", "action.it-was-requested")


def _proposals(
    told: Told, start: int, content: int, commitment: Commitment, rule: str
) -> Iterator[Undertaking]:
    """One for each "that": "asked that a note be sent and that officers visit"."""
    for joint in _GRAMMAR["and_that"].finditer(told.text, content, told.end):
        yield _proposal(told, joint.start("that"), joint.end(), commitment, rule)
    yield _proposal(told, start, content, commitment, rule)


def _speaker_before(told: Told, at: int) -> Subject | None:
    """Who speaks on, in "praised the work and requested that it be shared"."""
    acts = [act for act in told.acts if act.verb[0] <= at < act.end and act.speaker]
    if acts and acts[-1].verb[0] < at and not _JOINED.search(told.text, acts[-1].verb[1], at):
        return None
    return Subject(acts[-1].start, acts[-1].start, acts[-1].speaker, True) if acts else None


def _proposal(told: Told, start: int, content: int, commitment: Commitment, rule: str) -> Undertaking:
    verb = _deed_after(told, content)
    return Undertaking(start, told.end, verb, commitment, rule, _owner_in(told, content, verb))


def _deed_after(told: Told, content: int) -> int:
    """Where the verb of what is to be done stands; `content` where none is known."""
    for match in _GRAMMAR["subjunctive"].finditer(told.text, content, told.end):
        if deed_at(told.text, match.start("verb"), told.end):
            return match.start("verb")
    for word in re.finditer(r"[a-z][a-z-]+", told.text[content : min(told.end, content + 160)]):
        if deed_at(told.text, content + word.start(), told.end):
            return content + word.start()
    return content


def _owner_in(told: Told, content: int, verb: int) -> str | None:
    """Who is to do it: the person or body that the clause "that officers bring" begins with."""
    for person in told.people:
        if (
            person.start == _skip_space(told.text, content)
            and person.end <= verb
            and person.kind != "pronoun"
        ):
            rest = told.text[person.end : verb]
            return (
                None
                if re.search(r"\b(?:be|is|are|been)\b", rest)
                and deed_at(told.text, verb, told.end)
                and not re.search(r"\basked\b|\brequested\b", told.text[verb : verb + 12])
                else person.words(told.text)
            )
    return None


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _asked_to(told: Told) -> Iterator[Undertaking]:
    for match in _GRAMMAR["asked_to"].finditer(told.text, told.start, told.end):
        hearer = next((p for p in told.people if p.start >= match.end() and p.start - match.end() < 3), None)
        begin = hearer.end if hearer else match.end()
        to = _TO.match(told.text, begin, told.end)
        if not to or _NOT_TO.match(told.text, begin, to.start("verb")) or _is_answer(told, to.start("verb")):
            continue
        subject = subject_before(told, match.start()) or _speaker_before(told, match.start())
        if subject is None or subject.person is None:
            continue
        soft = bool(_SOFT.match(match.group()))
        if soft and _is_procedure(told, hearer, to.start("verb")):
            continue
        yield Undertaking(
            subject.start, told.end, to.start("verb"), "suggested" if soft else "requested",
            "action.invited-to" if soft else "action.asked-to", _hearer_words(told, hearer, match.end(), to.start()),
        )  # fmt: skip


def _is_answer(told: Told, verb: int) -> bool:
    return bool(_GRAMMAR["answers"].match(told.text, verb)) or (
        bool(_GRAMMAR["procedure"].match(told.text[verb:].split()[0])) if told.text[verb:].split() else False
    )


def _is_procedure(told: Told, hearer: Person | None, verb: int) -> bool:
    """ "Invited the Head of Parks to present" only opens the item."""
    deed = deed_at(told.text, verb, told.end)
    return hearer is not None and hearer.side == "officer" and (deed is None or deed.kind == "report")


def _hearer_words(told: Told, hearer: Person | None, start: int, end: int) -> str | None:
    if hearer is None:
        words = re.match(
            r"(?:the |all |our )?[\w’'&-]+(?: [\w’'&-]+){0,3}?(?= to\b)", told.text[start : end + 80]
        )
        return words.group() if words else None
    person = told.resolve(hearer)
    return None if person.kind == "pronoun" else person.words(told.text)


def _were_asked(told: Told) -> Iterator[Undertaking]:
    for match in _GRAMMAR["commissioned"].finditer(told.text, told.start, told.end):
        verb = match.start("verb")
        subject = subject_before(told, match.start())
        if subject is None or _is_answer(told, verb) or told.is_asked(subject.start):
            continue
        soft = bool(re.search(r"encourag|invit|remind|welcome", match.group(), re.IGNORECASE))
        body = subject.person is not None and subject.person.kind == "body"
        if (body and (soft or "asked" in match.group())) or not (subject.acts or soft):
            continue
        yield Undertaking(
            subject.start, told.end, verb, "suggested" if soft else "requested",
            "action.were-invited" if soft else "action.were-asked", owner_of(told, subject),
        )  # fmt: skip


def _suggested(told: Told) -> Iterator[Undertaking]:
    for name in ("suggest", "suggestion"):
        for match in _GRAMMAR[name].finditer(told.text, told.start, told.end):
            if name == "suggest" and not _is_course(told, match):
                continue
            subject = subject_before(told, match.start()) or _speaker_before(told, match.start())
            impersonal = re.search(
                r"\bit (?:was|is|has been) (?:also |further )?$",
                told.text[told.start : match.start()],
                re.IGNORECASE,
            )
            if name == "suggest" and not subject and not impersonal:
                continue
            start = (
                told.start + impersonal.start() if impersonal else subject.start if subject else match.start()
            )
            if (
                subject
                and subject.person
                and subject.person.side == "officer"
                and "recommend" in match.group()
            ):
                continue
            yield from _proposals(
                told,
                start,
                match.end(),
                "suggested",
                f"action.{name}ed".replace("suggestioned", "suggestion"),
            )


def _content(match: re.Match[str]) -> int:
    """Where what is suggested begins: at "inviting" in "suggested inviting the Police"."""
    gerund = match.groupdict().get("of", "that") or "that"
    return match.start("of") if gerund.endswith("ing") else match.end()


def _is_course(told: Told, match: re.Match[str]) -> bool:
    """Whether what is suggested is something to do, and not how things are."""
    text, end = told.text, told.end
    of = match["of"].lower()
    if of.endswith("ing"):
        return deed_at(text, match.start("of"), end) is not None
    if of in ("a", "an"):
        return bool(re.match(r"(?:\w+ ){0,3}?(?:meeting|visit|report|review|letter|pilot|workshop|briefing|survey|"
                             r"campaign|trial|audit|leaflet|session|group|working|presentation)\b",
                             text[match.end() : end].strip()))  # fmt: skip
    if of == "to":
        return deed_at(text, _skip_space(text, match.end()), end) is not None
    rest = text[match.end() : min(end, match.end() + 260)]
    if re.match(r"\s*(?:if|when|where|there|it (?:was|is)|this (?:was|is))\b", rest):
        return False
    if _GRAMMAR["would_help"].match(rest):
        return True
    modal = _GRAMMAR["should"].search(rest)
    if modal and not re.match(r"\s+(?:not|be (?:due|because|that)|have)\b", rest[modal.end() :]):
        return modal.start() < 140
    for found in _GRAMMAR["subjunctive"].finditer(text, match.end(), end):
        if deed_at(text, found.start("verb"), end):
            return True
    for word in re.finditer(r"[a-z]+s\b", rest[:70]):
        before = rest[: word.start()].split()
        if (
            0 < len(before) < 7
            and not _GRAMMAR["finite"].search(rest[: word.start()])
            and deed_at(text, match.end() + word.start(), end)
        ):
            return True
    subject = [p for p in told.people if p.start == _skip_space(text, match.end())]
    after = _skip_space(text, subject[0].end) if subject else -1
    return after > 0 and deed_at(text, after, end) is not None and not re.match(r"\w+ed\b", text[after:end])


def _invited(told: Told) -> Iterator[Undertaking]:
    for match in _GRAMMAR["interest"].finditer(told.text, told.start, told.end):
        subject = subject_before(told, match.start()) or _speaker_before(told, match.start())
        hearer = next((p for p in told.people if match.end() <= p.start < match.end() + 20), None)
        if subject is None or hearer is None:
            continue
        wish = "for" in match.group().split()
        yield Undertaking(
            subject.start, told.end, match.start(), "requested" if wish else "suggested",
            "action.wish" if wish else "action.invitation", hearer.words(told.text),
        )  # fmt: skip
