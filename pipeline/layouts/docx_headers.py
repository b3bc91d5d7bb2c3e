"""What a Word file's page headers say: often they alone name the council."""

from collections.abc import Iterator

from docx.document import Document as Word

from pipeline.bodies import in_title_case, split_body
from pipeline.layouts.docx_names import W

_LONGEST = 200


def council_above(word: Word) -> str | None:
    """The council that the page headers name, or None."""
    found = (
        split_body(in_title_case(part))[0] for line in _lines(word) for part in (line, *line.split(" - "))
    )
    return next(filter(None, found), None)


def _lines(word: Word) -> Iterator[str]:
    for relation in word.part.rels.values():
        element = None
        if not relation.is_external and relation.reltype.endswith("/header"):
            element = getattr(relation.target_part, "element", None)
        for paragraph in () if element is None else element.iter(W + "p"):
            words = " ".join("".join(text.text or "" for text in paragraph.iter(W + "t")).split())
            if 0 < len(words) <= _LONGEST:
                yield words
