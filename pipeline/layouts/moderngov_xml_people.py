"""The attendees of a ModernGov answer, in the words in which minutes list them."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from extractors.model import Piece

_AWAY = re.compile(r"apolog|absent|not present|did not attend", re.IGNORECASE)
_PLAIN_ROLE = re.compile(r"(?:committee\s+|board\s+|panel\s+)?member|attendee", re.IGNORECASE)
_OFFICER = re.compile(r"officer|secretary|staff|clerk|contact", re.IGNORECASE)
_MEMBER = re.compile(r"committee|member|substitute|co-?opt|councillor|chair", re.IGNORECASE)


def attendance(meeting: Element) -> Iterator[Piece]:
    """One paragraph for each of "Present", "Guests", "Officers in attendance" and "Apologies" that names anybody."""
    groups: dict[str, list[str]] = {
        "Present": [],
        "Guests": [],
        "Officers in attendance": [],
        "Apologies": [],
    }
    for attendee in meeting.iter("attendee"):
        name = " ".join((attendee.get("name") or attendee.findtext("name") or "").split())
        if name:
            groups[_group(attendee)].append(_with_role(name, attendee.get("roledescription", "")))
    for label, names in groups.items():
        if names:
            yield Piece("paragraph", f"{label}: {', '.join(names)}", role="attendance")


def _group(attendee: Element) -> str:
    kind = attendee.get("membertype", "")
    if _AWAY.search(attendee.get("attendance", "")):
        return "Apologies"
    if _OFFICER.search(kind):
        return "Officers in attendance"
    return "Present" if _MEMBER.search(kind) or not kind else "Guests"


def _with_role(name: str, role: str) -> str:
    role = " ".join(role.split())
    return f"{name} ({role})" if role and not _PLAIN_ROLE.fullmatch(role) else name
