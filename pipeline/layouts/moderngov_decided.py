"""ModernGov's pages of decisions saved as text: "Decision details" of one, "Issue - decisions" of an issue's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.model import Piece
from pipeline.layouts.moderngov_titles import as_field, make_item

_DETAILS = re.compile(r"decision details?", re.IGNORECASE)
_PAGE = re.compile(r"issue - decisions|decision details?", re.IGNORECASE)
_DATED = re.compile(r"(?P<date>\d\d?/\d\d?/\d{4} -)\s+(?P<title>\S.{0,250})")
"""An issue's decision begins with its day and title."""
_FACT = re.compile(
    r"(?:decision (?:maker|status|type|ref\w*)|decision (?:no|number)\.?|is (?:key|subject to|call)\b[^:?]{0,40}|"
    r"(?:report |lead )?author|lead officer|(?:contact|reporting) officer|publication date|"
    r"date of (?:decision|publication)|"
    r"date (?:comes|came) into force|decided(?: at meeting)?|effective from|wards? affected|implementation date|"
    r"notice of proposed decision first published|ref(?:erence)?(?: no)?)\.?\s*[:?].*",
    re.IGNORECASE,
)
_ORDERS = re.compile(r"(?:That|To)\b")


def is_decision_page(words: str) -> bool:
    """Whether a line names a page of this kind."""
    return bool(_PAGE.fullmatch(words))


def tell_decisions(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The page's title, or each dated decision's, as an item; the facts around it as fields."""
    opened = next(at for at, piece in enumerate(pieces) if is_decision_page(piece.text.strip(" :*|")))
    details = bool(_DETAILS.fullmatch(pieces[opened].text.strip(" :*|")))
    dated = not details and any(_DATED.fullmatch(piece.text) for piece in pieces)
    titled = False
    for at, piece in enumerate(pieces):
        date = _DATED.fullmatch(piece.text) if dated else None
        if date:
            titled = True
            yield as_field(replace(piece, text=date["date"]))
            yield from make_item(replace(piece, text=date["title"]))
        elif at == opened + 1 and not dated:
            titled = True
            yield from make_item(piece)
        elif not titled or _FACT.fullmatch(piece.text):
            yield as_field(piece)
        elif not details and (piece.label or _ORDERS.match(piece.text)):
            # The page prints what was decided under the title, without a word before it.
            yield replace(piece, kind="bullet" if piece.label else "paragraph", role="decision")
        else:
            yield piece
