"""Agenda items without numbers: headings of one make, titles at the start of a line, a page's one title."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from extractors.language.headings import Heading, numbered
from extractors.language.item_runs import lone_number
from extractors.language.run_in_titles import before_mark, mark_behind, shouted
from extractors.language.title_words import count_usual, is_usual, part_of_heading, reads_as_title
from extractors.model import Block, Document
from extractors.vocabulary import words

ATTENDANCE = re.compile(
    r"(?:also\s+)?(?:(?:\w+\s+)?members?\s+|officers?\s+|officials?\s+)?(?:present|in\s+attendance|attendees|invited|absent|"
    r"apolog\w+|substitutes?|membership|councillors)\b(?:[^.]{0,40}?(?:[:–-]|$)|\s+[A-Z])",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:subject|title|report title|agenda item|item)\s*:\s*(?=\S)", re.IGNORECASE)
_LOG = re.compile(
    r"(?:(?:rolling|committee|panel|board|outstanding) )?(?:actions? (?:log|tracker|list|sheet|register|schedule|plan)|"
    r"(?:summary|log|list|schedule|table) of (?:actions|action points))",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:agenda\s+)?item\s*:\s*(?=[A-Za-z])", re.IGNORECASE)
_LEAD = re.compile(r"(?:agenda item|issue|issue details|decision details|item)\s*(?:details)?", re.IGNORECASE)
_LABELLED = re.compile(r"[A-Z][^:.]{1,40}:\s*\S")
# The name of the document or of who met, not of what was before them: "July minutes", "The Committee".
# Nor the line that says when they met, the head of a list, who speaks ("Ann Hay, Head of Parks:").
_DOCUMENT = re.compile(
    r"\b(?:minutes|agendas?|notes of)\b|^the \w+$|^(?:meeting )?date\b|^issue - |^no\.\W*items?\W*$|[:–-]$|^\W*\*|"
    r"\b(?:councillors?|cllrs?)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:minutes?|notes|record|proceedings) of\b.{0,120}\b(?:meeting|committee|council|board|panel|forum)\b|"
    r"\bmeeting\b.{0,80}\b(?:minutes|held)\b|\bminutes? of meeting|"
    r"^(?:meeting|notes) of the .{0,80}\d{4}\W*$|\bmeeting,? (?:on |of )?\w{0,9},? ?\d{1,2}\w{0,2} \w+ \d{4}\W*$|"
    r"^at an? .{0,60}\bmeeting of\b",
    re.IGNORECASE,
)
"""The head of a whole meeting's minutes, whose first heading is no item's title."""
_PRESENT = re.compile(r"(?:members |those |also )?(?:present|in attendance|attendees)\b", re.IGNORECASE)
_BESIDE = 12
"""Blocks between "Present" and "Apologies": a list of names."""
_LAST_ONE = re.compile(r"\b(?:last|previous)\b", re.IGNORECASE)
_LINK = re.compile(r"(?:back to )?(?:the )?top(?: of (?:the )?page)?", re.IGNORECASE)
_NAME = 4
"""Blocks within which a document names itself."""
_HEAD = 15
"""Blocks within which minutes say that they are minutes."""
_TALK = re.compile(r"(?:minutes|decisions?):", re.IGNORECASE)
"""Stands under an item's title: what begins with it was cut out below the title."""
_MARKS = ("colon", "slash", "bar", "dash", "stop")
_CLAUSE = re.compile(
    r",\s+(?:which|who|where|when|as|if)\b|^(?:if|when|as|while|although|after)\b", re.IGNORECASE
)
_FORM = frozenset(words("form_labels.txt"))


def styled_items(document: Document) -> list[Heading]:
    """Headings, where two of them are usual ones, or one of at least three; all others of their make count too,
    but none that stands again word for word ("Back to top")."""
    again = Counter(document.words(block) for block in document.blocks if block.kind == "heading")
    plain = [
        (index, block, text)
        for index, block, text in _headings(document)
        if again[text] == 1 and reads_as_title(text, block) and not _goes_on(document, index)
    ]
    usual = [(index, block, text) for index, block, text in plain if is_usual(text)]
    if not usual:
        return []
    first = usual[0][0]
    capitals = sum(text.isupper() for *_, text in usual) * 2 > len(usual)
    levels = {block.level for _, block, _ in usual}
    found = [
        Heading(index, block.body, block.body + len(text.rstrip(" :–—-")), None)
        for index, block, text in plain
        if index >= first and text.isupper() == capitals and block.level in levels
    ]
    if len(usual) < 2 and len(found) < 3:
        return []
    return [heading for heading in found if not _lists_people(document, heading.block)]


def _headings(document: Document) -> Iterator[tuple[int, Block, str]]:
    usual = False
    for index, block in enumerate(document.blocks):
        text = document.words(block)
        named = index < _NAME and _MEETING.search(text) and not _LAST_ONE.search(text)
        # Under "Apologies", "Minutes" is no label over talk.
        labels = part_of_heading(text) and not (usual and text.lower() == "minutes")
        if block.kind == "heading" and not (block.label or named or labels or _LINK.fullmatch(text)):
            usual = usual or is_usual(text)
            yield index, block, text


def _goes_on(document: Document, index: int) -> bool:
    """Whether the block before ends in a colon, so that the heading is its matter and no title."""
    before = document.blocks[index - 1 : index]
    return any(block.kind != "heading" and document.words(block).endswith(":") for block in before)


def _lists_people(document: Document, index: int) -> bool:
    """Whether the line says who was there: "Present", or "Apologies" beside it over or before names alone."""
    text = document.words(document.blocks[index])
    if not ATTENDANCE.match(text):
        return False
    if not text.lower().startswith("apolog"):
        return not is_usual(text)
    beside = document.blocks[max(0, index - _BESIDE) : index]
    present = any(_PRESENT.match(document.words(block)) for block in beside)
    named = re.fullmatch(r"[^.]*[A-Za-z]{2}[^.]*", document.words_below(index))
    return present and bool(named) and text.lower().rstrip(" :") == "apologies"


def labelled_items(document: Document) -> list[Heading]:
    """Titles behind "Agenda item:", where there are two and more."""
    found = []
    for index, block in enumerate(document.blocks):
        label = _LABEL.match(document.words(block))
        if label:
            start = block.body + label.end()
            found.append(
                Heading(index, start, start + len(document.text[start : block.end].rstrip(" :")), None)
            )
    return found if len(found) > 1 else []


def attached_logs(document: Document, last: int) -> list[Heading]:
    """ "ACTION LOG" over a table or list behind the last item, which stands in block `last`."""
    blocks = document.blocks[last + 1 :]
    return [
        Heading(index, block.body, block.body + len(document.words(block).rstrip(" :")), None)
        for index, (block, under) in enumerate(pairwise(blocks), last + 1)
        if block.kind == "heading"
        and under.kind != "heading"
        and _LOG.fullmatch(document.words(block).rstrip(" :"))
    ]


def run_in_items(document: Document) -> list[Heading]:
    """Titles before the first mark of a paragraph ("Ferry fares: The Clerk …", "Ferry fares – the Clerk …"), where two
    of them are usual ones: those before colons, or else those before dashes, or full stops, or in capitals."""
    before = (_before(document, mark) for mark in _MARKS)
    for titles in (*before, _in_capitals(document)):
        found = list(titles)
        if count_usual(document.text, found) >= 2:
            return found
    return []


def _in_capitals(document: Document) -> Iterator[Heading]:
    """ "FERRY FARES The Clerk …": titles that only their capitals part from the talk."""
    for index, block in enumerate(document.blocks):
        title = shouted(document.text[block.start : block.end]) if block.kind == "paragraph" else None
        if title and not _lists_people(document, index):
            yield Heading(index, block.start, block.start + len(title), None)


def _before(document: Document, mark: str) -> Iterator[Heading]:
    """The titles that stand before the mark of that name; who was there, and the labels of a form, are none."""
    for index, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        title = before_mark(text, block, mark) if block.kind == "paragraph" else None
        if title is None or mark_behind(text, title) != mark or _CLAUSE.search(title):
            continue
        labels = part_of_heading(title) or (title.lower() in _FORM and not is_usual(title))
        if not (labels or _lists_people(document, index)):
            yield Heading(index, block.start, block.start + len(title), None)


def single_item(document: Document) -> Heading | None:
    """The title where a document holds one item: after "Subject:" or "Agenda item", or its first heading, if it is no
    meeting's minutes; else the one numbered title there is."""
    titles: list[Heading] = []
    leads: list[Heading] = []
    meeting = any(_MEETING.search(document.words(block)) for block in document.blocks[:_HEAD])
    for index, block in enumerate(document.blocks[:40]):
        text = document.words(block)
        if _TALK.fullmatch(text):
            break
        subject = _SUBJECT.match(text)
        if subject:
            return Heading(index, block.body + subject.end(), block.end, None)
        if block.role == "title":
            titles.append(Heading(index, block.body, block.end, None))
        elif not meeting and _may_lead(text, block):
            leads.append(numbered(document, index) or Heading(index, block.body, block.end, None))
    lone = lone_number(document)
    if lone and (lone.nested or not leads) and not (meeting and lone.block == 0):
        leads = [lone]
    return next(iter(titles or leads), None)


def _may_lead(text: str, block: Block) -> bool:
    """Whether the heading may be the title of all that stands under it."""
    if _LEAD.fullmatch(text) or part_of_heading(text) or ATTENDANCE.match(text) or _DOCUMENT.search(text):
        return False
    return block.kind == "heading" and reads_as_title(text, block) and not _LABELLED.match(text)
