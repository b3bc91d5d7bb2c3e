"""Web archives: a page that a browser or Word saved in a single file, with its pictures (.mhtml, .mht)."""

import re
from email import message_from_bytes
from email.message import Message

from extractors.model import Problem
from pipeline.layouts import html, moderngov
from pipeline.layouts.base import Layout, Reading, Unreadable
from pipeline.layouts.text_decoding import check_size

_SUFFIXES = frozenset({".mht", ".mhtml"})
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_HEAD = 4_000


def accepts(data: bytes, suffix: str) -> bool:
    """Whether the file is named as an archive, or its first lines say that it holds related parts."""
    return suffix in _SUFFIXES or (suffix != ".eml" and bool(_RELATED.search(data[:_HEAD])))


def read(data: bytes) -> Reading:
    """The page in the archive, as its own layout reads it. Raises `Unreadable` where there is none."""
    check_size(data)
    archive = message_from_bytes(data)
    page = next((part for part in archive.walk() if part.get_content_type() == "text/html"), None)
    held = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(held, bytes):
        raise Unreadable(
            Problem("read", "not understood", "The archive holds no page. Save it again as HTML.")
        )
    layout = moderngov.LAYOUT if moderngov.LAYOUT.accepts(held, ".html") else html.LAYOUT
    reading = layout.read(held)
    address = _address(archive, page)
    return Reading(reading.pieces, address | dict(reading.fields), reading.problems)


def _address(archive: Message, page: Message) -> dict[str, str]:
    """Where the page was saved from, where it says so."""
    said = str(archive.get("Snapshot-Content-Location") or page.get("Content-Location") or "").strip()
    return {"url": said} if re.match(r"https?://\S+$", said) else {}


LAYOUT = Layout("mhtml", "html", accepts, read)
