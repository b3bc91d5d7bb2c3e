"""Agenda items that something else than a plain number counts: letters, Roman numbers and brackets before the title,
a number behind it, or a bullet."""

import re
from collections.abc import Iterator

from extractors.language.headings import NUMBER, Heading
from extractors.language.labels import Ordinal, read_label
from extractors.language.run_in_titles import before_mark, without_talk
from extractors.language.title_words import count_usual, reads_as_title
from extractors.model import Document

_MARKED = re.compile(
    r"(?P<label>\(?(?P<number>[A-Za-z]|[IVX]{2,5}|[ivx]{2,5})[.)]|\((?P<digits>\d{1,2})\))\s+(?=[A-Z“‘\"'])"
)
_BEHIND = re.compile(rf"\s*(?:[(\[](?P<bare>{NUMBER})[)\]]|\s(?P<number>\d{{1,4}}/\d{{1,4}}))\s*$")


def lettered_items(document: Document) -> list[Heading]:
    """The longest run that counts from the first letter or number on, where two of its titles, or one of three, are
    usual ones. A run that begins inside another ("A.", "B." under "III.") ends where that one goes on."""
    best: list[Heading] = []
    open_runs: list[tuple[list[Heading], Ordinal]] = []
    for heading, ordinal in _lettered(document):
        depth = next(
            (at for at in reversed(range(len(open_runs))) if ordinal.follows(open_runs[at][1])), None
        )
        if depth is not None:
            run = [*open_runs[depth][0], heading]
            open_runs[depth:] = [(run, ordinal)]
        elif ordinal.first:
            run = [heading]
            open_runs.append((run, ordinal))
        else:
            continue
        best = max(best, run, key=lambda each: (count_usual(document.text, each), len(each)))
    usual = count_usual(document.text, best)
    return best if usual >= 2 or (usual and len(best) > 2) else []


def _lettered(document: Document) -> Iterator[tuple[Heading, Ordinal]]:
    for index, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        mark = _MARKED.match(text)
        ordinal = read_label(mark["label"]) if mark else None
        if mark is None or ordinal is None or block.kind == "table_row":
            continue
        words = text[mark.end() :]
        title = without_talk(words, block).rstrip(" .:")
        if not reads_as_title(title, block):
            title = before_mark(words, block) or ""
        if title:
            start = block.start + mark.end()
            yield Heading(index, start, start + len(title), mark["number"] or mark["digits"]), ordinal


def items_numbered_behind(document: Document) -> list[Heading]:
    """Titles with a number at the end of their line ("Ferry fares 23/041", "Ferry fares (4)"), where three count on
    and one is a usual one."""
    run: list[Heading] = []
    for index, block in enumerate(document.blocks):
        words = document.words(block)
        number = _BEHIND.search(words)
        if number is None or block.label or not reads_as_title(words[: number.start()], block):
            continue
        start = block.body
        heading = Heading(index, start, start + number.start(), number["bare"] or number["number"])
        if not run or _counts_on(run[-1].number, heading.number):
            run.append(heading)
    return run if len(run) > 2 and count_usual(document.text, run) else []


def _counts_on(before: str | None, after: str | None) -> bool:
    """Whether one part of the number, and no other, is one or two more ("23/041" and "23/042")."""
    pairs = zip(re.findall(r"\d+", before or ""), re.findall(r"\d+", after or ""), strict=False)
    steps = [int(then) - int(first) for first, then in pairs if first != then]
    return len(steps) == 1 and steps[0] in (1, 2)


def bulleted_items(document: Document) -> list[Heading]:
    """Titles behind bullets, each with talk under it, where two are usual ones: the list of an agenda has none."""
    found = []
    for index, block in enumerate(document.blocks[:-1]):
        words = document.words(block).rstrip(" :")
        point = block.kind == "bullet" and read_label(block.label) is None
        if point and document.blocks[index + 1].kind != "bullet" and reads_as_title(words, block):
            found.append(Heading(index, block.body, block.body + len(words), None))
    return found if count_usual(document.text, found) >= 2 else []
