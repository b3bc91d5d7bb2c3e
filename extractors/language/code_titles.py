"""The title behind a printed code: where it stands, and whether it is another measure's than the code."""

import re

from extractors.language.lineage import kin_of
from extractors.language.measure_titles import find_titles
from extractors.language.measure_words import terms_of
from extractors.language.name_ends import end_of_name
from extractors.language.registered import Indicator
from extractors.language.registry import Registry
from extractors.language.sentences import Sentence
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_codes.grammar")
_NEAR = 30
"""Characters after the code within which a known name makes what follows its title."""
_NEARER = 15.0
"""How much nearer (of 100) a printed title must come to another measure's names than to the code's own for the code to
be taken for mistyped: NI 59 and NI 60, of initial and of core assessments, are told apart by 60 and more, two wordings
of one measure by less than 5."""


def opens_title(name: str) -> bool:
    """Whether the name begins as those of measures do: "Number of", "% of", "Average"."""
    return _GRAMMAR["title_opens"].match(name) is not None


class Titles:
    """Finds the titles in one text."""

    def __init__(self, text: str, registry: Registry) -> None:
        self._text = text
        self._registry = registry

    def find(
        self, end: int, sentence: Sentence, known: Indicator | None, *, sure: bool
    ) -> tuple[int, int] | None:
        """The title behind the code that ends at `end`; `sure`: be it one by its form alone, for it is a measure's."""
        gap = _GRAMMAR["separator"].match(self._text, end, sentence.end)
        begin = gap.end() if gap else end
        if begin == end and begin < sentence.end and self._text[begin].isalnum():
            return None
        stop = self._end_of_line_title(begin, end, sentence) or self._end_of_title(begin, sentence.end, known)
        title = self._text[begin:stop]
        if self._registry.named(title):
            return begin, stop
        opens, terms = _GRAMMAR["title_opens"].match(title), len(terms_of(title))
        if opens and terms and re.search(r"\bof\b", title):
            return begin, stop
        if len(title) < 5 or terms < 2:
            return None
        if opens or self._registry.resolve(title):
            return begin, stop
        named = find_titles(self._text, begin, stop, self._registry)
        if named and named[0].start - begin < _NEAR:
            return begin, stop
        marked = re.search(r"[-–—:|]", self._text[end:begin])
        telling = _GRAMMAR["title_holds"].search(title) or (sure and self._is_headed(title, stop, sentence))
        return (begin, stop) if marked and telling else None

    def _is_headed(self, title: str, stop: int, sentence: Sentence) -> bool:
        """Whether the words behind a code and a dash begin as a heading does and nobody says them: "PAM/005 – Cases
        closed within a year", not "NI 117 – Jo Bell explained"."""
        said = _GRAMMAR["says"].search(self._text, stop - len(title), sentence.end)
        return bool(not (said and said.start() <= stop) and _GRAMMAR["title_heads"].match(title))

    def _end_of_line_title(self, begin: int, end: int, sentence: Sentence) -> int | None:
        """The end of a title in quotation marks, or of one that has its line to itself."""
        opening = self._text[begin - 1 : begin]
        if opening in '“"‘' and opening:
            closing = self._text.find({"“": "”", "‘": "’"}.get(opening, opening), begin, sentence.end)
            return closing if 5 < closing - begin < 260 else None
        if opening == "(" and (closing := self._text.find(")", begin, sentence.end)) - begin in range(8, 130):
            return closing
        line = _GRAMMAR["line_title"].match(self._text, begin, sentence.end)
        if not line or end - sentence.start > 32 or not _GRAMMAR["title_opens"].match(self._text, begin):
            return None
        return None if _GRAMMAR["told"].search(line["title"]) else line.end("title")

    def _end_of_title(self, begin: int, stop: int, known: Indicator | None) -> int:
        """As far as the published title's words go, else where the name ends."""
        end = end_of_name(self._text, begin, stop)
        if known:
            wanted = set(terms_of(known.name))
            for word in re.finditer(r"[\w%’'-]+", self._text[begin:stop]):
                terms = terms_of(word.group())
                if terms and not wanted.issuperset(terms):
                    break
                if terms:
                    end = max(end, begin + word.end())
        return end


def titled_otherwise(registry: Registry, coded: Indicator, named: Indicator, title: str) -> bool:
    """Whether the title beside a code is that of another measure, `named`, so that the code is taken for mistyped."""
    if _is_one(coded.id, named.id):
        return False
    return registry.likeness(title, named.id) - registry.likeness(title, coded.id) > _NEARER


def _is_one(one: str, other: str) -> bool:
    """Whether two ids are of one measure: under an earlier code (BVPI 161, NI 148), or with a part of it (NI 157a)."""
    return one.startswith(other) or other.startswith(one) or other in kin_of(one)


def disagreement(code: str, known: Indicator | None, found: Indicator | None) -> str | None:
    """What is said where the title printed beside a code is another measure's."""
    if not known or not found:
        return None
    own = f"{found.code} “{found.name}”" if found.code else f"“{found.name}”"
    return f"Code and title disagree: {code} is the code of “{known.name}”, the title that of {own}, which is believed."
