"""Lines of a site that stand in its document and no class name tells: "Back to top", "Last updated", "Downloads"."""

from collections.abc import Iterator, Sequence

from extractors.model import Piece
from extractors.vocabulary import grammar
from pipeline.bodies import in_title_case, split_body

_GRAMMAR = grammar("page_remarks.grammar")
_LONGEST = 250
"""Characters of such a line."""


def without_remarks(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces without the site's own lines, and without the headings of lists that were none of the document."""
    kept = [piece for piece in pieces if not is_remark(piece)]
    for at, piece in enumerate(kept):
        if not (_heads_links(piece) and _is_bare(piece, kept[at + 1] if at + 1 < len(kept) else None)):
            yield piece


def is_remark(piece: Piece) -> bool:
    """Whether the piece is nothing but a line of the site."""
    words = " ".join(piece.text.split())
    return (
        not piece.cells and len(words) <= _LONGEST and bool(_GRAMMAR["remark"].fullmatch(words.strip(" |•")))
    )


def names_document(title: str) -> bool:
    """Whether a page's title tells one document from others: it is no "Minutes", and not the council's name."""
    council, committee = split_body(in_title_case(title))
    return not _GRAMMAR["no_title"].fullmatch(title) and (council is None or committee is not None)


def _heads_links(piece: Piece) -> bool:
    words = " ".join(piece.text.split())
    return piece.kind == "heading" and bool(_GRAMMAR["links_head"].fullmatch(words))


def _is_bare(heading: Piece, following: Piece | None) -> bool:
    """Whether nothing stands under the heading."""
    return following is None or (following.kind == "heading" and following.level <= heading.level)
