"""Run the extractors on one document and hold them to their contract."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds import EXTRACTORS
from extractors.language.code_uses import CodeUse
from extractors.language.council_codes import NO_CODES, CouncilCodes
from extractors.language.parsed import Parsed
from extractors.language.registry import Registry, shipped
from extractors.model import Document, Extractor, Problem, Record
from pipeline.confidence import with_confidence


@dataclass(frozen=True, slots=True)
class Extraction:
    """The records of one document in the order of the text, and what was refused."""

    document: Document
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    code_uses: tuple[CodeUse, ...] = ()
    """What the document by itself says of codes of its council's own."""


def extract(
    document: Document,
    extractors: Sequence[Extractor] = EXTRACTORS,
    registry: Registry | None = None,
    elsewhere: CouncilCodes = NO_CODES,
) -> Extraction:
    """All records of `document`, measures named by `registry` (the shipped one) and by what other documents of its
    council say of its codes. Pure: the same text, the same records.

    A record whose span is outside the text, or that repeats another of its type, is refused; an extractor
    that raises loses its own records and leaves a problem, and the others go on.
    """
    alone = Parsed(document, registry or shipped())
    parsed = replace(alone, elsewhere=elsewhere) if elsewhere != NO_CODES else alone
    records: list[Record] = []
    problems: list[Problem] = []
    for extractor in extractors:
        try:
            records.extend(checked(extractor, extractor.find(parsed), len(document.text)))
            if extractor.problems:
                problems.extend(extractor.problems(parsed))
        except Exception as error:  # one extractor's defect must not cost the document
            problems.append(_failed(extractor.record.table, error))
    try:
        uses = alone.code_uses
    except Exception as error:
        uses = ()
        problems.append(_failed("codes", error))
    return Extraction(document, tuple(records), tuple(problems), uses)


def _failed(what: str, error: Exception) -> Problem:
    detail = f"{what}: {type(error).__name__}: {error}. Please report this document."
    return Problem("extract", "extractor failed", detail)


def checked(extractor: Extractor, found: Iterable[Record], length: int) -> Iterator[Record]:
    """The records in the order of the text, each span once.

    Raises TypeError for another record class than the extractor's, ValueError for a span outside the text.
    """
    seen: dict[tuple[int, int], Record] = {}
    for record in found:
        if type(record) is not extractor.record:
            raise TypeError(f"{extractor.record.__name__} expected, not {type(record).__name__}")
        if not 0 <= record.start_char < record.end_char <= length:
            raise ValueError(f"span {record.span} outside the text of {length} characters")
        seen.setdefault(record.span, with_confidence(record))
    return iter(sorted(seen.values(), key=lambda record: record.span))
