"""Runs of numbered headings: which of a document's numbers count its agenda items."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from extractors.language.headings import Heading, numbered, numbered_run_in, worded, worded_run_in
from extractors.language.run_in_titles import mark_behind
from extractors.language.title_words import count_usual, is_usual, part_of_heading, reads_as_title
from extractors.model import Document

_YEARS = "0-0"
"""Numbers like "21-048", which may be years, too: only usual titles tell."""
_COMMON = 3
"""Titles with one mark behind them make it the clerk's way."""
_FAR = 2
"""An excerpt's first number; points of a list begin at 1."""


def each(document: Document, find: Callable[[Document, int], Heading | None]) -> list[Heading]:
    """What `find` finds block by block, each title once."""
    found = [find(document, index) for index in range(len(document.blocks))]
    unique = {heading.start: heading for heading in reversed(found) if heading}
    return [unique[start] for start in sorted(unique)]


def numbered_items(document: Document) -> list[Heading]:
    """The outermost run of numbered headings; where more lines count on, and two are usual titles, with those
    whose title has the talk behind it."""
    plain = _numbers(document, numbered)
    run_in = _numbers(document, _either)
    if len(run_in) <= len(plain) or count_usual(document.text, run_in) < 2:
        return plain
    common = _common_mark(document, run_in)
    return [_at_mark(document, heading, common) for heading in run_in]


def worded_items(document: Document) -> list[Heading]:
    """The titles behind "Item 4:"; where more have the talk behind them on their line, and two are usual, these too."""
    plain = each(document, worded)
    run_in = each(document, _worded)
    more = len(run_in) >= len(plain) and run_in != plain
    return run_in if more and count_usual(document.text, run_in) >= 2 else plain


def _worded(document: Document, index: int) -> Heading | None:
    whole = worded(document, index)
    if whole and reads_as_title(document.text[whole.start : whole.end], document.blocks[whole.block]):
        return whole
    return worded_run_in(document, index) or whole


def _either(document: Document, index: int) -> Heading | None:
    return numbered(document, index) or numbered_run_in(document, index)


def _common_mark(document: Document, run: Sequence[Heading]) -> str | None:
    """The mark that most of the titles have behind them: the clerk's way of parting title and talk."""
    marks = Counter(filter(None, (_mark(document, heading) for heading in run)))
    name, count = marks.most_common(1)[0] if marks else (None, 0)
    return name if count >= _COMMON and count * 2 > marks.total() else None


def _mark(document: Document, heading: Heading) -> str | None:
    text = document.text[heading.start : document.blocks[heading.block].end]
    return mark_behind(text, document.text[heading.start : heading.end])


def _at_mark(document: Document, heading: Heading, common: str | None) -> Heading:
    """The heading as it stands before the common mark, where another stands in its title ("Budget – May: the …"), or
    none parts it from what it is about ("Planning: 24/101 The Barn", which a colon does anywhere)."""
    if common and _mark(document, heading) == common:
        return heading
    parted = numbered_run_in(document, heading.block, common or "colon")
    return parted if parted and (common != "dash" or parted.end > heading.end) else heading


def _numbers(document: Document, find: Callable[[Document, int], Heading | None]) -> list[Heading]:
    """A run that begins at 1 again is nested, and ends when a number fits no longer; numbers that are no plain count
    ("12/23") form a run by their own shape."""
    headings = [h for h in each(document, find) if document.blocks[h.block].kind != "table_row"]
    slashed = _of_one_shape(document, headings)
    if len(slashed) >= 2:
        return slashed
    runs = _runs(document, [h for h in headings if h.order is not None and not h.nested])
    best = max(runs, key=lambda run: (_has_talk(run), len(run), -run[0].start), default=[])
    parts = [h for h in headings if h.nested and h.order in {each.order for each in best}]
    agenda = _is_agenda(document, best) or count_usual(document.text, parts)
    return best if len(best) >= 2 and agenda else _by_points(document, headings)


def _of_one_shape(document: Document, headings: Sequence[Heading]) -> list[Heading]:
    """The headings with numbers like "12/23": of the shape that heads usual titles, or most (references of planning
    applications are of another)."""
    shapes: dict[str, list[Heading]] = defaultdict(list)
    for heading in headings:
        if heading.order is None:
            shapes[heading.shape].append(heading)
    if not count_usual(document.text, shapes[_YEARS]):
        shapes.pop(_YEARS)
    return max(
        shapes.values(), key=lambda each: (count_usual(document.text, each) > 0, len(each)), default=[]
    )


def _has_talk(run: Sequence[Heading]) -> bool:
    """Whether something stands under two of its headings: a table of contents has the titles alone."""
    blocks = {heading.block for heading in run}
    return sum(heading.block + 1 not in blocks for heading in run) >= 2


def _by_points(document: Document, headings: Sequence[Heading]) -> list[Heading]:
    """Items numbered behind a number that stays, the year or the meeting ("24.31", "24.32"), some of them usual."""
    best: list[Heading] = []
    run: list[Heading] = []
    for heading in (h for h in headings if h.nested):
        run = [*run, heading] if run and _counts_on(run[-1], heading) else [heading]
        best = max(best, run, key=len)
    return best if len(best) >= 2 and count_usual(document.text, best) else []


def _counts_on(before: Heading, after: Heading) -> bool:
    (first, point), (again, following) = ((h.number or "").split(".") for h in (before, after))
    return first == again and int(following) - int(point) in (1, 2)


def _runs(document: Document, headings: Sequence[Heading]) -> list[list[Heading]]:
    finished: list[list[Heading]] = []
    stack: list[list[Heading]] = []
    for heading in headings:
        if stack and _begins_again(document, stack[-1], heading):
            stack[-1].append(heading)
            continue
        fitting = [run for run in reversed(stack) if _step(run[-1], heading) is not None]
        if fitting:
            # The next number before one that skips, a heading of the same make before another, the innermost.
            best = min(
                fitting, key=lambda run: (_step(run[-1], heading), not _alike(document, run[-1], heading))
            )
            while stack[-1] is not best:
                finished.append(stack.pop())
            best.append(heading)
        elif heading.order == 1 or not stack or is_usual(document.text[heading.start : heading.end]):
            stack.append([heading])
    return finished + stack


def _begins_again(document: Document, run: Sequence[Heading], heading: Heading) -> bool:
    """Whether the list is one of which every point is "1." (pages copied from the web), one of the first two a usual
    title, with talk under each or behind it."""
    last = run[-1]
    return (
        heading.order == 1
        and all(before.order == 1 for before in run)
        and (heading.block > last.block + 1 or last.end < document.blocks[last.block].end)
        and _alike(document, last, heading)
        and any(is_usual(document.text[each.start : each.end]) for each in (run[0], heading))
    )


def _step(before: Heading, after: Heading) -> int | None:
    """How far `after` counts on from `before`: 1, or 0 for "4a" after "4", counted alike; 2 where one is missing."""
    step = (after.order or 0) - (before.order or 0)
    if step == 0 and after.number != before.number:
        return 1
    return step if step in (1, 2) else None


def _alike(document: Document, one: Heading, other: Heading) -> bool:
    first, second = document.blocks[one.block], document.blocks[other.block]
    return (first.kind, first.level) == (second.kind, second.level)


def _is_agenda(document: Document, run: Sequence[Heading]) -> bool:
    """Three headings, two that count on from far, or any usual one; not the numbered sections of a report
    (Background, …)."""
    sections = sum(part_of_heading(document.text[h.start : h.end]) is not None for h in run)
    far = _has_talk(run) and (run[0].order or 0) >= _FAR
    return ((len(run) >= 3 or far) and sections * 3 < len(run)) or count_usual(document.text, run) > 0


def lone_number(document: Document) -> Heading | None:
    """The one numbered title ("45. Lamp Columns") of an excerpt; two would be points of a list."""
    found = each(document, numbered)
    return found[0] if len(found) == 1 and found[0].block < 40 else None
