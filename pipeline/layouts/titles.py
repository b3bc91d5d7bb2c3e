"""Which short paragraphs may be headings, told by their words alone."""

import re

LONGEST_HEADING = 90
"""Characters of an unmarked heading; longer short paragraphs are more often sentences."""
LONGEST_BOLD_HEADING = 260
"""Bold headings wrap: the title lines of joint meetings run to three lines."""

_PERSON = re.compile(r"(?:Cll?rs?|Cmhlr|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Rev)\b\.?\s")
_FIELD = re.compile(
    r"(?!(?:agenda item|item|appendix|annex|table|question|part|section)\b)[A-Z][^:.]{1,40}:\s*\S",
    re.IGNORECASE,
)
_FINITE = re.compile(r"^That\b|\b(?:was|were|had|has|have|will|is|are)\b")
_WORD = re.compile(r"[^\W\d_]{2,}")


def may_head(text: str, longest: int = LONGEST_BOLD_HEADING) -> bool:
    """Short, begins as a title does, is no part of a list, no two sentences, no "Label: value"."""
    if len(text) > longest or text[-1] in ",;" or text[0].islower() or not _WORD.search(text):
        return False
    return not re.search(r"[a-z)]{3}[.!?]\s+[A-Z]", text) and not _FIELD.match(text)


def heads_unmarked(text: str, longest: int = LONGEST_HEADING) -> bool:
    """Whether a paragraph that nothing but its shortness marks is a heading: no full stop, no
    finite verb, no opener of a list."""
    if text[-1] == "." or _PERSON.match(text) or _FINITE.search(text) or not may_head(text, longest):
        return False
    return text[-1] != ":" or len(text.split()) <= 7
