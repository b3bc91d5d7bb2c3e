"""Marks of notes: what a raised "1" or a linked "[footnote 1]" points to is not part of the words before it."""

import re

from lxml.html import HtmlElement

from pipeline.layouts.html_names import classes, words_of

_NOTES = re.compile(
    r"(?:(?:_?ftn|edn|fn|sdfootnote|sdendnote|cmnt|footnote|endnote)[-:_]?\d{1,4}|(?:foot|end)notes?(?:-list)?|Mso(?:Foot|End)noteText)"
)
_MARK = re.compile(
    r"[\[(]?(?:(?:foot|end)?note\s*)?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§]{1,3})[\])]?", re.IGNORECASE
)
_BACK = re.compile(
    r"[↩↑⤴^][\ufe0e\ufe0f]?|back(?: to (?:text|reference))?|return to (?:text|reference)", re.IGNORECASE
)
_NOTE = re.compile(
    r"#\S{0,80}?(?:ftn|fn|edn|foot|endnote|note|cmnt|sdfootnote|sdendnote|cite)", re.IGNORECASE
)
_REFERENCE = re.compile(r"#\S{0,80}?(?:ref|anc\b|back|return)", re.IGNORECASE)


def is_note_mark(element: HtmlElement) -> bool:
    """Whether the element only points to a note, or from a note back to where it is called."""
    if element.tag == "sup":
        linked = element.find(".//a") is not None or _parent_tag(element) == "a"
        return linked and bool(_MARK.fullmatch(words_of(element)))
    if element.tag != "a":
        return False
    link = element.get("href") or ""
    if not (link.startswith("#") and _NOTE.match(link)):
        return False
    words = words_of(element)
    back = _REFERENCE.match(link)
    return bool(_BACK.fullmatch(words)) or (not back and bool(_MARK.fullmatch(words)))


def is_comment(element: HtmlElement) -> bool:
    """Whether the element is the box of a comment that Google Docs prints below its page."""
    return element.tag in ("p", "div") and any(
        (child.get("id") or "").startswith("cmnt") and "ref" not in child.get("id", "")
        for part in (element, *element)
        for child in part
        if child.tag == "a"
    )


def holds_notes(element: HtmlElement) -> bool:
    """Whether the element holds a note's words, or all notes, below the text."""
    if element.get("role") in ("doc-endnotes", "doc-endnote", "doc-footnote"):
        return True
    named = element.get("id") or ""
    return bool(_NOTES.fullmatch(named)) or any(_NOTES.fullmatch(name) for name in classes(element))


def _parent_tag(element: HtmlElement) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)
