"""Which measure a number or a target speaks of: the nearest that governs it, else what is being spoken of."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from extractors.language.measure_runs import in_turn
from extractors.language.mention import Mention
from extractors.language.sentences import Sentence
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_links.grammar")
_WORD = re.compile(r"[a-z]{4,}")
_DIGIT = re.compile(r"\d")
_NEAR = 120
"""Characters before a number in which its cause, its aim or what it is compared with is sought."""

_UNDER = 3
"""Paragraphs that may stand between the line that names a measure and the one that speaks of it."""
_LEAD = 3
"""Characters of a paragraph before the name that heads it."""
_MOST = 0.6
"""The share of such a line that the measure's name takes; the rest is a label ("Indicator –")."""


class Links:
    """Answers for one document; all offsets are into its text."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]
    ) -> None:
        self._text = document.text
        self._blocks = document.blocks
        self._sentences = sentences
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._mentions = mentions
        self._mention_starts = [mention.start for mention in mentions]

    def measure_for(self, start: int, end: int) -> str | None:
        """The id of the measure that `text[start:end]` speaks of; None where nothing tells."""
        at = bisect_right(self._sentence_starts, start) - 1
        if at < 0 or self._sentences[at].end < start:
            return None
        sentence = self._sentences[at]
        here = self._between(sentence.start, max(sentence.end, end))
        covering = [m for m in here if m.start < end and start < m.end]
        if covering:
            return covering[-1].indicator_id
        if self._is_cause(sentence, here, start, end) or self._counts_measures(sentence, start, end):
            return None
        found = self._in_clause(sentence, here, start, end)
        if found:
            return found.indicator_id
        return (
            self._compared(sentence, start, end)
            or self._gapped(sentence, here, start, end)
            or self._topic(at, start, end)
        )

    def _between(self, start: int, end: int) -> list[Mention]:
        first = bisect_right(self._mention_starts, start - 1)
        last = bisect_right(self._mention_starts, end - 1)
        return list(self._mentions[first:last])

    def _in_clause(self, sentence: Sentence, here: Sequence[Mention], start: int, end: int) -> Mention | None:
        """What follows as "… of X", else the last before it in its clause, else the first after, else one before."""
        if turn := in_turn(self._text, (sentence.start, sentence.end), here, (start, end)):
            return turn
        after = next((m for m in here if m.start >= end), None)
        if after and _GRAMMAR["governed"].fullmatch(self._text, end, after.start):
            return after
        begin, stop = self._clause(sentence, start, end)
        before = [m for m in here if begin <= m.start and m.end <= start]
        if before:
            return before[-1]
        following = [m for m in here if end <= m.start < stop]
        if following:
            return following[0]
        refers = _GRAMMAR["refers"].search(self._text, begin, end) or _GRAMMAR["elliptic"].match(
            self._text, end, stop
        )
        if not refers or not here or self._counts_its_own(sentence, start, end):
            return None
        earlier = [m for m in here if m.end <= start]
        if earlier:
            return earlier[-1]
        return here[0] if len({m.indicator_id for m in here}) == 1 else None

    def _is_cause(self, sentence: Sentence, here: Sequence[Mention], start: int, end: int) -> bool:
        """Whether a count explains, as in "… because of three vacancies", with no measure of its own."""
        cause = _GRAMMAR["cause"].search(self._text, max(sentence.start, start - _NEAR), start)
        if not cause or not self._counts_its_own(sentence, start, end):
            return False
        return not any(cause.start() < m.end and m.start < start for m in here)

    def _counts_measures(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether what is counted are measures themselves: "76% of the indicators", "nine were on target"."""
        if _GRAMMAR["of_measures"].match(self._text, start, sentence.end):
            return True
        if _GRAMMAR["so_many_stand"].search(self._text, start, end):
            return True
        bare = _GRAMMAR["spelled_or_digits"].fullmatch(self._text, start, end)
        return bool(bare and _GRAMMAR["stand_so"].match(self._text, end, sentence.end))

    def _counts_its_own(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether what is counted is named with the number, which is no aim: "six cameras", "eleven posts"."""
        counts = _GRAMMAR["own_count"].fullmatch(self._text, start, end)
        return bool(counts) and not self._states_aim(sentence, start, end)

    def _compared(self, sentence: Sentence, start: int, end: int) -> str | None:
        """The measure of the number that this one is set against: "14 had been held, up from 5"."""
        if self._counts_its_own(sentence, start, end):
            return None
        other = _GRAMMAR["compared"].search(self._text, max(sentence.start, start - _NEAR), start)
        return self.measure_for(*other.span("other")) if other else None

    def _gapped(self, sentence: Sentence, here: Sequence[Mention], start: int, end: int) -> str | None:
        """The measure of the number before, which a number of the same unit with no words of its own goes on about:
        "34% in the north, 41% in the south"."""
        if not _GRAMMAR["bare_number"].fullmatch(self._text, start, end):
            return None
        if not _GRAMMAR["goes_on"].match(self._text, end, sentence.end):
            return None
        other = _GRAMMAR["number_before"].search(self._text, max(sentence.start, start - _NEAR), start)
        if not other or any(other.start() < m.end and m.start < start for m in here):
            return None
        unit = self._unit(start, sentence.end)
        same = unit is not None and unit == self._unit(other.start("other"), sentence.end)
        return self.measure_for(*other.span("other")) if same else None

    def _unit(self, start: int, end: int) -> str | None:
        """The sign or words of the unit of the number at `start`; None where it has none."""
        found = _GRAMMAR["unit_of"].search(self._text, start, min(end, start + 30))
        if not found or found.start() > start + 15:
            return None
        return found["money"] or found["unit"].lower().replace("per cent", "%").replace("percent", "%")

    def _clause(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """The clause around the span: between semicolons, and "and" or "but" before a new subject."""
        begin, stop = sentence.start, sentence.end
        for match in _GRAMMAR["clause_break"].finditer(self._text, sentence.start, sentence.end):
            if match["apart"] and not _DIGIT.search(self._text, begin, match.start()):
                continue  # "the detection rate, 31%": the number is not the second of its clause
            if match.end() <= start:
                begin = match.end()
            elif match.start() >= end:
                stop = match.start()
                break
        return begin, stop

    def _stands_bare(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether the number has no noun of its own: "… replied that 14 had been", "there had been 6"."""
        if not _GRAMMAR["bare_number"].fullmatch(self._text, start, end):
            return False
        return bool(
            _GRAMMAR["bare_before"].search(self._text, sentence.start, start)
            and _GRAMMAR["bare_after"].match(self._text, end, sentence.end)
        )

    def _is_labelled(self, sentence: Sentence, start: int) -> bool:
        """Whether a label of what is measured goes before the number: "Quarter 3 activity 226"."""
        return bool(_GRAMMAR["labelled"].search(self._text, sentence.start, start))

    def _title(self, block: int) -> list[Mention]:
        """The measure that a line of its own names, above the paragraph or few that speak of it."""
        for above in reversed(self._blocks[max(0, block - _UNDER) : block]):
            named = self._between(above.start, above.end)
            covered = sum(mention.end - mention.start for mention in named)
            if covered >= _MOST * (above.end - above.body) and self._text[above.end - 1 : above.end] != ".":
                return named
        return []

    def _head(self, sentence: Sentence, start: int) -> Mention | None:
        """The measure that heads the paragraph ("Delayed transfers of care: …"), where none is spoken of since."""
        block = self._blocks[sentence.block]
        spoken = self._between(block.start, start)
        if not spoken or spoken[0].start - block.body > _LEAD or spoken[0].end > start:
            return None
        if not _GRAMMAR["heads"].match(self._text, spoken[0].end, block.end):
            return None
        return spoken[0] if len({mention.indicator_id for mention in spoken}) == 1 else None

    def _shares_words(self, head: Mention, start: int, end: int) -> bool:
        """Whether what is counted is named in words of the measure: "5,980 delayed days" under delayed transfers."""
        counted = self._text[start:end].lower()
        named = _WORD.findall(self._text[head.start : head.end].lower())
        return " of " not in counted and not set(named).isdisjoint(_WORD.findall(counted))

    def _paragraph_before(self, block: int) -> list[Mention]:
        """What the paragraph before speaks of, where that is one measure: "It stood at 81%" goes on about it."""
        if not block or self._blocks[block - 1].kind != "paragraph":
            return []
        named = self._between(self._blocks[block - 1].start, self._blocks[block - 1].end)
        return named if len({mention.indicator_id for mention in named}) == 1 else []

    def _states_aim(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether the span is what is aimed at, or says so: "the target for the year of 97%", "the 3% minimum"."""
        return bool(
            _GRAMMAR["aim_before"].search(self._text, max(sentence.start, start - _NEAR), start)
            or _GRAMMAR["aim_within"].search(self._text, start, end)
            or _GRAMMAR["aim_after"].match(self._text, end, sentence.end)
        )

    def _topic(self, at: int, start: int, end: int) -> str | None:
        """The last measure spoken of earlier in the block, or in the question that the block answers.

        Only where the sentence refers back, states an aim, or is the answer itself.
        """
        sentence = self._sentences[at]
        block = self._blocks[sentence.block]
        head = self._head(sentence, start)
        if head and self._shares_words(head, start, end):
            return head.indicator_id
        if self._counts_its_own(sentence, start, end):
            return None
        if head and self._unit(start, sentence.end) not in (None, "£", "€"):
            apart = _GRAMMAR["apart_from_head"].search(self._text, sentence.start, start)
            if not apart:
                return head.indicator_id
        replies = any(
            _GRAMMAR["reply"].match(self._text, begin, block.end) for begin in (block.start, block.body)
        )
        refers = _GRAMMAR["refers_back"].match(self._text, sentence.start, end)
        bare = self._stands_bare(sentence, start, end) or self._is_labelled(sentence, start)
        if not (replies or refers or bare or self._states_aim(sentence, start, end)):
            return None
        earlier = self._between(block.start, sentence.start) or self._title(sentence.block)
        if not earlier and refers:
            earlier = self._paragraph_before(sentence.block)
        if not earlier and replies and sentence.block:
            asked = self._blocks[sentence.block - 1]
            earlier = self._between(asked.start, asked.end)
        return earlier[-1].indicator_id if earlier else None
