"""A saved answer of ModernGov's web service to `GetMeeting`: whole texts, escaped HTML inside XML."""

import html
import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from extractors.model import Piece, Problem, Role
from pipeline.layouts.base import Layout, Reading, Unreadable
from pipeline.layouts.html_flow import read_flow
from pipeline.layouts.html_parsing import parse_fragment
from pipeline.layouts.moderngov_cuts import without_cuts
from pipeline.layouts.moderngov_xml_people import attendance
from pipeline.layouts.page_dates import read_date
from pipeline.layouts.text_decoding import check_size

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
    rb"<(?:\w{1,40}:)?(?:get)?meeting(?:\s[^>]{0,2000})?>",
    re.IGNORECASE | re.DOTALL,
)
_BODIES: tuple[tuple[str, str, Role | None], ...] = (
    ("agendatext", "", None),
    ("minutesnonemptyhtmlbody", "Minutes:", "minutes"),
    ("decisionnonemptyhtmlbody", "Decision:", "decision"),
)
_TAG = re.compile(r"<[a-zA-Z!/]")
_ESCAPED_TAG = re.compile(r"&(?:amp;)?lt;/?[a-zA-Z]")
_TRUE = frozenset({"true", "1", "yes"})
_FALSE = frozenset({"false", "0", "no"})
_DEEPEST_ESCAPE = 3


def accepts(data: bytes, _: str) -> bool:
    """Whether the root element is that of the service's answer, whatever the file is called."""
    return bool(_ROOT.match(data[:5_000])) and b"agendaitem" in data


def read(data: bytes) -> Reading:
    """The pieces of a meeting. Raises `Unreadable` for a huge file and for one that is no XML."""
    check_size(data)
    meeting, problems = _parse(data)
    pieces, cuts = without_cuts(_read_meeting(meeting, problems))
    if not pieces:
        raise Unreadable(Problem("read", "empty", "The meeting has no items and no text."))
    return Reading(pieces, _fields(meeting), (*problems, *cuts))


def _parse(data: bytes) -> tuple[Element, list[Problem]]:
    """The meeting's element. Entities are neither expanded nor fetched; the service sends none."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(_broken()) from error
    if root is None:
        raise Unreadable(_broken())
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(
            Problem(
                "read",
                "not understood",
                "The file declares a document type, as no answer of the service does.",
            )
        )
    for element in root.iter():
        if isinstance(element.tag, str):
            name = element.tag.rpartition("}")[2].lower()
            if name.isascii() and name.isalnum():  # a broken file's elements are called anything
                element.tag = name
    whole = not any(entry.level_name != "WARNING" for entry in parser.error_log)
    return root, [] if whole else [
        Problem(
            "read", "partly read", "The XML is broken; what could be saved was read. Save the answer again."
        )
    ]


def _broken() -> Problem:
    return Problem("read", "not understood", "The file is not whole XML. Save the service's answer again.")


def _fields(meeting: Element) -> dict[str, str]:
    committee = _words(meeting, "committeetitle") or _words(meeting, "committeename")
    date = read_date(_words(meeting, "meetingdate"))
    fields = {"committee": committee, "council": _words(meeting, "councilname"), "title": _title(meeting)}
    minuted = any(_words(item, "minutesnonemptyhtmlbody") for item in meeting.iter("agendaitem"))
    published = _words(meeting, "minutepublished").lower() in _TRUE
    fields |= {"date": date or "", "kind": "minutes" if minuted or published else "agenda"}
    return {name: value for name, value in fields.items() if value}


def _title(meeting: Element) -> str:
    committee = _words(meeting, "committeetitle") or _words(meeting, "committeename")
    when = re.sub(r"\s*\b(?:00:00:00|(?<=\d\d:\d\d):\d\d)$", "", _words(meeting, "meetingdate"))
    return " - ".join(filter(None, (committee, when)))


def _read_meeting(meeting: Element, problems: list[Problem]) -> Iterator[Piece]:
    title = _title(meeting)
    if title:
        yield Piece("heading", title, level=1, role="title")
    for label, name in (("Venue", "meetinglocation"), ("Status", "meetingstatus")):
        if _words(meeting, name):
            yield Piece("paragraph", f"{label}: {_words(meeting, name)}", role="field")
    yield from attendance(meeting)
    table = 0
    for item in meeting.iter("agendaitem"):
        if _is_closed(item):
            problems.append(_closed(item))
            continue
        for piece in _read_item(item, table):
            table = piece.table or table
            yield piece


def _is_closed(item: Element) -> bool:
    return _words(item, "isrestricted").lower() in _TRUE or _words(item, "isdisplayallowed").lower() in _FALSE


def _closed(item: Element) -> Problem:
    number = _number(item) or "without number"
    return Problem("read", "restricted", f"Item {number.rstrip('.')} is restricted and was not kept.")


def _read_item(item: Element, table: int) -> Iterator[Piece]:
    title, number = _words(item, "agendaitemtitle"), _number(item)
    if title and number:
        yield Piece("heading", f"{number} {title}", level=2, label=number, role="item")
    elif title:
        yield Piece("heading", title, level=2)
    for name, label, role in _BODIES:
        body = list(_read_body(item.findtext(name) or "", role, table))
        if body and label:
            yield Piece("heading", label, level=3)
        for piece in body:
            table = piece.table or table
            yield piece
    yield from _read_comments(item, table)


def _read_comments(item: Element, table: int) -> Iterator[Piece]:
    """Two texts that each council may name as it likes: "Actions", "Lead officer"."""
    for count in ("1", "2"):
        body = list(_read_body(item.findtext(f"commenttext{count}") or "", None, table))
        label = _words(item, f"commentlabel{count}").rstrip(":")
        if body and label:
            yield Piece("heading", f"{label}:", level=3)
        yield from body


def _read_body(body: str, role: Role | None, table: int) -> Iterator[Piece]:
    """The pieces of an HTML body, which may still be escaped."""
    for _ in range(_DEEPEST_ESCAPE):
        if _TAG.search(body) or not _ESCAPED_TAG.search(body):
            break
        body = html.unescape(body)
    root = parse_fragment(body)
    if root is not None:
        yield from read_flow(root, role, under=3, table=table)


def _number(item: Element) -> str:
    """As printed ("5."); "" for the 0 that section headings have."""
    for name in ("fulldisplaynumberformat", "agendaitemnumber"):
        number = _words(item, name)
        bare = number.strip("() .")
        if bare and bare != "0" and len(bare) <= 12 and re.search(r"\w", bare):
            return f"{number}." if number.isdigit() else number
    return ""


def _words(element: Element, name: str) -> str:
    """The text of a child, unescaped, in one line."""
    text = html.unescape(element.findtext(name) or "")
    return " ".join(re.sub(r"<[^<>]{0,500}>", " ", text).split())


LAYOUT = Layout("moderngov_xml", "xml", accepts, read)
