"""Where the name of a measure ends in running prose: at a finite verb, a new clause, a time or an aside."""

import re

from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_phrases.grammar")
_TOKEN = re.compile(r"\([^()]{1,60}\)|\d{1,3}(?:,\d{3})+|[\w£€%’'&/+*.-]*\w[\w%’']*|%|[^\s]")
_LIST = re.compile(r",\s+(?!the\s[A-Z])[\w’'-]+(?:\s[\w’'-]+)?(?:\s[\w’'-]+)?,?\s+(?:and|or)\s+[\w’'-]+")
_RATINGS = ("RED", "AMBER", "GREEN", "Latest")
_RELATIVE = ("who", "that", "which", "where")
_BESIDES = re.compile(
    r"which\s(?:was|is|has|had|would|will|now|stood|showed|meant|means)\b|where\s(?:the|an?|it|there|this)?\s?(?:performance|target|figure|council|data|team)\b",
    re.IGNORECASE,
)
"""A clause that goes on about the measure and belongs not to its name: "… of assessments, which was slightly below"."""
_QUOTES = "“”‘’\"'"
_OPENER = re.compile(r"about|regarding|noted|asked|reported|queried|discussed|raised|and", re.IGNORECASE)
_SMALL_OPENING = re.compile(r"(?:(?:for|of|in|on|to|with|from|by|at|or)\s)+", re.IGNORECASE)
_JOINT = re.compile(r"(?:,\s|,?\s(?:and|or|&)\s)(?:of\s|for\s|in\s)?$")
_LONGEST = 18
"""Words. Published titles run to about so many; beyond that it is a sentence."""
_NO_LINK = re.compile(
    r"\b(?!(?:of|in|on|at|to|for|by|with|from|as|per|is|was|had|has|have)\b)[\w’'-]+\s$", re.IGNORECASE
)
"""Before an article, a word that governs no noun."""
_LOOSE_END = re.compile(
    r"(?:[\s,–—-]+|\s+(?:the|an?|of|in|on|at|to|for|by|with|from|and|or|who|that|which|their|its|our|not|being|having|over|"
    r"between|within|more|less|up|down|would|will|could|was|were|is|are|had|has|have))+$",
    re.IGNORECASE,
)


def end_of_name(text: str, start: int, stop: int, verbs: int = 0) -> int:
    """Where the name that begins at `text[start]` ends, at most `stop`; `start` where no name begins there.

    A clause with "who" or "that" belongs to the name with its verb; the verb after that does not. `verbs` is 1 where
    the name is such a clause from its start.
    """
    end = start
    for count, match in enumerate(_TOKEN.finditer(text, start, stop)):
        if count >= _LONGEST:
            break
        word = match.group().lower()
        if _ends_before(text, match, start, stop):
            break
        if word in _RELATIVE:
            if end == start or _BESIDES.match(text, match.start()):
                break
            verbs = 1
        elif word == "after" and text[start:end].lower().endswith("looked"):  # "looked after children"
            pass
        elif _stops(match, end > start) and not (end == start and word == "officers"):
            if not verbs or not _GRAMMAR["verb_of_clause"].fullmatch(word):
                break
            verbs = 0 if word not in ("have", "has", "had", "been", "be") else verbs
        end = match.end()
    return start + len(_trim(text[start:end]))


def _begin_of_name(text: str, start: int, stop: int) -> int:
    """Where the words that end at `stop` begin to be a name, not before `start`; `stop` where they are none."""
    begin = stop
    for match in reversed(list(_TOKEN.finditer(text, start, stop))):
        word = match.group()
        if not re.search(r"[^\W\d]", word) or word[-1] in ".,;:" or _GRAMMAR["name_stop"].fullmatch(word):
            break
        if _OPENER.fullmatch(word):
            break
        begin = match.start()
    small = _SMALL_OPENING.match(text, begin, stop)
    return small.end() if small else begin


def begin_of_title(text: str, start: int, stop: int) -> int:
    """Where the published title that ends at `stop` begins: as `_begin_of_name`, but over "and" and a list's commas."""
    begin = _begin_of_name(text, start, stop)
    while begin > start and (joint := _JOINT.search(text, start, begin)):
        before = _begin_of_name(text, start, joint.start())
        if before == joint.start():
            break
        begin = before
    return begin


def _stops(match: re.Match[str], inside: bool) -> bool:
    """Whether the word is one that no name has; a capital inside a name makes "Needs" or "Shows" a part of it."""
    word = match.group()
    if inside and word.istitle() and not _GRAMMAR["speaker"].fullmatch(word):
        return False
    return bool(_GRAMMAR["name_stop"].fullmatch(word)) or word in _RATINGS


def _ends_before(text: str, match: re.Match[str], start: int, stop: int) -> bool:
    """Whether the name is over before this word or mark."""
    word = match.group()
    if word in _QUOTES:
        opens = text[match.end() : match.end() + 1].isalnum()
        return match.start() == start if opens else not any(q in text[start : match.start()] for q in _QUOTES)
    if word == ",":
        listed = _LIST.match(text, match.start(), stop)
        return not listed or _GRAMMAR["ended"].search(listed.group()) is not None
    if not re.search(r"[\w%)]", word) or (word.endswith(".") and match.end() >= stop):
        return True
    if (
        word == "a"
        and text[match.end() + 1 : match.end() + 2].isupper()
        and _NO_LINK.search(text, start, match.start())
    ):
        return True  # "… sickness absence a Working Group was set up"
    if word.lower() in ("and", "or", "&"):
        return bool(_GRAMMAR["new_part"].match(text, match.end() + 1))
    if _GRAMMAR["aside"].match(text, match.start(), stop):
        return True
    return word.startswith("(") and not _abbreviates(word)


def _abbreviates(bracket: str) -> bool:
    """Whether a bracket belongs to the name: a short form, or a few words of it."""
    return len(bracket.split()) <= 3 and not re.search(r"\d", bracket)


def _trim(name: str) -> str:
    return _LOOSE_END.sub("", name.rstrip(" .,;:–—-"))
