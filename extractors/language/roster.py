"""Who was there: the roster of a document, from its lists of those present and from introductions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.language.heard import sides_heard
from extractors.language.naming import (
    GRAMMAR,
    NAME_PATTERN,
    OFFICE,
    OFFICE_PATTERN,
    Side,
    side_of_office,
    side_of_title,
    without_title,
)
from extractors.language.outline import Outline
from extractors.model import Document

_SECTIONS: tuple[tuple[str, Side], ...] = (
    ("section_guest", "guest"),
    ("section_officer", "officer"),
    ("section_member", "member"),
)
_INTRODUCED = re.compile(
    rf"(?P<name>{GRAMMAR['bare'].pattern})\s*(?:,\s*(?:the\s+)?|\((?=[A-Z]))(?P<office>{OFFICE})"
)
_MEMBER_TITLE = re.compile(r"\b(?:Cllr|Councillor|Alderman|Ald|Cr)s?\b\.?\s+[A-Z][\w’'.]*")
_INNER = re.compile(
    r"(?<=\s)(?:ALSO\s+)?(?:PRESENT|IN\s+ATTENDANCE|ATTENDANCE|APOLOGIES|OFFICERS|ABSENT)\b(?=[^:.,]{0,40}:)"
)
# A list of those present that stands where no heading says so: its own label does.
_LABELLED = re.compile(r"\W*(?:(?:also )?present|(?:also )?in attendance|attendees)\s*:", re.IGNORECASE)
# "Tenant members – Moira, Kath B": those of a panel who are known by their first names.
_FIRST_NAMES = re.compile(
    r"\W*(?:[\w’'-]+ ){0,2}(?:[Mm]embers|[Rr]ep(?:resentative)?s|[Tt]enants|[Rr]esidents|[Gg]overnors|[Pp]atients|"
    r"[Vv]olunteers|[Cc]ustomers|[Ll]easeholders|[Pp]arents)\s*(?::|[–-](?=\s))\s*"
    r"(?P<names>[A-Z][a-z]+(?: [A-Z])?(?:(?:,| and| &|, and) [A-Z][a-z]+(?: [A-Z])?){1,30})\W*"
)
_INITIALS = re.compile(r"^[A-Z]{2,4}\s*[,:–-]\s*")
_ELECTED = re.compile(r"\b(?:Member|Councillor|Cllr|Portfolio|Leader|Mayor|Cabinet|Alderman)\b")
_CHUNK = re.compile(r"(?:[^,;|()\n]|\([^()]*\))+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person: the name without title, the side, and the office where one is printed."""

    name: str
    side: Side
    office: str | None = None

    @property
    def surname(self) -> str:
        return self.name.split()[-1]

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in re.split(r"[\s.-]+", self.name) if word[:1].isupper())


@dataclass(frozen=True)
class Roster:
    """Later entries (introductions with an office) correct earlier ones (lists)."""

    entries: tuple[Entry, ...] = ()
    members_are_titled: bool = False
    """Whether the document writes "Cllr" before its members, so that a mere "Mr" is none."""
    _by_name: dict[str, Entry] = field(default_factory=dict, init=False, repr=False, compare=False)
    _by_surname: dict[str, list[Entry]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for entry in self.entries:
            self._by_name[entry.name.lower()] = entry
        for entry in self._by_name.values():
            self._by_surname.setdefault(entry.surname.lower(), []).append(entry)

    def find(self, words: str) -> Entry | None:
        """Who is meant by `words`, a full name, a surname or initials ("SB"), with or without title."""
        name = without_title(words)
        if not name:
            return None
        if re.fullmatch(r"[A-Z]{2,4}", name):
            named = [entry for entry in self._by_name.values() if entry.initials == name]
            if len(named) == 1:
                return named[0]
        known = self._by_name.get(name.lower())
        if known:
            return known
        alike = self._by_surname.get(name.split()[-1].lower(), [])
        first = name[0].upper()
        close = [entry for entry in alike if " " not in name or entry.name[0].upper() == first]
        return close[0] if close and len({entry.side for entry in close}) == 1 else None

    def side_of_first_name(self, name: str) -> Side | None:
        """On which side whoever goes by the first name sits, or None where nobody has it. Where members are titled
        and several share the name, the one without a title is meant."""
        sides = {entry.side for entry in self._by_name.values() if entry.name.split()[0] == name}
        sides = sides - {"unknown"} or sides
        if self.members_are_titled:
            sides = sides - {"member"} or sides
        return (sides.pop() if len(sides) == 1 else "unknown") if sides else None


def read_roster(document: Document, outline: Outline) -> Roster:
    """The people of the attendance lists, those introduced in the text with an office, and those only heard there."""
    entries = (*_listed(document, outline), *_introduced(document))
    listed = Roster(entries, len(_MEMBER_TITLE.findall(document.text)) >= 3)
    heard = (Entry(name, side) for name, side in sides_heard(document) if listed.find(name) is None)
    return Roster((*entries, *heard), listed.members_are_titled)


def _listed(document: Document, outline: Outline) -> Iterator[Entry]:
    side: Side = "unknown"
    for block, part in zip(document.blocks, outline.parts, strict=True):
        words = document.words(block)
        if part not in ("attendance", "head") and not _LABELLED.match(words):
            continue
        for text in _sections(words):
            at = 0
            firsts = _FIRST_NAMES.fullmatch(text)
            if firsts:
                yield from (
                    Entry(name, "member")
                    for name in re.split(r",? (?:and |& )?(?=[A-Z][a-z])", firsts["names"])
                )
                continue
            opened = _section(text)
            if opened:
                side, at = opened
            if side != "unknown":
                yield from _names(text[at:], side)


def _sections(text: str) -> list[str]:
    """The block cut before each "ALSO PRESENT:" that runs on in one paragraph."""
    cuts = [match.start() for match in _INNER.finditer(text)]
    return [text[begin:end] for begin, end in pairwise([0, *cuts, len(text)])]


def _section(text: str) -> tuple[Side, int] | None:
    for name, side in _SECTIONS:
        match = GRAMMAR[name].match(text)
        if match:
            return side, match.end()
    return None


def _names(text: str, side: Side) -> Iterator[Entry]:
    """The names of a list; an office after a comma or in brackets belongs to the name before it."""
    held: Entry | None = None
    for chunk in _chunks(text):
        inside = re.search(r"\(([^()]+)\)", chunk)
        words = re.sub(r"\([^()]*\)", " ", chunk).strip(" .–-")
        office = OFFICE_PATTERN.match(words)
        name = NAME_PATTERN.match(words)
        if held and office and (not name or not name["title"]):
            held = _with_office(held, words)
            continue
        if held:
            yield held
            held = None
        if not name or not (name["title"] or re.search(r"\w[\s.]+\w", name["name"])) or len(words) > 90:
            continue
        own = side_of_title(words) if name["title"] else "unknown"
        held = Entry(without_title(name["name"]), own if own != "unknown" else side)
        rest = _INITIALS.sub("", inside.group(1)) if inside else words[name.end() :].strip(" ,–-")
        if OFFICE_PATTERN.match(rest):
            held = _with_office(held, rest)
    if held:
        yield held


def _chunks(text: str) -> Iterator[str]:
    for chunk in _CHUNK.findall(text):
        yield from re.split(r"\s+and\s+(?=[A-Z])(?![^()]*\))", chunk)


def _with_office(entry: Entry, office: str) -> Entry:
    """The entry with its office. One listed among officers who chairs another body is no member of this one."""
    side = side_of_office(office)
    if side == "unknown" or (entry.side == "officer" and side == "member" and not _ELECTED.search(office)):
        side = entry.side
    return Entry(entry.name, side, entry.office or office)


def _introduced(document: Document) -> Iterator[Entry]:
    for block in document.blocks:
        for match in _INTRODUCED.finditer(document.text, block.body, block.end):
            side = side_of_office(match["office"])
            if side != "unknown":
                yield Entry(without_title(match["name"]), side, match["office"])
