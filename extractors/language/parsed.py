"""A document with the analyses that extractors share, each made once, when first asked for."""

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc

from extractors.language.code_uses import CodeUse, find_code_uses
from extractors.language.council_codes import NO_CODES, CouncilCodes
from extractors.language.exchanges import read_exchanges
from extractors.language.limbs import Limb
from extractors.language.measures import Measures, find_measures
from extractors.language.outline import Outline, read_outline
from extractors.language.pairing import Exchange
from extractors.language.people import Person, find_people
from extractors.language.quantities import find_quantities
from extractors.language.quantity import Quantity
from extractors.language.registry import Registry, shipped
from extractors.language.resolutions import each_once, read_limbs
from extractors.language.roster import Roster, read_roster
from extractors.language.scorecards import Scorecards, read_scorecards
from extractors.language.second_reading import KINDS, Kind, read_again
from extractors.language.sentences import Sentence, split_sentences, tokenize
from extractors.language.speech import Act, read_speech
from extractors.language.target_statement import TargetStatement
from extractors.language.target_statements import find_targets
from extractors.language.undertaken import Undertaking
from extractors.language.undertakings import read_undertakings
from extractors.language.weighed import weighed_deed, weighed_limb
from extractors.language.wording import Traits, wording
from extractors.model import Block, Document

_LEADS = re.compile(r"[:–—-]\s*$")
"""What only leads to a list says nothing by itself."""


@dataclass(frozen=True)
class Parsed:
    """What an extractor sees. It never sees a file."""

    document: Document
    registry: Registry = field(default_factory=shipped, repr=False)
    """The measures that are known: the shipped ones, and those of the corpus's own list."""
    reads_again: bool = True
    """Whether the sentences that no rule reads are weighed."""
    elsewhere: CouncilCodes = NO_CODES
    """What other documents of the same council say of its own codes."""

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order; none crosses a block, and a block's label is not part of one."""
        return split_sentences(self.document)

    @cached_property
    def doc(self) -> Doc:
        """The spaCy tokens over the whole text; `doc.sents` are `sentences`."""
        return tokenize(self.document.text, self.sentences)

    @cached_property
    def outline(self) -> Outline:
        """Which agenda item and which part of it (discussion, decision, furniture) each block belongs to."""
        return read_outline(self.document)

    @cached_property
    def resolutions(self) -> tuple[Limb, ...]:
        """The limbs of all decisions, in order."""
        decided = {self.outline.item_at(limb.start) for limb in self._ruled_limbs}
        weighed = [
            weighed_limb(self.document, self.sentences[at])
            for at in self.second_reading["decisions"]
            if self.outline.item_at(self.sentences[at].start) not in decided
        ]
        return tuple(sorted([*self._ruled_limbs, *weighed], key=lambda limb: limb.start))

    @cached_property
    def _ruled_limbs(self) -> tuple[Limb, ...]:
        return each_once(self.text, self._limbs_as_told)

    @cached_property
    def _limbs_as_told(self) -> tuple[Limb, ...]:
        return read_limbs(self.document, self.outline)

    @cached_property
    def roster(self) -> Roster:
        """Who was there, and on which side: members, officers, guests."""
        return read_roster(self.document, self.outline)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody named, in order; no mention crosses a block."""
        return tuple(
            person
            for block in self.document.blocks
            for person in find_people(self.text, self.roster, block.body, block.end)
        )

    @cached_property
    def speech(self) -> tuple[tuple[Act, ...], ...]:
        """What is said by whom: the speech acts of each of `sentences`."""
        return tuple(read_speech(self.text, self.sentences, self.people))

    def wording(self, number: int) -> Traits:
        """How the sentence of this number is worded."""
        return wording(self.document, self.outline, self.sentences, self.people, self.speech, number)

    @cached_property
    def second_reading(self) -> Mapping[Kind, Sequence[int]]:
        """Which of `sentences`, where the rules find nothing, are likely to hold what, all their words weighed."""
        if not self.reads_again:
            return dict.fromkeys(KINDS, ())
        ruled = [
            *((limb.start, limb.end) for limb in self._limbs_as_told),
            *((each.query.start, each.query.end) for each in self._ruled_exchanges),
            *((each.start, each.end) for each in self._ruled_undertakings),
        ]
        prose = (
            (at, sentence)
            for at, sentence in enumerate(self.sentences)
            if self.tells(sentence) and not _LEADS.search(self.text, sentence.start, sentence.end)
        )
        return read_again(prose, ruled, self.wording)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every number that measures or counts something, in order; figures and targets divide them."""
        return find_quantities(self.text, self.sentences)

    @cached_property
    def target_statements(self) -> tuple[TargetStatement, ...]:
        """What is said of targets, in order: their values, whether they are met, who sets them."""
        return tuple(find_targets(self.text, self.sentences, self.quantities, self.measures.mentions))

    def tells(self, sentence: Sentence) -> bool:
        """Whether the sentence is talk or a decision: no heading, table row, list of who was there or footer.

        In the head of a document only what reads as a sentence is.
        """
        if self.document.blocks[sentence.block].kind in ("heading", "table_row"):
            return False
        part = self.outline.parts[sentence.block]
        words = self.text[sentence.start : sentence.end]
        is_prose = words.endswith(".") and words.count(" ") >= 8
        return part in ("discussion", "decision", "recommendation") or (part == "head" and is_prose)

    @cached_property
    def exchanges(self) -> tuple[Exchange, ...]:
        """What was put to the meeting, in order, each with what was replied."""
        likely = {self.sentences[at].end for at in self.second_reading["questions"]}
        return self._read_exchanges(likely) if likely else self._ruled_exchanges

    @cached_property
    def _ruled_exchanges(self) -> tuple[Exchange, ...]:
        return self._read_exchanges(())

    def _read_exchanges(self, likely: Collection[int]) -> tuple[Exchange, ...]:
        return tuple(
            read_exchanges(self.document, self.outline, self.people, self.sentences, self.speech, likely)
        )

    @cached_property
    def measures(self) -> Measures:
        """Where a measure is spoken of."""
        return find_measures(self.document, self.sentences, self.registry, self.elsewhere)

    def measure_for(self, start: int, end: int) -> str | None:
        """The id of the measure that the number or statement `text[start:end]` speaks of, or None."""
        return self.measures.measure_for(start, end)

    @cached_property
    def undertakings(self) -> tuple[Undertaking, ...]:
        """What somebody will do, was asked to do or suggested, in order."""
        weighed = [
            weighed_deed(self.text, self.sentences[at], self.people, self.speech[at])
            for at in self.second_reading["actions"]
        ]
        return tuple(sorted([*self._ruled_undertakings, *weighed], key=lambda each: each.start))

    @cached_property
    def _ruled_undertakings(self) -> tuple[Undertaking, ...]:
        return tuple(
            read_undertakings(
                self.document, self.outline, self.people, self.sentences, self.speech,
                self._ruled_exchanges, self._ruled_limbs,
            )
        )  # fmt: skip

    @cached_property
    def scorecards(self) -> Scorecards:
        """The rows of performance tables, with their figures and targets."""
        return read_scorecards(self.document, self.registry, self.elsewhere)

    @cached_property
    def code_uses(self) -> tuple[CodeUse, ...]:
        """What the document says of codes of its council's own."""
        return find_code_uses(self.document, self.measures.mentions, self.scorecards.rows)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds `text[offset]`, or None (a label, a separator)."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or self.sentences[index].end <= offset:
            return None
        return self.sentences[index]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds `text[offset]`, or None between blocks."""
        return next(self.document.blocks_between(offset, offset + 1), None)
