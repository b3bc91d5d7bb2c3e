"""Suggestions and invitations: what somebody thinks should be done, and what others are welcome to."""

import re
from collections.abc import Iterator

from extractors.language.deeds import deed_at, is_deed
from extractors.language.proposals import after_space, propose, speaker_before
from extractors.language.subjects import subject_before
from extractors.language.undertaken import Commitment, Told, Undertaking
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_IMPERSONAL = re.compile(r"\bit (?:was|is|has been) (?:also |further |therefore )?$", re.IGNORECASE)
_STATED = re.compile(r"\s*(?:if|when|where|there|it (?:was|is)|this (?:was|is))\b", re.IGNORECASE)
# "Suggested that the phrase be used": a bare subjunctive of whatever is not the meeting's own to do.
_BE_DONE = re.compile(
    r"be (?!(?:approved|adopted|accepted|noted|signed|received|deferred|refused|granted|rejected|elected|appointed|"
    r"supported|agreed|endorsed|moved|closed|adjourned|suspended|excluded|taken|dealt)\b)[a-z]{2,}(?:ed|en|wn|nt|de)\b",
    re.IGNORECASE,
)
_SHOULD_BE = re.compile(
    r"\s*there (?:should|ought to|could) be (?:an?|more|some|further|better)\b", re.IGNORECASE
)
_NO_ADVICE = re.compile(
    r"\s+(?:not|have|be (?:due|because|that|approved|adopted|accepted|noted|signed|received|deferred|refused|granted|"
    r"rejected|elected|appointed|supported|commended|congratulated|thanked|proud|able|aware))\b"
)
# "Suggested that if anybody had questions, they email them".
_AFTER_IF = re.compile(r"if\b[^;.]{5,120}?,\s", re.IGNORECASE)
_WISHES: tuple[tuple[str, Commitment], ...] = (
    ("benefit", "suggested"),
    ("welcomes", "requested"),
    ("wished_come", "requested"),
    ("wished_done", "requested"),
)
_WE = re.compile(r"(?:we|they|you)\b", re.IGNORECASE)


def find_suggestions(told: Told) -> Iterator[Undertaking]:
    """What is suggested in this sentence, each with the end of the sentence as its end."""
    yield from _suggested(told)
    yield from _made(told)
    yield from _thought(told)
    yield from _invited(told)
    yield from _notified(told)


def _suggested(told: Told) -> Iterator[Undertaking]:
    """ "Suggested that a pilot be held", "suggested consulting the police"."""
    for match in _GRAMMAR["suggest"].finditer(told.text, told.start, told.end):
        if not _is_course(told, match):
            continue
        impersonal = _IMPERSONAL.search(told.text[told.start : match.start()])
        subject = subject_before(told, match.start()) or speaker_before(told, match.start())
        of = match["of"].lower()
        if impersonal:
            start = told.start + impersonal.start()
        elif subject is None:
            continue
        else:
            start = subject.start
            officer = subject.person is not None and subject.person.side == "officer"
            if officer and of == "to":
                words = subject.person.words(told.text) if subject.person else None
                yield Undertaking(
                    start, told.end, after_space(told.text, match.end()), "promised", "action.promise", words
                )
                continue
            # What a paper recommends is a decision's to take.
            if (officer and match.group().lower().startswith("recommend")) or not subject.acts:
                continue
        content = match.start("of") if match["of"].endswith("ing") else match.end()
        yield from propose(told, start, content, "suggested", "action.suggested")


def _made(told: Told) -> Iterator[Undertaking]:
    """ "A suggestion was made that …"."""
    for match in _GRAMMAR["suggestion"].finditer(told.text, told.start, told.end):
        yield from propose(told, match.start(), match.end(), "suggested", "action.suggestion")


def _thought(told: Told) -> Iterator[Undertaking]:
    """ "Members felt that a leaflet should be printed", "it was felt that it would help to have a list"."""
    for name in ("view", "view_helps", "said_should"):
        for match in _GRAMMAR[name].finditer(told.text, told.start, told.end):
            verb = match.start("verb")
            if match["verb"].lower() == "done":
                continue
            settled = (
                match["by"] or ""
            ).lower() == "agreed"  # "agreed that lamps should be lit" tells a principle
            deed = deed_at(told.text, verb, told.end) if settled else is_deed(told.text, verb, told.end)
            if not deed and not match.groupdict().get("wanted"):
                continue
            if not match["by"]:
                # "It would be useful to have a list", by itself.
                if not told.text[told.start : match.start()].strip():
                    yield Undertaking(told.start, told.end, verb, "suggested", "action.view")
                continue
            impersonal = _IMPERSONAL.search(told.text[told.start : match.start()])
            subject = subject_before(told, match.start()) or speaker_before(told, match.start())
            if name == "said_should" and not (subject and told.is_mere_member(subject.person)):
                continue
            if impersonal or (subject and subject.person):
                start = (
                    told.start + impersonal.start()
                    if impersonal
                    else subject.start
                    if subject
                    else told.start
                )
                yield Undertaking(start, told.end, verb, "suggested", "action.view")
    for match in _GRAMMAR["lacks"].finditer(told.text, told.start, told.end):
        subject = subject_before(told, match.start()) or speaker_before(told, match.start())
        impersonal = _IMPERSONAL.search(told.text[told.start : match.start()])
        if impersonal or (subject and told.is_mere_member(subject.person)):
            start = (
                told.start + impersonal.start() if impersonal else subject.start if subject else told.start
            )
            verb = match.start("verb") if match["verb"] else match.start("thing")
            yield Undertaking(start, told.end, verb, "suggested", "action.lack")
    for match in _GRAMMAR["likes"].finditer(told.text, told.start, told.end):
        subject = subject_before(told, match.start())
        if deed_at(told.text, match.start("verb"), told.end) and subject and subject.person and subject.acts:
            yield Undertaking(
                subject.start, told.end, match.start("verb"), "requested", "action.view",
                match["what"] if _is_doer(told, match) else None,
            )  # fmt: skip
    for name, commitment in _WISHES:
        for match in _GRAMMAR[name].finditer(told.text, told.start, told.end):
            subject = subject_before(told, match.start())
            if subject and subject.person and subject.person.side == "member":
                yield Undertaking(subject.start, told.end, match.start("verb"), commitment, "action.view")
    for match in _GRAMMAR["better_if"].finditer(told.text, told.start, told.end):
        over = told.act_over(match.start())
        if over is None or over[0].deed == "say":
            yield Undertaking(match.start(), told.end, match.start("verb"), "suggested", "action.view")


def _is_doer(told: Told, match: re.Match[str]) -> bool:
    """Whether "would like officers to look" names somebody who is to do it."""
    return any(person.span == match.span("what") for person in told.people)


def _is_course(told: Told, match: re.Match[str]) -> bool:
    """Whether what is suggested is something to do, and not how things are."""
    text, end = told.text, told.end
    of = match["of"].lower()
    content = after_space(text, match.end())
    if of.endswith("ing"):
        return deed_at(text, match.start("of"), end) is not None
    if not of:
        return bool(_GRAMMAR["would_help"].match(text, match.end(), end))
    if of.startswith("the"):
        return True
    if of not in ("that", "having", "to"):
        return bool(_GRAMMAR["event"].match(text, content, end))
    if of == "to":
        return deed_at(text, content, end) is not None
    rest = text[content : min(end, content + 260)]
    if _SHOULD_BE.match(rest):
        return True
    if _STATED.match(rest):
        after = _AFTER_IF.match(text, content, end)
        return bool(_GRAMMAR["would_help"].match(rest)) or (
            after is not None and _is_subjunctive(told, after.end())
        )
    if _GRAMMAR["would_help"].match(rest):
        return True
    advice = _GRAMMAR["should"].search(rest)
    if advice and not _NO_ADVICE.match(rest, advice.end()):
        return advice.start() < 140
    return _is_subjunctive(told, content) or _is_indicative(told, content)


def _is_subjunctive(told: Told, content: int) -> bool:
    """ "That a visit be arranged"; "that officers write": a person, then a verb without ending."""
    text, end = told.text, told.end
    for found in _GRAMMAR["subjunctive"].finditer(text, content, end):
        if deed_at(text, found.start("verb"), end) or _BE_DONE.match(text, found.start(), end):
            return True
    person = next((p for p in told.people if p.start == content), None)
    we = _WE.match(text, content, end)
    subject_end = person.end if person else we.end() if we else None
    after = end if subject_end is None else after_space(text, subject_end)
    return deed_at(text, after, end) is not None and not re.match(r"\w+ed\b", text[after:end])


def _is_indicative(told: Told, content: int) -> bool:
    """ "That the town establishes a trail", "that a group meet weekly": the present, said of what is not done yet."""
    for word in _GRAMMAR["present"].finditer(told.text, content, min(told.end, content + 70)):
        before = told.text[content : word.start()]
        near = 0 < len(before.split()) < 7 and not _GRAMMAR["finite"].search(before)
        if near and deed_at(told.text, word.start(), told.end):
            return True
    return False


def _notified(told: Told) -> Iterator[Undertaking]:
    """ "Members should send their comments to the Clerk": an invitation in the manner of a notice."""
    for name in ("notice", "notice_of", "ought"):
        for match in _GRAMMAR[name].finditer(told.text, told.start, told.end):
            over = told.act_over(match.start())
            if told.is_asked(match.start()) or (over and over[1] and over[1].kind == "group"):
                continue
            yield Undertaking(match.start(), told.end, match.start("verb"), "suggested", "action.notice")


def _invited(told: Told) -> Iterator[Undertaking]:
    """ "Extended an invitation to Members to …", "reiterated the desire for Members to …"."""
    for match in _GRAMMAR["interest"].finditer(told.text, told.start, told.end):
        subject = subject_before(told, match.start()) or speaker_before(told, match.start())
        hearer = next((p for p in told.people if 0 <= p.start - match.end() < 20), None)
        if subject is None or hearer is None:
            continue
        wish = match.group().endswith("for")
        yield Undertaking(
            subject.start, told.end, match.start(), "requested" if wish else "suggested",
            "action.wish" if wish else "action.invitation", hearer.words(told.text),
        )  # fmt: skip
