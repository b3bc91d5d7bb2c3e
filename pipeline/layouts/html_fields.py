"""What a page's head says of it: title, council, address."""

import re
from collections.abc import Collection
from itertools import islice

from lxml.html import HtmlElement

from pipeline.bodies import in_title_case, split_body
from pipeline.layouts.html_names import words_of

_PARTED = re.compile(r"\s+[|»–—·-]\s+")
_COUNCIL = re.compile(
    r"\b(?:Council|Authority|Corporation|Combined Authority|Borough|Assembly|Cyngor)\b|\bLondon Borough of\b"
)
_BODY = re.compile(r"\b(?:agenda|minutes|meeting|decision|committee|panel|report|democracy)\b", re.IGNORECASE)
_ANY_COUNCIL = re.compile(
    r"(?:(?:the|full|annual|ordinary|special|extraordinary|town|parish|city|county|borough|district|community)\s)*"
    r"council\b",
    re.IGNORECASE,
)
_BRAND = re.compile(
    r"(?:^|[\s_-])(?:logo|brand(?:ing)?|site-?(?:title|name|logo)|masthead)(?:$|[\s_-])", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"^(?:©|copyright|welcome to|the logo of|logo of|visit)?\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?\s*(?:by\s)?"
    r"|\s*\b(?:logo|crest|coat of arms|home ?page|home|web ?site)\s*$",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(r"\s*[,|–—]\s*|\s+-\s+|\.\s")
_MOST_OF_PART = 200
"""Elements of a banner or footer that are looked at."""
_SAVED = re.compile(rb"<!--\s*saved from url=\(\d{4}\)(https?://[!-~]{3,1000})\s*-->", re.IGNORECASE)
_HEAD = 4_000
"""Bytes in which that comment stands."""
_LONGEST = 120


def read_fields(root: HtmlElement) -> dict[str, str]:
    """`title`, `council` and `url` as far as the page's head gives them."""
    fields = {}
    parts = _title_parts(root)
    council = next((part for part in reversed(parts[1:]) if _is_council(part)), None)
    if len(parts) > 1 and not council and _is_council(parts[0]):
        council, *parts = parts
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
    if len(name) > _LONGEST or _BODY.search(name) or _ANY_COUNCIL.match(name):
        return False
    return bool(_COUNCIL.search(name))


def find_publisher(body: HtmlElement, around: Collection[HtmlElement]) -> str | None:
    """The council that the site is of, as its logo, banner or footer names it."""
    for part in body.iter():
        if part in around or _BRAND.search(f"{part.get('class', '')} {part.get('id', '')}"):
            for element in islice(
                part.iter("img", "a", "p", "span", "div", "h1", "h2", "strong"), _MOST_OF_PART
            ):
                council = _council_in(element.get("alt") or element.get("title") or element.text or "")
                if council:
                    return council
    return None


def _council_in(said: str) -> str | None:
    said = _NO_NAME.sub("", " ".join(said.split())) if len(said) <= _LONGEST else ""
    return next(filter(None, (split_body(in_title_case(part))[0] for part in _NAME_ENDS.split(said))), None)


def page_title(root: HtmlElement) -> str:
    """The title in the page's head, whole."""
    title = root.find(".//title")
    return words_of(title) if title is not None else ""


def _title_parts(root: HtmlElement) -> list[str]:
    return [part for part in _PARTED.split(page_title(root)) if part]


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
