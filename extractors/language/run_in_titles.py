"""Titles with the talk about them on the same line: "Apologies: Cllrs Hay and Orme sent theirs"."""

import re

from extractors.language.title_words import is_usual, reads_as_title
from extractors.model import Block
from extractors.vocabulary import words

# "APOLOGIES: Cllrs …", "Apologies for absence – received …".
_INLINE = re.compile(r"([A-Z][^:.–]{2,70}?)\s*(?::|\.|\s[–-])\s+(?=[A-Z“\"]|received|none|there)")
_TITLED = r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Rev|Sir|Dame|Lord|Lady)\.?"
_TELLING = (
    r"reported|presented|advised|informed|updated|outlined|introduced|explained|stated|said|gave|asked|noted|confirmed|"
    r"declared|welcomed|thanked|considered|received|approved|agreed|resolved|discussed|reviewed"
)
_FINITE = rf"(?:was|were|had|has|have|is|are|would|will|{_TELLING})\b"
# A first name alone, in the minutes of small bodies; an office or a body would be the title's own last word.
_GIVEN_NAME = (
    r"(?<!Mr\s)(?<!Mrs\s)(?<!Ms\s)(?<!Dr\s)(?<!Miss\s)(?<!Cllr\s)(?<!Councillor\s)(?<!PC\s)(?<!PCSO\s)(?<!\.\s)"
    r"(?!(?:Cllrs?|Mrs?|Miss|Officers?|Managers?|Directors?|Head|Committee|Council|Board|Panel|Group|Forum|Team|Report|Plan|Policy|Update|"
    r"Minutes|Matters|Meeting|Chair\w*|Clerk|Members?|Governors?|Councillors?|Service|Secretary|Treasurer|Leader|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-Z][a-z]{2,11}"
)
# The same without a mark between: "Apologies for absence There were none.", where a sentence with its subject and its
# verb begins in the middle of the line.
_RUN_ON = re.compile(
    r"([A-Z].{1,160}?[\w)])\s+(?=(?:There\s+(?:was|were|being)|None\b|Nil\b|It\s+was|RESOLVED|Resolved|Proposed|"
    r"No\s+(?:apologies|declarations|interests|questions|matters)|Apologies\s+(?:were|was|had|have)|"
    rf"(?:The|A|An|This|These|All|Both|Members|Councillors|Governors|No)\s+(?:(?!{_FINITE})[\w’'&,()-]+\s+){{0,8}}?{_FINITE}|"
    r"The\s+(?:minutes|clerk|chair\w*|vice-chair\w*|cathaoirleach|members|committee|council|panel|board)\s+[a-z]+|"
    r"On\s+(?:the\s+(?:proposal|motion|proposition)|a\s+(?:proposal|motion|proposition))\s+(?:of|by)|Moved\s+by|"
    rf"(?:{_TITLED}\s+(?:[A-Z][\w.’'-]*\s+){{1,3}}|(?:[A-Z][\w.’'-]*\s+){{2}})(?:presented|reported|advised|informed|updated|outlined|introduced|"
    r"explained|stated|said|gave|asked|noted|confirmed|declared|welcomed|thanked|proposed|reminded|told)|"
    rf"{_GIVEN_NAME}\s+(?:went|sent|raised|suggested|proposed|circulated|{_TELLING}))\b)"
)
# "Planning Matters:- Two applications …": a mark that stands only behind titles.
_DASHED = re.compile(r"([A-Z][^:.]{2,120}?)\s*:[-–—](?=\s|$)")
# "PUBLIC QUESTIONS Two residents spoke": a title in capitals with the talk behind it, and no mark between.
_CAPITALS = re.compile(r"([A-Z][A-Z0-9’', /&()-]{4,150}[A-Z0-9)])\s+(?=(?:A\s|[A-Z][a-z]))")
# The mark that ends a title of whatever words: "Street lights: the column …", "Apologies –Cllr Hay". A dash between
# two figures or inside a word is none.
_MARKS = {
    "colon": r"\s*:[-–—]*(?=\s|$)",
    "bar": r"\s+\|\s+",
    "slash": r"\s+/\s+(?=(?:The|There|It|An?|No|Members|All|Mr|Mrs|Ms|Dr|Cllr|\d+)\s|"
    r"[A-Z]\w+\s(?:[A-Z][\w’'-]+\s)?[a-z])",
    "dash": r"\s+[–—-]\s*(?=[A-Za-z])",
    "stop": r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bCllr)(?<!\b[A-Z])\.\s+"
    r"(?=[A-Z“\"]|\((?:[a1]|i)\)\s)",
}
_MARK = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _MARKS.items()))
_EACH = {name: re.compile(pattern) for name, pattern in _MARKS.items()}
_LABEL = re.compile(
    r"(?<!\bof)(?<!\bthe)(?<!draft)\s+(?:Order|Decision|Outcome|Action|Resolution|Resolved|Minutes|Discussion)$"
)
"""A label between the title and what it opens: "Ferry fares Order: Agreed."."""
_WHOLE = re.compile(
    rf"({'|'.join(sorted(map(re.escape, words('whole_titles.txt')), key=len, reverse=True))})\s+(?=(?-i:[A-Z£\d]))",
    re.IGNORECASE,
)
_TELLS = re.compile(rf"\b{_FINITE}|\bsent\b|[a-z)]\.(?:\s|$)")
"""Behind a whole title: what shows that a sentence follows, and the title does not go on."""
_NOTHING = re.compile(
    r"\s*(?::|\s[–—-])\s*(?:none|nil|n/?a|nothing(?: to report)?|no (?:reports?|updates?|items?|business|change))"
    r"(?: (?:received|declared|made|reported|raised|given))?\s*\.?$",
    re.IGNORECASE,
)
"""Behind a title: that there was nothing ("Co-options – None")."""
_LONGEST = 12
"""Words of a title that only its mark tells."""


def without_talk(text: str, block: Block) -> str:
    """The title at the start of a line that may have the talk about it behind: told by a usual title, by capitals
    or by how such talk begins."""
    dashed = _DASHED.match(text)
    if dashed:
        return dashed.group(1)
    title = _NOTHING.sub("", text)
    inline = _INLINE.match(title)
    capitals = inline and inline.group(1).isupper() and not title[inline.end() :].isupper()
    if inline and (capitals or is_usual(inline.group(1))):
        title = inline.group(1)
    run_on = _RUN_ON.match(title)
    if run_on:
        title = run_on.group(1)
    whole = _WHOLE.match(title)
    if whole and _TELLS.search(title, whole.end()):
        title = whole.group(1)
    shouted = _CAPITALS.match(title)
    if shouted and (not reads_as_title(title, block) or is_usual(shouted.group(1))):
        title = shouted.group(1)
    return _LABEL.sub("", title) if title != text else title


def mark_behind(text: str, title: str) -> str | None:
    """The name of the mark that parts `title`, at the start of `text`, from the talk behind it."""
    mark = _MARK.match(text, len(title))
    return mark.lastgroup if mark else None


def before_mark(text: str, block: Block, only: str | None = None) -> str | None:
    """The words before the line's first colon, dash or full stop (before its first mark of the name `only`), where they
    read as a title and talk follows. Any sentence may have such words, so this is for lines of which the document has
    more."""
    mark = (_EACH[only] if only else _MARK).search(text)
    if mark is None or not text[mark.end() :].strip():
        return _whole(text, block)
    title = _LABEL.sub("", text[: mark.start()].rstrip())
    fits = title[:1].isupper() and 0 < len(title.split()) <= _LONGEST
    return title if fits and reads_as_title(title, block) else None


def shouted(text: str) -> str | None:
    """The capitals that a line opens with, where a sentence in ordinary letters follows without a mark."""
    capitals = _CAPITALS.match(text)
    return capitals.group(1) if capitals else None


def _whole(text: str, block: Block) -> str | None:
    """A title that says what is to be done, with its full stop ("To consider the state of the footpaths.")."""
    title = text.rstrip().removesuffix(".")
    return title if re.match(r"To [a-z]", title) and title != text and reads_as_title(title, block) else None
