"""Which pieces of a meeting's page are its items' titles: by their numbers, their files, the labels under them, their
looks. `opened` is the piece that heads the list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.model import Piece
from extractors.vocabulary import words
from pipeline.layouts.moderngov_titles import FILE, FILE_ALONE, NUMBER, NUMBERED, TAIL
from pipeline.layouts.titles import LONGEST_BOLD_HEADING, heads_unmarked

_FRAME = re.compile(
    r"(?:venue|contact|link|webcast|media|email|tel)\s*:.*|media|items|view directions|navigation and tools|find it|"
    r"you are here\b.*|(?:- )?meeting of .+\(item [^)]{1,12}\)|(?:- )?view the (?:background|decision|reasons)\b.*|"
    r"(?:agendas?|decisions?)(?:, decisions)? and (?:draft |printed )?minutes|skip to .{0,40}|share this .{0,40}|"
    r"issue - .*",
    re.IGNORECASE,
)
FILES = re.compile(r"(?:additional|supporting|accompanying|background) documents?\s*:?", re.IGNORECASE)
SECTIONS = {"decision": 1, "decisions": 1, "minutes": 2}
"""The labels inside an item, in the order in which the page prints them; 0 is "Additional documents:"."""
ABOUT = re.compile(
    r"(?:to (?:receive|consider|note|approve|agree|confirm|report|discuss|review|answer|deal|sign|"
    r"take|elect|appoint|be)\b|"
    r"(?:joint )?report (?:of|by|from)\b|members are\b|this report\b|"
    r"\(?(?:copy|report|pages?|paper)\b|cabinet member:|lead officer:)",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:appendi(?:x|ces)|annex(?:es)?|enc(?:losure)?|supplement\w*|(?:agenda )?front ?sheet|(?:agenda )?reports? pack|"
    r"(?:printed |draft )(?:minutes|agenda)|agenda|decisions? (?:sheet|list|notice)|restricted|"
    r".{0,200}\bapp(?:endix|\.)? ?\d)\b",
    re.IGNORECASE,
)
"""Has a file too, and is no item: what is attached to one, the meeting's own papers."""
_LONGEST_STOPPED = 12
"""Words of a title that is printed with a full stop; longer ones are sentences."""


def numbered_titles(pieces: Sequence[Piece], opened: int) -> set[int]:
    """Titles with a number before them, on their line or on a line alone, where the numbers count upwards."""
    found: list[tuple[float, int]] = []
    for at in range(opened + 1, len(pieces)):
        piece = pieces[at]
        alone = NUMBER.fullmatch(pieces[at - 1].text)
        own = NUMBERED.match(piece.text)
        if not (alone or (own and piece.kind != "table_row")):
            continue
        number = pieces[at - 1].text if alone else own["number"] if own else ""
        title = piece.text if alone else piece.text[own.end() if own else 0 :]
        order = re.search(r"\d+", number)
        follows = not found or (order and found[-1][0] <= int(order[0]) <= found[-1][0] + 3)
        if order and follows and _follows_number(title):
            found.append((int(order[0]), at))
    return {at for _, at in found} if len(found) >= 2 else set()


def _follows_number(line: str) -> bool:
    """Whether the words behind a number are a title; some have a full stop ("Urgent items.") or a colon inside."""
    title = TAIL.sub("", line)
    if title.endswith("."):
        short = len(title.split()) <= _LONGEST_STOPPED and not re.match(r"(?:That|To|There|None)\b", title)
        title = title.rstrip(".") if short or FILE.search(line) else title
    return _reads_as_title(re.sub(r"(?<=\w):(?= )", " –", title))


def labelled_titles(pieces: Sequence[Piece], opened: int) -> set[int]:
    """Titles by the labels under them: an item begins where a label comes that the item before has had."""
    titles = set()
    before, last = opened, 9
    for at in range(opened + 1, len(pieces)):
        word = pieces[at].text.strip(" :").lower()
        order = 0 if FILES.fullmatch(pieces[at].text) else SECTIONS.get(word)
        if order is None:
            continue
        if order <= last:
            near = [each for each in range(before + 1, at) if _may_title(pieces[each])]
            titles |= set(near[-1:])
        before, last = at, order
    return titles if len(titles) >= 2 else set()


def bare_titles(pieces: Sequence[Piece], opened: int) -> set[int]:
    """Titles by their looks alone, each with something that is no title under it."""
    inside = range(opened + 1, len(pieces))
    return {
        at
        for at in inside
        if _may_title(pieces[at])
        and not pieces[at].text.endswith("?")  # what somebody asked, in minutes printed as they were spoken
        and not (at > opened + 1 and pieces[at - 1].text.rstrip().endswith(":"))
        and (at + 1 == len(pieces) or not _may_title(pieces[at + 1]))
    }


def filed_titles(pieces: Sequence[Piece]) -> set[int]:
    """Titles by the size of their file behind them, or alone in the line under them, but for the papers attached; with
    them the page's other usual titles, and where they are numbered, what the numbers count on to."""
    titles: set[int] = set()
    papers = False
    for at, piece in enumerate(pieces):
        alone = FILE_ALONE.fullmatch(piece.text)
        title = at - 1 if alone and at else at
        filed = (alone or FILE.search(piece.text)) and not _PAPER.match(pieces[title].text)
        if FILES.fullmatch(piece.text):
            papers = True
        elif not FILE.search(piece.text):
            papers = False
        elif filed and not papers and _may_be_filed(pieces[title]):
            titles.add(title)
    counted = numbered_titles(pieces, -1) if titles else set()
    if titles & counted:
        return counted
    usual = {at for at, piece in enumerate(pieces) if _may_title(piece) and _is_usual(piece.text)}
    return titles and titles | usual


def _is_usual(title: str) -> bool:
    return title.lower().startswith(words("item_titles.txt"))


def _may_be_filed(piece: Piece) -> bool:
    """Whether the words before the file, their number aside, may be a title; there "Minutes" is no label."""
    own = NUMBERED.match(piece.text)
    title = TAIL.sub("", piece.text[own.end() if own else 0 :]).rstrip(" :")
    return title.lower() == "minutes" or _may_title(replace(piece, text=title, kind="paragraph"))


def _may_title(piece: Piece) -> bool:
    title = TAIL.sub("", piece.text)
    return (
        piece.kind in ("heading", "paragraph")
        and title[:1].isupper()
        and len(title.split()) <= 20
        and not ABOUT.match(title)
        and not is_frame(piece)
        and title.strip(" :").lower() not in SECTIONS
        and _reads_as_title(title)
    )


def is_frame(piece: Piece) -> bool:
    return bool(_FRAME.fullmatch(piece.text.strip()))


def _reads_as_title(words: str) -> bool:
    return bool(words) and words[-1] != ":" and heads_unmarked(words, LONGEST_BOLD_HEADING)
