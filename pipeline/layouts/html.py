"""Any web page: its main content, without what stands around it on every page of the site."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from extractors.model import Piece
from pipeline.layouts.base import Layout, Reading, Unreadable
from pipeline.layouts.html_fields import find_publisher, page_title, read_fields, saved_from
from pipeline.layouts.html_flow import read_flow
from pipeline.layouts.html_furniture import find_furniture, find_main
from pipeline.layouts.html_names import is_hidden, words_of
from pipeline.layouts.html_parsing import looks_like_html, parse_page
from pipeline.layouts.html_remarks import names_document, without_remarks
from pipeline.layouts.html_stubs import find_file, find_gate, find_list, find_nothing, find_several

_TITLE_WITHIN = 15
"""Pieces from the start in which the document's title stands."""


def read(data: bytes) -> Reading:
    """The pieces of a page. Raises `Unreadable` for an empty, huge or binary file."""
    root, problems = parse_page(data)
    body = root.find("body")
    body = root if body is None else body
    around = find_furniture(body)
    main = find_main(body, around)
    pieces = list(
        without_remarks([*_title_above(root, body, main, around), *read_flow(main, drop=around.__contains__)])
    )
    gate = find_gate(root, pieces) or find_list(root, pieces)
    if gate:
        raise Unreadable(gate)
    leads = find_file(root, pieces)
    if not pieces:
        raise Unreadable(
            next(iter(problems), replace(leads, error="no document") if leads else find_nothing(root))
        )
    problems = (*problems, *filter(None, (leads, find_several(pieces))))
    known = _fields(root, pieces)
    publisher = known.pop("council", None) or find_publisher(body, around)
    known |= {"publisher": publisher} if publisher else {}
    return Reading(tuple(pieces), saved_from(data) | known, problems)


def _fields(root: HtmlElement, pieces: Sequence[Piece]) -> dict[str, str]:
    """What the head says, and for the title the page's first `h1`; a head's title that the page does not print
    is that of the site or of a template."""
    fields = read_fields(root)
    first = [" ".join(piece.text.split()) for piece in pieces[:_TITLE_WITHIN]]
    top = next(
        (
            text
            for text, piece in zip(first, pieces, strict=False)
            if piece.level == 1 and piece.kind == "heading" and names_document(text)
        ),
        None,
    )
    if top:
        fields["title"] = top
    elif fields.get("title", "").lower() not in " ".join(first).lower() or not names_document(
        fields.get("title", "")
    ):
        fields.pop("title", None)
    return fields


def _title_above(
    root: HtmlElement, body: HtmlElement, main: HtmlElement, around: set[HtmlElement]
) -> Iterator[Piece]:
    """The page's one `h1`, where it stands outside the main element; in a banner only if the head has it too."""
    titles = [title for title in body.iter("h1") if not is_hidden(title) and words_of(title)]
    if len(titles) != 1 or main in titles[0].iterancestors():
        return
    words = words_of(titles[0])
    if around.isdisjoint(titles[0].iterancestors()) or (
        names_document(words) and words.lower() in page_title(root).lower()
    ):
        yield Piece("heading", words, level=1)


LAYOUT = Layout("html", "html", looks_like_html, read)
