"""Measures: where a document speaks of one, and which one a number or a target speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.language.measure_links import Links
from extractors.language.measure_titles import find_titles
from extractors.language.mention import Mention
from extractors.language.registry import Registry
from extractors.language.sentences import Sentence
from extractors.model import Document


@dataclass(frozen=True)
class Measures:
    """The mentions of a document in order, none overlapping."""

    mentions: tuple[Mention, ...]
    links: Links

    def measure_for(self, start: int, end: int) -> str | None:
        """The id of the measure that what stands at `text[start:end]` speaks of; None where nothing tells."""
        return self.links.measure_for(start, end)


def find_measures(document: Document, sentences: Sequence[Sentence], registry: Registry) -> Measures:
    """Every mention of a measure in the document."""
    mentions: list[Mention] = []
    for sentence in sentences:
        for title in find_titles(document.text, sentence.start, sentence.end, registry):
            mentions.append(
                Mention(
                    title.start,
                    title.end,
                    title.id,
                    None,
                    document.text[title.start : title.end],
                    "measure.title",
                )
            )
    found = tuple(mentions)
    return Measures(found, Links(document, sentences, found))
