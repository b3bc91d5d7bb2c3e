"""What a layout is: a family of pages that are read alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from extractors.model import Format, Piece, Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """What a layout made of one file."""

    pieces: tuple[Piece, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    """What the markup itself says of the document: any of `council`, `committee`, `date` (ISO), `title`,
    `kind`, `url`; and `publisher`, the council whose site it is, for a document that names none."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """`accepts(data, suffix)` looks at the first bytes and the file's suffix (lower case, with its dot);
    `read(data)` is pure and raises `Unreadable` where nothing at all could be read."""

    name: str
    format: Format
    accepts: Callable[[bytes, str], bool]
    read: Callable[[bytes], Reading]


class Unreadable(Exception):
    """The file gives no document. `problem` says why, and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem
