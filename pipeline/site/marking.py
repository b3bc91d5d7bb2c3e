"""Marks records in a document's text: nested where they nest, cut where they overlap, everything else escaped."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text to mark. `anchor` is the id that a link scrolls to, `name` what the mark is called. `href`
    makes the mark itself a link; with a `letter`, the letter before it is the link."""

    start: int
    end: int
    kind: str
    anchor: str
    name: str
    href: str | None = None
    letter: str | None = None


@dataclass(slots=True)
class Marker:
    """Marks one text piece by piece, in its order. A mark that goes on in another piece gets its id only once."""

    text: str
    marks: Sequence[Mark]
    _waiting: list[Mark] = field(init=False)
    _running: list[Mark] = field(init=False, default_factory=list)
    _begun: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        """The next to begin is last; of those that begin together, the longest is outside."""
        self._waiting = sorted(self.marks, key=lambda mark: (mark.start, -mark.end), reverse=True)

    def piece(self, start: int, end: int) -> Markup:
        """`text[start:end]` with the marks that touch it. Pieces must come in the order of the text."""
        while self._waiting and self._waiting[-1].start < end:
            self._running.append(self._waiting.pop())
        self._running = [mark for mark in self._running if mark.end > start]
        inside = sorted(
            (mark for mark in self._running if mark.start < end and mark.end > max(start, mark.start)),
            key=lambda mark: (max(mark.start, start), -mark.end),
        )
        return self._write(start, end, inside)

    def _write(self, start: int, end: int, inside: list[Mark]) -> Markup:
        out: list[str] = []
        opened: list[_Opened] = []
        edges = sorted({start, end, *(e for m in inside for e in (m.start, m.end) if start < e < end)})
        coming = iter([*inside, None])
        following = next(coming)
        for at, until in pairwise(edges):
            opening = _close(out, opened, at)
            while following and following.start <= at:
                opening.append(following)
                following = next(coming)
            if any(mark.letter for mark in opening):
                opening += _close_links(out, opened)
            for mark in sorted(opening, key=lambda each: (_is_link(each), -each.end)):
                self._open(out, opened, mark)
            out.append(str(escape(self.text[at:until])))
        _close_from(out, opened, 0)
        return Markup("".join(out))

    def _open(self, out: list[str], opened: list["_Opened"], mark: Mark) -> None:
        linked = any(tag == "a" for _, tag in opened)
        tag = "a" if _is_link(mark) and not linked else "span"
        again = mark.anchor in self._begun
        self._begun.add(mark.anchor)
        named = Markup('data-of="{}"' if again else 'id="{}"').format(mark.anchor)
        href = Markup(' href="{}"').format(mark.href) if tag == "a" else ""
        out.append(Markup('<{} class="m {}" {}{}>').format(Markup(tag), mark.kind, named, href))
        if mark.letter and not again:
            out.append(_LETTER.format(mark.href, mark.name, mark.letter))
        opened.append((mark, tag))


_Opened = tuple[Mark, str]
"""A mark and the element that it was opened as: a link may not stand inside a link."""
_LETTER = Markup('<a class="letter" href="{}" aria-label="{}">{}</a>')


def _is_link(mark: Mark) -> bool:
    return bool(mark.href) and not mark.letter


def _close_links(out: list[str], opened: list[_Opened]) -> list[Mark]:
    """Close the outermost link and all inside it, which are given back: a letter, itself a link, must stand outside."""
    return _close_from(out, opened, next((i for i, (_, tag) in enumerate(opened) if tag == "a"), len(opened)))


def _close(out: list[str], opened: list[_Opened], at: int) -> list[Mark]:
    """Close the marks that end at `at`, and those opened inside them, which are given back: they go on."""
    first = next((i for i, (mark, _) in enumerate(opened) if mark.end <= at), len(opened))
    return [mark for mark in _close_from(out, opened, first) if mark.end > at]


def _close_from(out: list[str], opened: list[_Opened], first: int) -> list[Mark]:
    closed = opened[first:]
    del opened[first:]
    out.extend(f"</{tag}>" for _, tag in reversed(closed))
    return [mark for mark, _ in closed]
