"""Measures: where a document speaks of one, and which one a number or a target speaks of."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.language.code_forms import bare_code
from extractors.language.code_titles import disagreement, titled_otherwise
from extractors.language.council_codes import NO_CODES, CouncilCodes
from extractors.language.measure_again import find_again
from extractors.language.measure_ambiguity import settle
from extractors.language.measure_codes import TITLE_OVER_CODE, Code, find_codes
from extractors.language.measure_links import Links
from extractors.language.measure_lists import find_listed
from extractors.language.measure_phrase import Phrase
from extractors.language.measure_phrases import find_phrases, names_no_measure
from extractors.language.measure_titles import Title, find_titles
from extractors.language.mention import Mention
from extractors.language.name_ends import begin_of_title, end_of_name
from extractors.language.reference_numbers import find_numbers
from extractors.language.registry import Registry
from extractors.language.sentences import Sentence
from extractors.model import Document
from extractors.vocabulary import grammar

# "The note on missed collections (EH/05)": the number is the note's, in an action log.
_OF_A_DEED = re.compile(
    r"\b(?:notes?|reports?|letters?|visits?|briefings?|papers?|reviews?|requests?|updates?|presentations?|actions?)\s+"
    r"(?:on|about|to|of|for|into)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LOCAL_CODE = re.compile(
    r"\s?[(\[](?P<code>(?!Q\d|FY|H\d\b)[A-Z][A-Z&]{1,5}[ ./]?\d{1,4}(?:\.\d)?[a-z]?)[)\]]"
)
_QUALIFIER = re.compile(
    r",?\s(?:\((?:excluding|including|incl\.?|excl\.?|aged|over|under|all)\s[^()]{3,50}\)"
    r"|(?:excluding|including)\s(?:[\w’'-]+\s?){1,7}(?=[.,;:)]|$))",
    re.IGNORECASE,
)
"""What a name leaves out or takes in: "Average re-let time, excluding major works"."""
_PLACE = re.compile(r"\s(?:at|across)\s(?:the\s|our\s)?[A-Z]")
_LONGEST_PLACE = 50
"""Characters of a place's name."""
_PER = grammar("measure_predicates.grammar")["per"]
_OPENING = re.compile(r"\s?[(\[]$")
_SHORT_FORM = re.compile(r"\s?\((?:the\s)?[“\"‘']?[A-Z][A-Za-z&]{0,6}[A-Z](?:s|[’']s)?[”\"’']?\)")


@dataclass(frozen=True)
class Measures:
    """The mentions of a document in order, none overlapping."""

    mentions: tuple[Mention, ...]
    links: Links

    def measure_for(self, start: int, end: int) -> str | None:
        """The id of the measure that what stands at `text[start:end]` speaks of; None where nothing tells."""
        return self.links.measure_for(start, end)


def find_measures(
    document: Document, sentences: Sequence[Sentence], registry: Registry, elsewhere: CouncilCodes = NO_CODES
) -> Measures:
    """Every mention of a measure in the document. `elsewhere` is what others of its council say of its codes."""
    text = document.text
    mentions: list[Mention] = []
    told = find_codes(document, sentences, registry, elsewhere)
    codes, numbers = _without_numbers(document, told, elsewhere)
    for sentence in sentences:
        titles = find_titles(text, sentence.start, sentence.end, registry)
        phrases = find_phrases(text, sentence.start, sentence.end, registry)
        mentions += _without_overlap(text, titles, phrases)
    named = _with_codes(text, codes, list(settle(text, mentions, registry)), registry, numbers)
    again = [*find_again(document, named), *find_listed(document, named, registry)]
    found = tuple(sorted((*named, *again), key=lambda m: (m.start, m.end)))
    return Measures(found, Links(document, sentences, found))


def _without_numbers(
    document: Document, codes: Sequence[Code], elsewhere: CouncilCodes
) -> tuple[list[Code], frozenset[str]]:
    """The codes but those that number the entries of a log or list, there and where they are quoted; and the numbers,
    bare. A code with a title that is not its entry's words is a measure's, whatever list it numbers as well."""
    entries: dict[str, list[str]] = {}
    for start, end in find_numbers(document):
        words = [document.words(block) for block in document.blocks_between(start, end)]
        entries.setdefault(bare_code(document.text[start:end]), []).extend(words)
    titled = {
        bare_code(code.code)
        for code in codes
        if code.title
        and not any(
            document.text[slice(*code.title)] in words for words in entries.get(bare_code(code.code), ())
        )
    }
    numbers = frozenset(entries.keys() - titled)
    return [code for code in codes if bare_code(code.code) not in numbers], numbers | elsewhere.numbers


def _without_overlap(text: str, titles: Sequence[Title], phrases: Sequence[Phrase]) -> Iterator[Mention]:
    """Titles and phrases of one sentence as mentions: the longest first, which takes in the title inside it."""
    left = [title for title in titles if not names_no_measure(text, title.start, title.end)]
    taken: list[Mention] = []
    for phrase in sorted(phrases, key=lambda p: (p.start - p.end, not p.known)):
        if any(phrase.start < m.end and m.start < phrase.end for m in taken):
            continue
        inside = [t for t in left if t.start < phrase.end and phrase.start < t.end]
        if len(inside) > 1 or (inside and phrase.rule == "measure.judged"):
            continue
        start = min([phrase.start, *(t.start for t in inside)])
        end = max([phrase.end, *(t.end for t in inside)])
        left = [title for title in left if title not in inside]
        within = inside[0].id if inside else _known_inside(phrase, phrases)
        measure = phrase.id if phrase.known else within or phrase.id
        taken.append(Mention(start, end, measure, None, text[start:end], phrase.rule))
    for title in left:
        start = _word_start(text, title.start)
        end = _place_end(text, title)
        per = _PER.match(text, end)
        end = per.end() if per else end
        taken.append(Mention(start, end, title.id, None, text[start:end], "measure.title"))
    return _with_short_forms(text, sorted(taken, key=lambda m: m.start))


def _word_start(text: str, start: int) -> int:
    """`start`, or where the hyphened word begins that it stands in: "on-call availability"."""
    small = re.search(r"(?<![\w-])[A-Za-z]{1,6}-$", text[max(0, start - 8) : start])
    return start - len(small.group()) if small else start


def _place_end(text: str, title: Title) -> int:
    """Where a name of one word ends, with the place it is told of: "footfall at the Custom House"."""
    place = _PLACE.match(text, title.end) if title.terms == 1 else None
    return end_of_name(text, place.end() - 1, place.end() + _LONGEST_PLACE) if place else title.end


def _known_inside(phrase: Phrase, others: Iterable[Phrase]) -> str | None:
    """The id of a known phrase that is at least half of this one."""
    for other in others:
        common = min(other.end, phrase.end) - max(other.start, phrase.start)
        if other.known and common * 2 >= phrase.end - phrase.start:
            return other.id
    return None


def _with_codes(
    text: str, codes: Sequence[Code], mentions: Sequence[Mention], registry: Registry, numbers: Container[str]
) -> list[Mention]:
    """Codes go first: what they overlap is their title. A bare code in brackets belongs to the name before it, and
    where that is a known measure's and the code is not, the code means the measure throughout."""
    spans = [_bracketed(text, _mention(text, code), mentions, registry) for code in codes]
    means = _meanings(spans, mentions, registry)
    spans = [replace(s, indicator_id=means.get(s.indicator_id or "", s.indicator_id)) for s in spans]
    free = [m for m in mentions if not any(s.start < m.end and m.start < s.end for s in spans)]
    return sorted(
        (*spans, *(_with_local_code(text, m, numbers) for m in free)), key=lambda m: (m.start, m.end)
    )


def _meanings(spans: Sequence[Mention], mentions: Sequence[Mention], registry: Registry) -> dict[str, str]:
    """Which known measure the name before an unknown code says that the code means."""
    opened = {m.start: m.indicator_id for m in mentions if m.indicator_id in registry.by_id}
    means: dict[str, str] = {}
    for span in spans:
        if span.name and span.indicator_id and span.indicator_id not in registry.by_id:
            named = registry.named(span.name, counted=True) or registry.resolve(span.name)
            known = named.id if named else opened.get(span.start)
            if known:
                means.setdefault(span.indicator_id, known)
    return means


def _bracketed(text: str, code: Mention, mentions: Sequence[Mention], registry: Registry) -> Mention:
    """ "Recycling (NI 192)": the code with the name before it, be that a mention or the last words."""
    opening = _OPENING.search(text, max(0, code.start - 3), code.start)
    if code.name or not opening or text[code.end : code.end + 1] not in (")", "]"):
        return code
    near = [m.start for m in mentions if opening.start() - 40 < m.end <= opening.start()]
    near = [start for start in near if not re.search(r"[.;:|\n]", text[start : opening.start()])]
    line = max(text.rfind("\n", 0, code.start) + 1, code.start - 120)
    start = min(near, default=begin_of_title(text, line, opening.start()))
    if start == opening.start():
        return code
    name = text[start : opening.start()]
    whole = replace(code, start=start, end=code.end + 1, name=name, rule="measure.code-title")
    coded, named = registry.by_id.get(code.indicator_id or ""), registry.named(name) or registry.resolve(name)
    if coded and named and titled_otherwise(registry, coded, named, name):
        note = disagreement(code.code or "", coded, named)
        return replace(whole, indicator_id=named.id, rule=TITLE_OVER_CODE, note=note)
    return whole


def _with_local_code(text: str, mention: Mention, numbers: Container[str]) -> Mention:
    """ "Missed collections (EN09)": the mention with the code that is printed in brackets behind it, which is none of
    `numbers`."""
    code = _LOCAL_CODE.match(text, mention.end)
    if not code or bare_code(code["code"]) in numbers:
        return mention
    if "/" in code["code"] and _OF_A_DEED.search(text, max(0, mention.start - 40), mention.start):
        return mention
    return replace(mention, end=code.end(), code=code["code"], rule="measure.code-title")


def _mention(text: str, code: Code) -> Mention:
    name = text[slice(*code.title)] if code.title else None
    if name and name.count(")") > name.count("("):
        name = name.rstrip(")")  # of "NI 117 (NEET)" the code's own bracket
    return Mention(code.start, code.end, code.id, code.code, name, code.rule, code.note)


def _with_short_forms(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Each mention with the bracketed short form behind it, which is none of its own: "… (IMD)"."""
    end = 0
    for mention in mentions:
        if mention.start < end:
            continue
        end = mention.end
        if text[end : end + 1] == ")" and "(" in text[mention.start : end]:
            end += 1
        elif more := _SHORT_FORM.match(text, end) or _QUALIFIER.match(text, end):
            end = more.end()
        yield replace(mention, end=end, name=text[mention.start : end])
