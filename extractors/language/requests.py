"""Requests: what members ask to be done ("asked that a note be sent"), and what others are asked to do."""

import re
from collections.abc import Iterator

from extractors.language.deeds import deed_at, is_formal
from extractors.language.due_phrases import find_due
from extractors.language.people import Person
from extractors.language.promises import owner_of
from extractors.language.proposals import propose, speaker_before
from extractors.language.subjects import Subject, subject_before
from extractors.language.undertaken import Told, Undertaking
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_TO = re.compile(r"[^,.;:]{0,60}?\bto (?:\w+ly |also |further )?(?P<verb>[a-z]+)\b")
_NOT_TO = re.compile(
    r"[^,.;:]{0,60}?\b(?:not to|if|whether|about|why|how|what|when|which|that)\b", re.IGNORECASE
)
_SOFT = re.compile(r"\b(?:encourag|invit|remind|welcome)", re.IGNORECASE)
_IS_ASKED = re.compile(r"\b(?:ask|request|invit)ed", re.IGNORECASE)
# "Staff are asked to complete a form": a rule of the house.
_STAFF = re.compile(r"\bstaff\b", re.IGNORECASE)
_UNNAMED = re.compile(r"(?:the |all |our )?[\w’'&-]+(?: [\w’'&-]+){0,3}?(?= to\b)")


def find_requests(told: Told) -> Iterator[Undertaking]:
    """What is requested in this sentence, each with the end of the sentence as its end."""
    yield from _requested(told)
    yield from _asked_to(told)
    yield from _wished_to_see(told)
    yield from _were_asked(told)


def _requested(told: Told) -> Iterator[Undertaking]:
    for match in _GRAMMAR["request"].finditer(told.text, told.start, told.end):
        if _GRAMMAR["mere_answer"].search(told.text, match.end("by"), min(match.end() + 45, told.end)):
            continue
        words_only = not (
            match["of"].endswith("that")
            or any(
                _GRAMMAR[name].match(told.text, match.end(), told.end) for name in ("done_to", "wants_work")
            )
        )
        if words_only and any(start <= match.start() < end for start, end in told.answered):
            continue
        subject = subject_before(told, match.start()) or speaker_before(told, match.start())
        if subject is None or subject.person is None:
            continue
        if not _GRAMMAR["inside"].search(told.text, told.start, subject.start):
            yield from propose(told, subject.start, match.end(), "requested", "action.requested")
    for match in _GRAMMAR["requested"].finditer(told.text, told.start, told.end):
        yield from propose(told, match.start(), match.end(), "requested", "action.it-was-requested")


def _asked_to(told: Told) -> Iterator[Undertaking]:
    """ "Asked officers to look into it", "encouraged Members to attend"."""
    for match in _GRAMMAR["asked_to"].finditer(told.text, told.start, told.end):
        hearer = next((p for p in told.people if 0 <= p.start - match.end() < 3), None)
        begin = hearer.end if hearer else match.end()
        to = _TO.match(told.text, begin, told.end)
        if not to or _NOT_TO.match(told.text, begin, to.start("verb")) or _is_answer(told, to.start("verb")):
            continue
        subject = subject_before(told, match.start()) or speaker_before(told, match.start())
        if subject is None or subject.person is None or subject.person.side == "guest":
            continue
        if match["wants"] and (hearer is None or hearer.side != "officer" or subject.person.side != "member"):
            continue
        soft = bool(_SOFT.match(match.group()))
        timed = find_due(told.text, to.start("verb"), told.end)
        if soft and not timed and _opens_item(told, hearer, to.start("verb")):
            continue
        yield Undertaking(
            subject.start, told.end, to.start("verb"), "suggested" if soft else "requested",
            "action.invited-to" if soft else "action.asked-to", _hearer_words(told, hearer, match.end()),
        )  # fmt: skip


def _wished_to_see(told: Told) -> Iterator[Undertaking]:
    """ "Asked to see the figures", "asked to be kept informed"."""
    for match in _GRAMMAR["see_it"].finditer(told.text, told.start, told.end):
        subject = subject_before(told, match.start()) or speaker_before(told, match.start())
        if subject is None or subject.person is None or subject.person.side not in ("member", "unknown"):
            continue
        if any(start <= match.start() < end for start, end in told.answered):
            continue
        yield Undertaking(subject.start, told.end, match.start("verb"), "requested", "action.asked-to-see")


def _is_answer(told: Told, verb: int) -> bool:
    """Whether only words are wanted ("to explain"), or a formality ("to note")."""
    return bool(_GRAMMAR["answers"].match(told.text, verb)) or is_formal(told.text, verb)


def _opens_item(told: Told, hearer: Person | None, verb: int) -> bool:
    """Whether, as in "invited the Head of Parks to present", only an item is opened."""
    deed = deed_at(told.text, verb, told.end)
    return hearer is not None and hearer.side == "officer" and (deed is None or deed.kind == "report")


def _hearer_words(told: Told, hearer: Person | None, start: int) -> str | None:
    if hearer is None:
        words = _UNNAMED.match(told.text, start, told.end)
        return words.group() if words else None
    person = told.resolve(hearer)
    return None if person.kind == "pronoun" else person.words(told.text)


def _those_who(told: Told, verb: int) -> Subject | None:
    """Whom a relative clause parts from the verb: "Governors who had not done so were encouraged to"."""
    clause = _GRAMMAR["those_who"].search(told.text, told.start, verb)
    person = next((p for p in told.people if clause and p.end == clause.start()), None)
    return Subject(person.start, person.end, person, True) if person else None


def _were_asked(told: Told) -> Iterator[Undertaking]:
    """ "The Clerk was asked to obtain quotes", "Members were invited to attend"."""
    short = _GRAMMAR["clerk_asked"].match(told.text, told.start, told.end)
    if short and not _is_answer(told, short.start("verb")):
        who = next((p.words(told.text) for p in told.people if p.start == told.start), None)
        yield Undertaking(told.start, told.end, short.start("verb"), "requested", "action.were-asked", who)
    for match in _GRAMMAR["commissioned"].finditer(told.text, told.start, told.end):
        verb = match.start("verb")
        subject = subject_before(told, match.start()) or _those_who(told, match.start())
        if subject is None or _is_answer(told, verb) or told.is_asked(subject.start):
            continue
        soft = bool(_SOFT.search(match.group()))
        body = subject.person is not None and subject.person.kind == "body"
        # What a committee "was asked to" do is the recommendation of the paper before it.
        if (body and (soft or _IS_ASKED.search(match.group()))) or not (subject.acts or soft):
            continue
        if match.group().startswith(("is", "are")) and _STAFF.search(told.text, subject.start, subject.end):
            continue
        yield Undertaking(
            subject.start, told.end, verb, "suggested" if soft else "requested",
            "action.were-invited" if soft else "action.were-asked", owner_of(told, subject),
        )  # fmt: skip
