"""Plain text and Markdown as lines: marks taken off, page numbers and running heads counted and dropped."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Literal

from pipeline.layouts.labels import OPENER

Style = Literal["plain", "bold", "heading", "row", "header"]


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line without its marks. `blanks` counts the empty lines before it, a page break as one."""

    text: str
    indent: int = 0
    """Columns of white space before the text; a tab goes to the next multiple of 4."""
    blanks: int = 0
    page: int | None = None
    style: Style = "plain"
    level: int = 0
    """Of a Markdown heading: 1 for `#`."""


_MARKDOWN = re.compile(r"^#{1,6}\s+\S|\*\*\S|^\s*\|.*\|\s*$|\]\(\w+:|^```", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)|\(Image omitted\)")
_SOURCE_LINK = re.compile(r"\s*\[Original file\]\([^)\n]*\)\s*")
_LINK = re.compile(r"\[([^\]\[\n]{0,500})\]\((?:[^()\n]|\([^()\n]*\)){0,2000}\)")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|<!--.{0,2000}?-->", re.DOTALL)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
_STARS = re.compile(r"\*\*+")
_ITALIC = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_RULE = re.compile(r"\s*(?:-\s?){3,}\s*|\s*(?:\*\s?){3,}\s*|\s*(?:_\s?){3,}\s*|\s*={3,}\s*")
_SCANNED = re.compile(r"scanned page, text may contain errors", re.IGNORECASE)
PAGE_NUMBER = re.compile(
    r"\s*(?:(?:page|p\.)\s*)?[-–—]?\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–—]?\s*", re.IGNORECASE
)
_PAGE_OF = re.compile(r"\s*page\s+(\d{1,4})(?:\s+of\s+\d{1,4})?\s*", re.IGNORECASE)
_EDGE = 3
"""Lines at a page's top and bottom that may be running heads: none seen has more."""
_SHORTEST_RULE = 3
_LONGEST_UNDERLINED = 90
"""Characters of a title that somebody underlines by typing; a rule under a longer line parts sections."""
_ROW = re.compile(r"\s*\|.*\|\s*")
_SEPARATOR = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")


def read_lines(text: str) -> list[Line]:
    """The lines that hold words, in order."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x00", "")
    raw = re.split(r"[\n\x85\u2028\u2029]", text.replace("\f", "\n\f\n"))
    markdown = bool(_MARKDOWN.search(text))
    numbered = _pages(raw, markdown)
    dropped = _running_heads(numbered)
    kept = ((page, line) for at, (page, line) in enumerate(numbered) if at not in dropped)
    return list(_cleaned(kept, markdown))


def _pages(raw: Sequence[str], markdown: bool) -> list[tuple[int | None, str]]:
    """Each line with its page, where form feeds or rules with numbers tell pages; the marks are blanked."""
    fed = any("\f" in line for line in raw)
    ruled = markdown and not fed and _rules_part_pages(raw)
    page = 1 if fed else None
    lines: list[tuple[int | None, str]] = []
    after_rule = False
    for line in raw:
        if fed and line == "\f":
            page = (page or 0) + 1
            line = ""
        elif ruled and _RULE.fullmatch(line):
            page = (page or 0) + 1
            line, after_rule = "", True
        elif after_rule and line.strip():
            number = PAGE_NUMBER.fullmatch(line)
            if number:
                page, line = int(number[1]), ""
            after_rule = False
        match = _PAGE_OF.fullmatch(line)
        if match:
            line = ""
        lines.append((page, line))
    return lines


def _rules_part_pages(raw: Sequence[str]) -> bool:
    """Whether `---` is a page break here: most are followed by a page number or a scan's note."""
    words = [line for line in raw if line.strip()]
    after = [following for line, following in pairwise(words) if _RULE.fullmatch(line)]
    marked = [line for line in after if PAGE_NUMBER.fullmatch(line) or _SCANNED.search(line)]
    return bool(marked) and len(marked) * 2 > len(after)


def _running_heads(lines: Sequence[tuple[int | None, str]]) -> set[int]:
    """Indexes of lines at a page's top or bottom that stand again, numbers aside, on at least three pages and
    a third of all; and of bare page numbers there."""
    pages: dict[int, list[int]] = {}
    for at, (page, line) in enumerate(lines):
        if page is not None and line.strip():
            pages.setdefault(page, []).append(at)
    if len(pages) < 2:
        return set()
    edges = {page: {*ats[:_EDGE], *ats[-_EDGE:]} for page, ats in pages.items()}
    shapes = Counter(kind for ats in edges.values() for kind in {shape(lines[at][1]) for at in ats})
    least = max(3, len(pages) / 3)
    dropped = {
        at
        for ats in edges.values()
        for at in ats
        if shapes[shape(lines[at][1])] >= least and not OPENER.match(lines[at][1].lstrip())
    }
    for ats in pages.values():
        left = [at for at in ats if at not in dropped]
        dropped |= {at for at in (*left[:1], *left[-1:]) if PAGE_NUMBER.fullmatch(lines[at][1])}
    return dropped


def shape(line: str) -> str:
    """The line with every number alike: what a running head has in common from page to page."""
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _cleaned(lines: Iterator[tuple[int | None, str]], markdown: bool) -> Iterator[Line]:
    blanks = 0
    for (page, raw), (_, following) in pairwise(chain(lines, [(None, "")])):
        if markdown and _is_separator(raw):
            continue
        line = _line(raw, page, blanks, markdown)
        if line and _is_underline(following, line.text):
            line = replace(line, style="heading", level=2)
        if line is None:
            blanks += 1
            continue
        yield replace(line, style="header") if line.style == "row" and _is_separator(following) else line
        blanks = 0


def _is_underline(rule: str, text: str) -> bool:
    """Whether a rule of one character is typed under the title that the line is, as long as it."""
    rule = rule.strip()
    typed = len(rule) > _SHORTEST_RULE and len(set(rule)) == 1 and rule[0] in "-=_~*"
    return typed and len(text) < _LONGEST_UNDERLINED and abs(len(rule) - len(text)) <= len(text) // 3


def _is_separator(raw: str) -> bool:
    """Whether the line is the rule under a Markdown table's column names."""
    return "|" in raw and bool(_SEPARATOR.fullmatch(raw))


def _line(raw: str, page: int | None, blanks: int, markdown: bool) -> Line | None:
    text = raw.expandtabs(4)
    indent = len(text) - len(text.lstrip())
    if _RULE.fullmatch(raw) or _SCANNED.search(raw):
        return None
    if not markdown:
        return Line(raw.strip(), indent, blanks, page) if raw.strip() else None
    if _ROW.fullmatch(raw) and raw.count("|") > 2:
        return Line(raw.strip(), indent, blanks, page, "row")
    style: Style = "plain"
    level = 0
    text = _SOURCE_LINK.sub("", _IMAGE.sub("", text)).strip()
    heading = re.match(r"(#{1,6})\s+", text)
    if heading:
        style, level = "heading", len(heading[1])
        text = text[heading.end() :].rstrip("# ")
    elif _is_bold(text):
        style = "bold"
    text = strip_marks(text)
    return Line(text, indent, blanks, page, style, level) if text else None


def _is_bold(text: str) -> bool:
    return bool(_BOLD.search(text)) and not re.search(r"\w", _BOLD.sub("", text))


def strip_marks(text: str) -> str:
    """One line's text without Markdown marks, links and images."""
    text = re.sub(r"^(?:>\s?)+", "", _TAG.sub("", _LINK.sub(r"\1", text)))
    text = _STARS.sub("", _BOLD.sub(r"\2", text))
    return _ESCAPE.sub(r"\1", _ITALIC.sub(r"\2", text)).replace("`", "").strip()
