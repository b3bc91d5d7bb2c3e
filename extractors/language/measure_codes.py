"""Measures by printed code: national ones everywhere, local ones where the words around say so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.language.code_forms import bare_code, local_id
from extractors.language.lineage import kin_of
from extractors.language.measure_titles import find_titles
from extractors.language.measure_words import terms_of
from extractors.language.name_ends import end_of_name
from extractors.language.registered import Indicator
from extractors.language.registry import Registry
from extractors.language.sentences import Sentence
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_codes.grammar")
_ANY = re.compile(f"(?P<national>{_GRAMMAR['national'].pattern})|(?P<local>{_GRAMMAR['local'].pattern})")
TITLE_OVER_CODE = "measure.title-over-code"
_NEAR = 30
"""Characters after the code within which a known name makes what follows its title."""
_ALIKE = 60.0
"""Least likeness (0 to 100) of a printed title to the published one of a code that may be a council's own as well."""
_NEARER = 15.0
"""How much nearer (of 100) a printed title must come to another measure's names than to the code's own for the code to
be taken for mistyped: NI 59 and NI 60, of initial and of core assessments, are told apart by 60 and more, two wordings
of one measure by less than 5."""


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


def find_codes(document: Document, sentences: Sequence[Sentence], registry: Registry) -> list[Code]:
    """The coded measures of a document, in order. A local code once told by its words is known elsewhere too."""
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
        if code:
            told.append(code)
    known = {_bare(code.code): code.id for code in sorted(told, key=lambda code: code.title is not None)}
    told = [replace(code, id=known[_bare(code.code)]) for code in told]
    taken = [(code.start, code.end) for code in told]
    for _, match in seen:
        free = not any(start < match.end() and match.start() < end for start, end in taken)
        if free and (bare := _bare(match.group())) in known and not reader.guarded(match):
            begin = reader.start_with_word(match)
            told.append(Code(begin, match.end(), match.group(), None, known[bare], "measure.code-again"))
    told.sort(key=lambda code: code.start)
    return [each for code in told for each in (code, *reader.listed(code))]


class _Reader:
    def __init__(self, document: Document, registry: Registry, cued_blocks: set[int]) -> None:
        self._text = document.text
        self._registry = registry
        self._council = document.council
        self._document_id = document.id
        self._cued_blocks = cued_blocks

    def read(self, match: re.Match[str], sentence: Sentence) -> Code | None:
        """The code with its title; None where it may be something else."""
        known = self._registry.find_code(match.group(), self._council)
        cue = self._cued(match, sentence)
        listed = known is not None and known.listed
        sure = cue or listed or self._rescued(match, sentence)
        if not match["national"] and self.guarded(match, cued=sure):
            return None
        end, second = self._second(match, sentence)
        title = self._title(end, sentence, known or second, sure=bool(match["national"] or cue))
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
        if match["national"]:
            return re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=[a-z])(?=\d)", "-", bare_code(code))).strip("-")
        return local_id(code, self._council, self._document_id)

    def start_with_word(self, match: re.Match[str]) -> int:
        """Where "target C1" begins; the code itself where no such word stands before it."""
        word = _GRAMMAR["worded"].search(self._text, max(0, match.start() - 12), match.start())
        return word.start() if word else match.start()

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

    def _title(
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


def _bare(code: str) -> str:
    return re.sub(r"\W", "", code).upper()
