"""Every kind of record. Apart from the package, as whoever asks a database needs the words, and no extractor."""

from extractors import (
    actions,
    agenda_items,
    decisions,
    figures,
    indicators,
    questions,
    scorecards,
    targets,
    votes,
)
from extractors.model import Extractor

EXTRACTORS: tuple[Extractor, ...] = (
    agenda_items.EXTRACTOR,
    indicators.EXTRACTOR,
    figures.EXTRACTOR,
    targets.EXTRACTOR,
    questions.EXTRACTOR,
    actions.EXTRACTOR,
    decisions.EXTRACTOR,
    votes.EXTRACTOR,
    scorecards.EXTRACTOR,
)
"""Adding a record type is one file with an `EXTRACTOR` and one line here; table, keys and search follow."""
