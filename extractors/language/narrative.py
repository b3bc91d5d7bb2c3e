"""Decisions told in a sentence: "The Committee noted …", "It was agreed that …", "These were agreed as …"."""

import re
from collections.abc import Iterator

from extractors.language.limbs import Limb, limb_label, outcome_of, split_limb, trimmed
from extractors.language.sentences import sentence_bounds
from extractors.model import Block, Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("decisions.grammar")
_FAMILIES = tuple(
    (name.removeprefix("tell."), pattern) for name, pattern in _GRAMMAR.items() if name.startswith("tell.")
)
_NEEDED = {
    name.removeprefix("needs."): pattern for name, pattern in _GRAMMAR.items() if name.startswith("needs.")
}
_NEEDS_PRESENT = {
    "body", "body-now", "body-and", "paper", "short", "elliptic", "it-was", "these", "members", "given", "appointed",
}  # fmt: skip
_PASSIVE = {"paper", "short", "these", "referred", "deferred", "given", "appointed"}
"""What was done, not by whom."""
_OPENS_CLAUSE = {
    "alone", "paid", "given", "body", "body-now", "body-and", "paper", "record", "short", "referred", "elliptic",
    "these", "minutes-moved",
}  # fmt: skip
_COMMA = re.compile(r",\s+(?=(?:the|this|these|all|both)\b)")
_LONGEST_MATTER = 240
"""Characters of a sentence that "Agreed." behind it decides; a longer one is talk, and the word stands for itself."""
# What may stand between the start of the sentence and the start of the decision: a joint, or "At 3 p.m.".
_JOINED = re.compile(r"(?:\band|[,;:–-]|\bthen)\s*$|^\W*[Aa]t\b[^.]*$")


def narrative_limbs(document: Document, block: Block, start: int, end: int) -> Iterator[Limb]:
    """The decisions told in `text[start:end]`, a piece of `block`."""
    text = document.text
    if block.kind == "table_row" and _GRAMMAR["cell"].search(text, start, end):
        for cell in _GRAMMAR["cell"].finditer(text, start, end):
            yield from _told(document, block, *cell.span())
        return
    yield from _told(document, block, start, end)


def _told(document: Document, block: Block, start: int, end: int) -> Iterator[Limb]:
    text = document.text
    previous: tuple[int, int] | None = None
    found_here = settled = False
    for begin, stop in sentence_bounds(text, start, end):
        if settled and any(_GRAMMAR[name].fullmatch(text, begin, stop) for name in ("seconds", "carried")):
            continue  # who moved what the sentence before already says was decided
        match, rule = _first(document, begin, stop)
        settled = match is not None and rule != "decision.moved"
        if rule == "decision.alone" and begin == block.body:
            continue  # what stands before it says whether it was only put
        if previous and _is_carried(text, previous, begin, stop):
            yield Limb(previous[0], trimmed(text, begin, stop)[1], None, "agreed", "decision.carried")
            previous = None
            continue
        word = previous and _becomes(text, begin, stop)
        if word and previous and (not match or rule == "decision.members"):
            first = previous[0] if stop - previous[0] < _LONGEST_MATTER and not found_here else begin
            outcome = outcome_of(text[begin:stop], "agreed")
            yield Limb(first, trimmed(text, begin, stop)[1], None, outcome, "decision.word")
            found_here, previous = True, (begin, stop)
            continue
        if match is None:
            seconds = previous and _GRAMMAR["seconds"].fullmatch(text, begin, stop)
            previous = (previous[0] if previous and seconds else begin, stop)
            continue
        sentence = text[begin:stop]
        if _GRAMMAR["points_back"].match(sentence) and previous:
            end_of_limb = trimmed(text, begin, stop)[1]
            yield Limb(previous[0], end_of_limb, None, outcome_of(sentence, "agreed"), "decision.points-back")
        elif not (
            found_here
            and rule in ("decision.body", "decision.members", "decision.moved")
            and _GRAMMAR["bare"].search(sentence)
        ):
            yield from _limbs(text, block, match, stop, rule)
        found_here, previous = True, (begin, stop)


def _becomes(text: str, begin: int, stop: int) -> bool:
    """Whether the sentence only says what became of the one before: "Approved.", "All agreed."."""
    return any(_GRAMMAR[name].fullmatch(text, begin, stop) for name in ("only_done", "carried"))


def _is_carried(text: str, before: tuple[int, int], begin: int, stop: int) -> bool:
    """Whether "All in favour." or "Carried" stands behind a sentence that puts a motion."""
    return bool(_GRAMMAR["carried"].fullmatch(text, begin, stop) and _GRAMMAR["moved"].search(text, *before))


def _first(document: Document, begin: int, stop: int) -> tuple[re.Match[str] | None, str]:
    """The family that matches first in the sentence, and its match."""
    text = document.text
    found: list[tuple[int, int, re.Match[str], str]] = []
    for order, (name, pattern) in enumerate(_FAMILIES):
        if name in _NEEDED and not _NEEDED[name].search(text, begin, stop):
            continue
        match = pattern.search(text, begin, stop)
        if match is None:
            continue
        match = _without_run_on(pattern, match, text, stop)
        if name in _OPENS_CLAUSE and not _opens_clause(text, begin, match.start()):
            match = _behind_comma(pattern, match, text, stop)
        if match is None:
            continue
        if name in _PASSIVE and _GRAMMAR["another"].match(text, match.end(), stop):
            continue
        if name.startswith("body") and _another_body(document, match.group()):
            continue
        nearby = text[max(begin, match.start() - 30) : match.end()]
        if name in _NEEDS_PRESENT and _GRAMMAR["history"].search(nearby):
            continue
        found.append((match.start(), order, match, f"decision.{name}"))
    if not found:
        return None, ""
    _, _, match, rule = min(found, key=lambda each: each[:2])
    return match, rule


def _without_run_on(pattern: re.Pattern[str], match: re.Match[str], text: str, stop: int) -> re.Match[str]:
    """The match from the last place inside it where a new sentence begins, if it still ends where it did."""
    for start in reversed(
        [gap.end() for gap in _GRAMMAR["run_on"].finditer(text, match.start(), match.end())]
    ):
        later = pattern.match(text, start, stop)
        if later and later.end() == match.end():
            return later
    return match


def _behind_comma(
    pattern: re.Pattern[str], match: re.Match[str], text: str, stop: int
) -> re.Match[str] | None:
    """The match from a comma inside it on: "seconded by Cllr. Orme, the minutes were agreed"."""
    gaps = _COMMA.finditer(text, match.start(), match.end())
    later = (pattern.match(text, gap.end(), stop) for gap in gaps)
    return next((each for each in later if each and each.end() == match.end()), None)


def _opens_clause(text: str, begin: int, start: int) -> bool:
    """Whether a clause of the sentence that begins at `begin` begins at `start`."""
    before = text[begin:start]
    return len(before) <= 4 or bool(_JOINED.search(before)) or _runs_on(text, start)


def _runs_on(text: str, start: int) -> bool:
    """Whether a sentence begins at `start` with no full stop before it."""
    return any(
        gap.end() == start for gap in _GRAMMAR["run_on"].finditer(text, max(0, start - 12), start + 12)
    )


def _another_body(document: Document, words: str) -> bool:
    """Whether `words` name a body that is not the one whose minutes these are, where that is known."""
    named = _GRAMMAR["outside"].findall(words)
    if not named or not document.committee or "committee" in words.lower():
        return False
    return named[-1].lower() not in f"{document.committee} {document.title or ''}".lower()


def _limbs(text: str, block: Block, match: re.Match[str], stop: int, rule: str) -> Iterator[Limb]:
    start = match.end() if rule == "decision.advised" else match.start()
    outcome = "recommended" if rule == "decision.advised" else "agreed"
    speaks_on = _GRAMMAR["speaks_on"].search(text, match.end(), stop)
    stop = speaks_on.start() if speaks_on else stop
    listed = "following" in match.group() and text[match.end() : match.end() + 2].lstrip().startswith(":")
    first, *further = [(match.end(), stop)] if listed else split_limb(text, match.end(), stop)
    parts = [(start, first[1]), *further]
    for number, (begin, end) in enumerate(parts):
        begin, end = trimmed(text, begin, end)
        if number and not (outcome_of(text[begin:end], "") or _GRAMMAR["also_be"].match(text, begin, end)):
            continue
        if rule == "decision.lost":
            outcome = "rejected"
        elif rule != "decision.advised":
            said = text.find("seconded", begin, end) if rule == "decision.moved" else -1
            outcome = outcome_of(text[max(begin, said) : end], outcome)
        if end > begin:
            # "(a) The report was noted" is limb (a); "5. The Committee noted …" is paragraph 5.
            lettered = begin == block.body and re.search("[a-zA-Z]", block.label or "")
            yield Limb(begin, end, limb_label(block.label) if lettered else None, outcome, rule)
