"""Which measure a number or a target speaks of: the nearest that governs it, else what is being spoken of."""

from bisect import bisect_right
from collections.abc import Sequence

from extractors.language.mention import Mention
from extractors.language.sentences import Sentence
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_links.grammar")


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
        found = self._in_clause(sentence, here, start, end)
        if found:
            return found.indicator_id
        return self._topic(at, start, end)

    def _between(self, start: int, end: int) -> list[Mention]:
        first = bisect_right(self._mention_starts, start - 1)
        last = bisect_right(self._mention_starts, end - 1)
        return list(self._mentions[first:last])

    def _in_clause(self, sentence: Sentence, here: Sequence[Mention], start: int, end: int) -> Mention | None:
        """What follows as "… of X", else the last before it in its clause, else the first after, else one before."""
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
        earlier = [m for m in here if m.end <= start]
        if not refers or not here:
            return None
        if earlier:
            return earlier[-1]
        return here[0] if len({m.indicator_id for m in here}) == 1 else None

    def _clause(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """The clause around the span: between semicolons, and "and" or "but" before a new subject."""
        begin, stop = sentence.start, sentence.end
        for match in _GRAMMAR["clause_break"].finditer(self._text, sentence.start, sentence.end):
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

    def _topic(self, at: int, start: int, end: int) -> str | None:
        """The last measure spoken of earlier in the block, or in the question that the block answers.

        Only where the sentence refers back, or is the answer itself.
        """
        sentence = self._sentences[at]
        block = self._blocks[sentence.block]
        replies = _GRAMMAR["reply"].match(self._text, block.body, block.end)
        refers = _GRAMMAR["refers_back"].match(self._text, sentence.start, end)
        if not (replies or refers or self._stands_bare(sentence, start, end)):
            return None
        earlier = self._between(block.start, sentence.start)
        if not earlier and replies and sentence.block:
            asked = self._blocks[sentence.block - 1]
            earlier = self._between(asked.start, asked.end)
        return earlier[-1].indicator_id if earlier else None
