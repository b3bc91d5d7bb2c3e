"""Findings as an Atom feed (RFC 4287)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from pipeline.exports.cells import without_controls

_ATOM = "http://www.w3.org/2005/Atom"
_DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding. `updated` is the ISO day of the meeting that spoke of it last, `published` of the first that did;
    `record_id` gives it an id that survives a rebuild."""

    record_id: str
    title: str
    text: str
    link: str
    updated: str | None
    published: str | None


def to_atom(name: str, title: str, address: str, page: str, entries: Sequence[Entry]) -> bytes:
    """The feed called `name`, wherever it is served, here at `address`; `page` shows the same. What has no date is no
    news, and is left out. Without an entry the feed was last updated at the beginning of time, so that the same
    database gives the same feed."""
    dated = [each for each in entries if each.updated and _DAY.fullmatch(each.updated)]
    feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "en-GB"})
    _add(feed, "id", _urn(f"feed {name}"))
    _add(feed, "title", title)
    _add(feed, "updated", _moment(max((each.updated or "" for each in dated), default="1970-01-01")))
    _add(Xml.SubElement(feed, "author"), "name", "Matters Arising")
    Xml.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": _sound(address)})
    Xml.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": _sound(page)})
    for each in dated:
        feed.append(_entry(each))
    made: bytes = Xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return made


def _entry(finding: Entry) -> Xml.Element:
    entry = Xml.Element("entry")
    _add(entry, "id", _urn(f"record {finding.record_id}"))
    _add(entry, "title", finding.title)
    _add(entry, "updated", _moment(finding.updated or ""))
    if finding.published and _DAY.fullmatch(finding.published):
        _add(entry, "published", _moment(finding.published))
    Xml.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _sound(finding.link)})
    _add(entry, "content", finding.text).set("type", "text")
    return entry


def _add(parent: Xml.Element, name: str, text: str) -> Xml.Element:
    child = Xml.SubElement(parent, name)
    child.text = _sound(text)
    return child


def _sound(text: str) -> str:
    return without_controls(text)


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"matters-arising {name}").urn


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
