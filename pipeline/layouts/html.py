"""Any web page: its main content, without what stands around it on every page of the site."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from extractors.model import Piece, Problem
from pipeline.layouts.base import Layout, Reading, Unreadable
from pipeline.layouts.html_fields import read_fields
from pipeline.layouts.html_flow import read_flow
from pipeline.layouts.html_furniture import find_furniture, find_main
from pipeline.layouts.html_names import is_hidden, words_of
from pipeline.layouts.html_parsing import looks_like_html, parse_page


def read(data: bytes) -> Reading:
    """The pieces of a page. Raises `Unreadable` for an empty, huge or binary file."""
    root, problems = parse_page(data)
    body = root.find("body")
    body = root if body is None else body
    around = find_furniture(body)
    main = find_main(body, around)
    pieces = [*_title_above(body, main, around), *read_flow(main, drop=around.__contains__)]
    if not pieces:
        raise Unreadable(Problem("read", "empty", "The page holds no text besides its menus."))
    return Reading(tuple(pieces), read_fields(root), problems)


def _title_above(body: HtmlElement, main: HtmlElement, around: set[HtmlElement]) -> Iterator[Piece]:
    """The page's one `h1`, where it stands outside the main element."""
    titles = [title for title in body.iter("h1") if not is_hidden(title) and words_of(title)]
    if len(titles) == 1 and all(one is not main and one not in around for one in titles[0].iterancestors()):
        yield Piece("heading", words_of(titles[0]), level=1)


LAYOUT = Layout("html", "html", looks_like_html, read)
