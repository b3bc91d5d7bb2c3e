"""What stands between two ends of a block of markup, as pieces: lines, labels, headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.model import Piece, Role
from pipeline.layouts.labels import BULLETS, LABEL
from pipeline.layouts.text_joining import Setting, goes_on, read_setting
from pipeline.layouts.text_lines import Line
from pipeline.layouts.titles import LONGEST_BOLD_HEADING, LONGEST_HEADING, heads_unmarked, may_head

Run = tuple[str, bool]
"""Words and whether they are set bold or underlined; a line feed in them is a printed line's end."""

_ONE_LINE = Setting(full=None, usual=0, spaced=False)
# Set bold as headings are, but the sentence goes on in the points below.
_LEAD_IN = re.compile(
    r"(?:it\s+was\s+)?(?:unanimously\s+)?(?:resolved|recommended|agreed|decided|noted|determined)"
    r"(?:\s+(?:unanimously|that|to|by\s+\w+)){0,2}\s*[:–—-]*",
    re.IGNORECASE,
)
# Set bold for its weight: "APPROVED the Minute."
_DECIDES = re.compile(
    r"(?:resolved|recommended|agreed|approved|noted|endorsed|adopted|granted|refused|deferred|carried)\b\W+\w",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\(?\d{1,4}(?:/\d{1,4}){0,2}[.):]?\s+")
_WHO = re.compile(
    r"(?:The\s+)?(?:Chair|Clerk|Mayor|Leader|Provost|Vice|Deputy|Convener|President|Treasurer|Secretary)\b"
)
_ORDERS = re.compile(r"(?:That|To)\b")
"""Behind it stands what is resolved, and the bold words are part of a point of it."""
_LONGEST_OPENING = 200
_LEAST_OPENING = 4
"""Words of the talk behind a title on its line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: `under` is the level of the heading above them, `depth` how deep in lists, `heading` the
    level of the heading that they are, `label` what the page prints before them ("" nothing, None unknown)."""

    role: Role | None = None
    under: int = 1
    depth: int = 0
    heading: int | None = None
    label: str | None = None


def write_paragraphs(runs: Sequence[Run], place: Place) -> Iterator[Piece]:
    """The paragraphs of `runs`: two line ends part them, and one where the line before has come to its end."""
    lines = list(_lines(runs))
    if place.heading and lines:
        yield _heading(" ".join(line.text for line in lines), place.heading, place)
        return
    label = place.label
    title = _title_run_in(runs, label)
    if title and lines and lines[0].text.startswith(title):
        behind = lines[0].text[len(title) :]
        title += ":" if behind.lstrip().startswith(":") else ""
        yield _paragraph(title, True, label, place)
        label, lines = None, [replace(lines[0], text=behind.lstrip(" :–—-")), *lines[1:]]
    for group in _groups(lines):
        text = " ".join(line.text for line in group)
        yield _paragraph(text, group[0].style == "bold", label, place)
        label = None


def _title_run_in(runs: Sequence[Run], printed: str | None) -> str | None:
    """An item's title that is set bold at the head of its first paragraph: "4. Roads: The Clerk reported …"."""
    bold, told = _parted(runs)
    number = _NUMBER.match(bold) if not printed else None
    if "\n" in bold or not (number or (printed and _NUMBER.fullmatch(f"{printed} "))):
        return None
    title = (bold[number.end() :] if number else bold).strip()
    bare, talk = title.strip(" :–—-"), told.strip(" :–—-")
    # Without a mark between them, a few words behind bold ones are more often their sentence's end.
    parted = title != bare or told[:1] in ":–—-"
    least = 1 if parted else _LEAST_OPENING
    if not bare or len(talk.split()) < least or talk[0].islower() or _ORDERS.match(talk):
        return None
    heads = heads_unmarked(bare) and not _LEAD_IN.fullmatch(bare) and not _WHO.match(bare)
    return bold.strip() if heads else None


def _parted(runs: Sequence[Run]) -> tuple[str, str]:
    """What is set bold at the head of a paragraph, its number before it, and what follows on its line."""
    bold, told = "", ""
    for words, strong in runs:
        if not told and (strong or not re.search(r"\w", words) or _NUMBER.fullmatch(bold + words)):
            bold += words
        else:
            told += words
        if "\n" in words or len(told) > _LONGEST_OPENING:
            break
    return bold.lstrip(), told.partition("\n")[0].strip()


def _lines(runs: Sequence[Run]) -> Iterator[Line]:
    blanks = 0
    text, strong = "", True
    for words, bold in (*runs, ("\n", True)):
        first, *rest = words.split("\n")
        text += first
        strong = strong and (bold or not re.search(r"\w", first))
        for part in rest:
            if text.strip():
                yield Line(text.strip(), blanks=blanks, style="bold" if strong else "plain")
                blanks = 0
            else:
                blanks += 1
            text, strong = part, bold or not re.search(r"\w", part)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    setting = read_setting(lines) if len(lines) > 3 else _ONE_LINE
    group: list[Line] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if group and (line.blanks or not goes_on(group[-1], line, following, setting)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _paragraph(text: str, strong: bool, printed: str | None, place: Place) -> Piece:
    text, label = _labelled(text, printed)
    bare = text[len(label) :].strip() if label else text
    if (not label or label not in BULLETS) and bare and not _LEAD_IN.fullmatch(bare):
        shouted = not label and bare.isupper() and len(bare) > 3
        sentence = bare[-1] == "." and (len(bare.split()) > 8 or bool(_DECIDES.match(bare)))
        longest = LONGEST_BOLD_HEADING if strong else LONGEST_HEADING
        if (strong or shouted) and not sentence and may_head(bare, longest):
            return Piece("heading", text, level=place.under + 1, label=label, role=place.role)
    if label:
        return Piece("bullet", text, level=max(1, place.depth), label=label, role=place.role)
    return Piece("paragraph", text, level=place.depth, role=place.role)


def _heading(text: str, level: int, place: Place) -> Piece:
    text, label = _labelled(text, place.label)
    if len(text) > LONGEST_BOLD_HEADING:  # set large for its looks
        return Piece("paragraph", text, label=label, role=place.role)
    return Piece("heading", text, level=level, label=label, role=place.role)


def _labelled(text: str, printed: str | None) -> tuple[str, str | None]:
    """The text with its label before it: what the page prints, unless the writer typed the same by hand."""
    typed = LABEL.match(text)
    if typed and (not printed or printed in BULLETS or _core(typed["label"]) == _core(printed)):
        return text, typed["label"]
    return (f"{printed} {text}", printed) if printed else (text, None)


def _core(label: str) -> str:
    return re.sub(r"\W", "", label).lower()
