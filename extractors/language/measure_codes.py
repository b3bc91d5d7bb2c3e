"""Measures by printed code: national ones everywhere, local ones where the words around say so."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.language.code_forms import bare_code, local_id
from extractors.language.code_titles import Titles, disagreement, titled_otherwise
from extractors.language.council_codes import NO_CODES, CouncilCodes
from extractors.language.measure_titles import find_titles
from extractors.language.registered import Indicator
from extractors.language.registry import Registry
from extractors.language.sentences import Sentence
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_codes.grammar")
_ANY = re.compile(f"(?P<national>{_GRAMMAR['national'].pattern})|(?P<local>{_GRAMMAR['local'].pattern})")
LOCAL_CODE = _GRAMMAR["local"]
"""What has the form of a council's own code."""
TITLE_OVER_CODE = "measure.title-over-code"
_BRIEF = 4
"""Characters of a code that is hardly read without the word for it: "target C1"."""
_ALIKE = 60.0
"""Least likeness (0 to 100) of a printed title to the published one of a code that may be a council's own as well."""


@dataclass(frozen=True, slots=True)
class Code:
    """`text[start:end]` is the code with its title, if one is printed, at `title`."""

    start: int
    end: int
    code: str
    title: tuple[int, int] | None
    id: str
    rule: str
    note: str | None = None
    """That code and title disagree, in words."""


def find_codes(
    document: Document, sentences: Sequence[Sentence], registry: Registry, elsewhere: CouncilCodes = NO_CODES
) -> list[Code]:
    """The coded measures of a document, in order. A local code once told by its words is known elsewhere too, in the
    document and, by what others of its council say of it (`elsewhere`), in all of them."""
    text = document.text
    cued = {s.block for s in sentences if _GRAMMAR["cue_near"].search(text, s.start, s.end)}
    reader = _Reader(document, registry, cued)
    seen = [
        (sentence, match)
        for sentence in sentences
        for match in _ANY.finditer(text, sentence.start, sentence.end)
    ]
    told: list[Code] = []
    for sentence, match in seen:
        code = None if told and match.start() < told[-1].end else reader.read(match, sentence)
        if code and (code.title or not elsewhere.is_number(code.code)):
            told.append(code)
    known = _meanings(told, registry, elsewhere)
    told = [replace(code, id=known[_bare(code.code)]) for code in told]
    told += _again(seen, told, known, elsewhere, reader)
    told.sort(key=lambda code: code.start)
    return [each for code in told for each in (code, *reader.listed(code))]


def _meanings(told: Sequence[Code], registry: Registry, elsewhere: CouncilCodes) -> dict[str, str]:
    """Which measure each code means: as its title says; where that is no known measure's, as the council's other
    documents say."""
    known = {_bare(code.code): code.id for code in sorted(told, key=lambda code: code.title is not None)}
    for code in told:
        if known[_bare(code.code)] not in registry.by_id and (measure := elsewhere.measure_of(code.code)):
            known[_bare(code.code)] = measure
    return known


def _again(
    seen: Iterable[tuple[Sentence, re.Match[str]]],
    told: Sequence[Code],
    known: Mapping[str, str],
    elsewhere: CouncilCodes,
    reader: "_Reader",
) -> Iterator[Code]:
    """The codes that stand alone and are known, from the document or from others of its council."""
    taken = [(code.start, code.end) for code in told]
    for _, match in seen:
        if any(start < match.end() and match.start() < end for start, end in taken) or reader.guarded(match):
            continue
        rule, measure = "measure.code-again", known.get(_bare(match.group()))
        if not measure and not match["national"]:
            rule, measure = "measure.code-elsewhere", elsewhere.known_anywhere(match.group())
        if measure:
            yield Code(reader.start_with_word(match), match.end(), match.group(), None, measure, rule)


def is_national(code: str) -> bool:
    """Whether a code has the form of one that means the same everywhere."""
    return _GRAMMAR["national"].fullmatch(code) is not None


def id_of_code(code: str, council: str | None, document_id: str = "") -> str:
    """The id of a measure that is not registered: of a national code `ni-199`, else the council's as `local_id`."""
    if is_national(code):
        return re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=[a-z])(?=\d)", "-", bare_code(code))).strip("-")
    return local_id(code, council, document_id)


class _Reader:
    def __init__(self, document: Document, registry: Registry, cued_blocks: set[int]) -> None:
        self._text = document.text
        self._registry = registry
        self._council = document.council
        self._document_id = document.id
        self._cued_blocks = cued_blocks
        self._titles = Titles(document.text, registry)

    def read(self, match: re.Match[str], sentence: Sentence) -> Code | None:
        """The code with its title; None where it may be something else."""
        known = self._registry.find_code(match.group(), self._council)
        cue = self._cued(match, sentence)
        listed = known is not None and known.listed
        sure = cue or listed or self._rescued(match, sentence)
        if not match["national"] and self.guarded(match, cued=sure):
            return None
        end, second = self._second(match, sentence)
        title = self._titles.find(end, sentence, known or second, sure=bool(match["national"] or cue))
        named = self._named(title) if title else None
        if known and title and not match["national"] and not listed and self._is_own(known, title):
            known = None
        if not (match["national"] or cue or title or second or listed):
            return None
        found, rule = self._decide(known or second, named, title)
        note = disagreement(match.group(), known or second, found) if rule == TITLE_OVER_CODE else None
        begin = match.start() if match["national"] or title else self.start_with_word(match)
        key = found.id if found else self._own_id(match)
        return Code(begin, title[1] if title else end, match.group(), title, key, rule, note)

    def _named(self, title: tuple[int, int]) -> Indicator | None:
        """The measure that the title means: as a whole, or by the one known name inside it."""
        whole = self._registry.resolve(self._text[slice(*title)])
        inside = {each.id for each in find_titles(self._text, *title, self._registry)} if not whole else set()
        return whole or (self._registry.by_id[inside.pop()] if len(inside) == 1 else None)

    def _is_own(self, known: Indicator, title: tuple[int, int]) -> bool:
        """Whether a code that councils number their own measures by, too (CH01, ASC1), has no title like the published
        one, so that it is this council's."""
        return self._registry.likeness(self._text[slice(*title)], known.id) < _ALIKE

    def _own_id(self, match: re.Match[str]) -> str:
        """The id of a measure that the registry has not: a national code's, or one of this council's."""
        code = re.sub(r"^(K?P)1(?=\s\d)", r"\1I", match.group())  # "P1 16" is typed for PI 16
        code = re.sub(r"(?i)^performance\s+indicator", "PI", code)
        return id_of_code(code, self._council, self._document_id)

    def start_with_word(self, match: re.Match[str]) -> int:
        """Where "target C1" begins; the code itself where no such word stands before it, or it is long enough alone."""
        word = _GRAMMAR["worded"].search(self._text, max(0, match.start() - 12), match.start())
        return word.start() if word and len(match.group()) <= _BRIEF else match.start()

    def guarded(self, match: re.Match[str], *, cued: bool = False) -> bool:
        """Whether it is a quarter, a statute, a road, a page or the like."""
        before = self._text[max(0, match.start() - 40) : match.start()]
        return bool(
            _GRAMMAR["never_ever"].fullmatch(match.group())
            or (not cued and _GRAMMAR["never"].fullmatch(match.group()))
            or _GRAMMAR["never_after"].search(before)
            or _GRAMMAR["never_before"].match(self._text, match.end())
        )

    def _rescued(self, match: re.Match[str], sentence: Sentence) -> bool:
        """Whether what might be a road or a form opens its line and has the title of a measure behind it."""
        gap = _GRAMMAR["separator"].match(self._text, match.end(), sentence.end)
        return bool(
            gap
            and match.start() - sentence.start < 3
            and _GRAMMAR["rescued"].fullmatch(match.group())
            and _GRAMMAR["title_opens"].match(self._text, gap.end())
        )

    def _cued(self, match: re.Match[str], sentence: Sentence) -> bool:
        before = self._text[max(0, match.start() - 60) : match.start()]
        if sentence.block in self._cued_blocks and _GRAMMAR["close_code"].fullmatch(match.group()):
            return not self.guarded(match)
        if self._in_brackets(match, sentence):
            return not self.guarded(match, cued=True)
        return bool(
            _GRAMMAR["worded_number"].fullmatch(match.group())
            or match.group().startswith(("KPI", "LPI"))
            or _GRAMMAR["cue_before"].search(before)
            or _GRAMMAR["cue_after"].match(self._text, match.end())
        )

    def _in_brackets(self, match: re.Match[str], sentence: Sentence) -> bool:
        """Whether the code stands alone in brackets behind a figure or before one: "made (EN09), against 70"."""
        around = self._text[match.start() - 1 : match.start()] + self._text[match.end() : match.end() + 1]
        return (
            around in ("()", "[]")
            and _GRAMMAR["bracketed_code"].fullmatch(match.group()) is not None
            and _GRAMMAR["tells_level"].search(self._text, sentence.start, sentence.end) is not None
        )

    def _second(self, match: re.Match[str], sentence: Sentence) -> tuple[int, Indicator | None]:
        """The end of the code, of the second beside it where there is one, and the measure of that."""
        gap = _GRAMMAR["second"].match(self._text, match.end(), sentence.end)
        if gap and gap.end() > match.end():
            other = _GRAMMAR["national"].match(self._text, gap.end(), sentence.end)
            if other and (found := self._registry.find_code(other.group())):
                closing = 1 if self._text[other.end() : other.end() + 1] in ")]" else 0
                return other.end() + closing, found
        return match.end(), None

    def _decide(
        self, known: Indicator | None, named: Indicator | None, title: tuple[int, int] | None
    ) -> tuple[Indicator | None, str]:
        """The measure, and by which rule: where code and title disagree, the title is right."""
        if not known or not title:
            return known or named, "measure.code-title" if title else "measure.code"
        if named and titled_otherwise(self._registry, known, named, self._text[slice(*title)]):
            return named, TITLE_OVER_CODE
        return known, "measure.code-title"

    def listed(self, code: Code) -> Iterator[Code]:
        """The codes that follow as bare numbers: "COU15, 16 and 23", "ENV 7-9"."""
        if code.title:
            return
        letters = re.match(r"[^\d]*", code.code)
        prefix = letters.group() if letters else ""
        at, last = code.end, code.code[len(prefix) :]
        while match := _GRAMMAR["listed"].match(self._text, at):
            number = match["next"]
            if _GRAMMAR["range_mark"].fullmatch(self._text, match.start(), match.start("next")):
                yield from self._between(prefix, last, number, (code.start, match.end()))
            yield self._coded(prefix + number, match.start("next"), match.end())
            at, last = match.end(), number

    def _between(self, prefix: str, first: str, last: str, span: tuple[int, int]) -> Iterator[Code]:
        """What stands inside a range has no words of its own: the first of it takes those of the range."""
        if first.isdigit() and last.isdigit() and int(last) - int(first) > 1:
            yield self._coded(f"{prefix}{int(first) + 1}", *span)

    def _coded(self, code: str, start: int, end: int) -> Code:
        known = self._registry.find_code(code, self._council)
        key = known.id if known else local_id(code, self._council, self._document_id)
        return Code(start, end, code, None, key, "measure.code-list")


def _bare(code: str) -> str:
    return re.sub(r"\W", "", code).upper()
