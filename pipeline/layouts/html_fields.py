"""What a page's head says of it: title, council, address."""

import re

from lxml.html import HtmlElement

from pipeline.layouts.html_names import words_of

_PARTED = re.compile(r"\s+[|»–—·-]\s+")
_COUNCIL = re.compile(
    r"\b(?:Council|Authority|Corporation|Combined Authority|Borough|Assembly|Cyngor)\b|\bLondon Borough of\b"
)
_BODY = re.compile(r"\b(?:agenda|minutes|meeting|decision|committee|panel|report|democracy)\b", re.IGNORECASE)
_SAVED = re.compile(rb"<!--\s*saved from url=\(\d{4}\)(https?://[!-~]{3,1000})\s*-->", re.IGNORECASE)
_HEAD = 4_000
"""Bytes in which that comment stands."""
_LONGEST = 120


def read_fields(root: HtmlElement) -> dict[str, str]:
    """`title`, `council` and `url` as far as the page's head gives them."""
    fields = {}
    parts = _title_parts(root)
    council = next((part for part in reversed(parts[1:]) if _is_council(part)), None)
    if parts:
        fields["title"] = parts[0]
    council = council or _meta(root, "og:site_name")
    if council and _is_council(council):
        fields["council"] = council
    url = _address(root)
    if url:
        fields["url"] = url
    return fields


def saved_from(data: bytes) -> dict[str, str]:
    """The `url` that a browser writes into a page that it saves."""
    match = _SAVED.search(data[:_HEAD])
    return {"url": match[1].decode("ascii", errors="replace")} if match else {}


def _is_council(name: str) -> bool:
    """Whether a site's name is that of a council, and not of one of its meetings or pages."""
    return len(name) <= _LONGEST and bool(_COUNCIL.search(name)) and not _BODY.search(name)


def _title_parts(root: HtmlElement) -> list[str]:
    title = root.find(".//title")
    text = words_of(title) if title is not None else ""
    return [part for part in _PARTED.split(text) if part]


def _meta(root: HtmlElement, name: str) -> str | None:
    for meta in root.iter("meta"):
        if meta.get("property") == name or meta.get("name") == name:
            content = " ".join((meta.get("content") or "").split())
            return content or None
    return None


def _address(root: HtmlElement) -> str | None:
    links = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return next(
        (url for url in (*links, _meta(root, "og:url")) if url and re.match(r"https?://\S+$", url)), None
    )
