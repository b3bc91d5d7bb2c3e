"""What every record has: where it stands, which rule found it, and an id made from content and span alone."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final

from extractors.model.document import Problem

if TYPE_CHECKING:
    from extractors.language.parsed import Parsed


UNSTORED: Final = MappingProxyType({"stored": False})
"""Metadata of a record's field that links records while they are stored, and is no column itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """A span of `Document.text` and the rule that found it. Each extractor's record adds its columns.

    `rule` is `family.rule` in kebab-case ("decision.resolved-limb"): the family is what accuracy is measured
    on. `confidence` is None until a calibration table gives the family one.
    """

    table: ClassVar[str]
    start_char: int
    end_char: int
    rule: str
    confidence: float | None = None

    @property
    def span(self) -> tuple[int, int]:
        return self.start_char, self.end_char


@dataclass(frozen=True, slots=True)
class Extractor:
    """One record type: its class (which names the table and its columns) and the pure function that finds it;
    and, where it can tell, what it saw and did not understand."""

    record: type[Record]
    find: "Callable[[Parsed], Iterable[Record]]"
    problems: "Callable[[Parsed], Iterable[Problem]] | None" = None


def digest(*parts: object) -> str:
    """16 hex digits that depend on the parts alone: the ids of the database."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def record_id(document_id: str, record: Record) -> str:
    """The record's id: the same bytes and span give the same id on any machine."""
    return digest(document_id, record.table, record.start_char, record.end_char)
