"""What a document by itself says of codes of its council's own, so that the council's other documents may be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extractors.language.measure_codes import is_national
from extractors.language.mention import Mention
from extractors.language.reference_numbers import find_numbers
from extractors.language.scorecard_model import TableRow
from extractors.model import Document


@dataclass(frozen=True, slots=True)
class CodeUse:
    """`text[start:end]` has the code: with its title, as that of the measure `indicator_id`, or as the number of an
    entry in a log or list."""

    start: int
    end: int
    code: str
    """As printed."""
    use: Literal["measure", "named", "number"]
    """`measure`: the title stands behind the code, or beside it in a table of values; `named`: the code stands in
    brackets behind a name, where the number of a note or risk stands as well."""
    indicator_id: str | None
    title: str | None


def find_code_uses(
    document: Document, mentions: Sequence[Mention], rows: Sequence[TableRow]
) -> tuple[CodeUse, ...]:
    """What a document says of codes of its council's own, in order; national codes are everybody's."""
    told = [
        CodeUse(m.start, m.end, m.code, _use_of(document.text, m), m.indicator_id, m.name)
        for m in mentions
        if m.code and m.name and m.indicator_id and not m.note
    ]
    told += [
        CodeUse(row.start, row.end, row.code, "measure", row.indicator_id, row.indicator)
        for row in rows
        if row.code and row.indicator and row.indicator_id
    ]
    told += [
        CodeUse(start, end, document.text[start:end], "number", None, None)
        for start, end in find_numbers(document)
    ]
    own = {(use.start, use.end, use.code): use for use in reversed(told) if not is_national(use.code)}
    return tuple(own[place] for place in sorted(own))


def _use_of(text: str, mention: Mention) -> Literal["measure", "named"]:
    return "measure" if mention.code and text.startswith(mention.code, mention.start) else "named"
