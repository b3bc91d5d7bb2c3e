"""Leads: a line that says what the list under it holds ("Members asked questions, which included:")."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.language.lead_kinds import LeadKind, is_only, kind_of
from extractors.language.outline import Outline
from extractors.language.people import Person
from extractors.language.sentences import sentence_bounds
from extractors.model import Block, Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("questions.grammar")
_DECIDES = re.compile(
    r"(?i:(?:it was |the \w+ )?(?:unanimously )?(?:resolved|agreed|recommended)\b(?: unanimously)?(?: that| to)?"
    r"|decisions?)\s*[:–—-]*$|(?:RESOLVED|AGREED|RECOMMENDED|DECISION)\b"
)
"""What ends a list of what was asked: the points that follow are what was decided."""
_NEAR = 90
"""Characters before the list in which "the following" speaks of it."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentence `text[start:end]` stands over the list of `blocks` (their indices)."""

    start: int
    end: int
    kind: LeadKind
    asker: Person | None
    """Who asked, as the lead says: the first member or guest named in it that asks for none."""
    responder: Person | None
    """Who answers: the first officer named in it, or a pronoun."""
    asks: bool
    """Whether it speaks of questions, so that what follows one inside a point is its answer."""
    nobody: bool
    """Whether it says of nobody that they made the points, which may then be an officer's, too."""
    blocks: range


@dataclass(frozen=True, slots=True)
class Leads:
    """`over` has the innermost lead over each block that has one; `heads` the leads by their own start."""

    over: dict[int, Lead]
    heads: dict[int, Lead]
    foreign: frozenset[int]
    """The blocks of lists of what was asked elsewhere ("The survey asked the following questions:")."""


def read_leads(document: Document, outline: Outline, people: Sequence[Person]) -> Leads:
    """Every lead of the document, with the list under it, which may be empty."""
    over: dict[int, Lead] = {}
    heads: dict[int, Lead] = {}
    foreign: set[int] = set()
    for index, block in enumerate(document.blocks):
        titled = outline.parts[index] == "heading" and _announces(document.words(block))
        if (outline.parts[index] != "discussion" and not titled) or block.kind == "table_row":
            continue
        bounds = sentence_bounds(document.text, block.body, block.end)
        if not bounds:
            continue
        listed = _list_under(document, outline, index)
        lead = _lead(document, index, bounds[-1], people, listed)
        if lead:
            lead = _under_asked(document.text, outline, lead, heads.values())
            over.update(dict.fromkeys(lead.blocks, lead))
            heads[lead.start] = lead
        elif _is_foreign(document.text[slice(*bounds[-1])]):
            foreign.update(listed)
    return Leads(over, heads, frozenset(foreign))


def _lead(
    document: Document, index: int, bound: tuple[int, int], people: Sequence[Person], listed: range
) -> Lead | None:
    sentence = document.text[slice(*bound)]
    opens = bool(_GRAMMAR["lead_end"].search(sentence))
    if not opens and not (listed and re.search(r"\b(?:the following|includ\w+)\b", sentence[-_NEAR:])):
        return None
    replied = _GRAMMAR["lead_replied"].search(sentence)
    said = replied.start() if replied else len(sentence)
    named = [person for person in people if bound[0] <= person.start and person.end <= bound[0] + said]
    kind = kind_of(f"{sentence[:said]}:" if replied else sentence, named, bound[0])
    if kind is None or _is_decision(document, sentence, listed):
        return None
    if kind == "asked" and listed and _is_presentation(document, index, bound[0], sentence):
        kind = "told"
    asker = next((p for p in named if _may_ask(document.text, p, bound[1])), None)
    asker = asker or _unlisted(document.text, *bound)
    if asker is None and kind == "asked" and named and is_only(sentence, named[0], bound[0]):
        asker = named[0]
    responder = next((p for p in named if p.side == "officer" or p.kind == "pronoun"), None)
    asks = bool(re.search(r"\b(?:question|quer|enquir|ask)", sentence, re.IGNORECASE))
    nobody = asker is None and bool(_GRAMMAR["lead_nobody"].match(sentence))
    return Lead(*bound, kind, asker, responder, asks, nobody, listed)


def _may_ask(text: str, person: Person, end: int) -> bool:
    """Whether the points may be the person's: a member's or guest's who does not only call for them."""
    if person.side not in ("member", "guest") or person.kind == "pronoun":
        return False
    return not _GRAMMAR["lead_invites"].match(text, person.end, end)


def _under_asked(text: str, outline: Outline, lead: Lead, before: Iterable[Lead]) -> Lead:
    """A name alone over points, under a lead that says who was questioned ("Members asked the Director:", "Mr Orme:"),
    is that of one who asks, whatever his title."""
    who = lead.asker or lead.responder
    if (
        who is None
        or who.kind != "named"
        or lead.start != who.start
        or text[who.end : lead.end].strip(" :–—-")
    ):
        return lead
    item = outline.item_at(lead.start)
    opened = any(
        each.kind == "asked"
        and (not each.blocks or lead.blocks.start - 1 in each.blocks)
        and outline.item_at(each.start) == item
        for each in before
    )
    return replace(lead, kind="asked", asker=who, responder=None) if opened else lead


def _is_foreign(sentence: str) -> bool:
    """Whether the list under the sentence was asked or said by a paper or elsewhere."""
    return bool(_GRAMMAR["lead_end"].search(sentence) and _GRAMMAR["lead_thing"].match(sentence))


def _is_decision(document: Document, sentence: str, listed: range) -> bool:
    """Whether points under nothing but a body's name are what it decided ("The Board: noted …; agreed …")."""
    if not _GRAMMAR["lead_body"].fullmatch(sentence):
        return False
    return any(_GRAMMAR["decided"].match(document.text, document.blocks[at].body) for at in listed[:1])


def _unlisted(text: str, start: int, end: int) -> Person | None:
    """One without a title, whom no list of those present names, but who puts questions ("Ann Finch asked:")."""
    found = _GRAMMAR["lead_unlisted"].match(text, start, end)
    return Person(*found.span("who"), "named", "member") if found else None


def _announces(title: str) -> bool:
    """Whether what stands as a heading only leads to the list under it ("Mr Finch raised the following queries")."""
    return title.endswith((":", " –", " -", " —")) or bool(_GRAMMAR["lead_title"].search(title))


def _is_presentation(document: Document, index: int, begin: int, sentence: str) -> bool:
    """Whether points made by nobody in particular stand under one who has just presented the paper."""
    if not _GRAMMAR["lead_presented"].fullmatch(sentence):
        return False
    before = document.blocks[max(0, index - 1)].body
    return bool(_GRAMMAR["presenting"].search(document.text, before, begin))


def _list_under(document: Document, outline: Outline, index: int) -> range:
    """The points that follow block `index`, labelled in another style than it, to the end of the list."""
    blocks = document.blocks
    own = _style(blocks[index])
    stop = index + 1
    for at in range(index + 1, len(blocks)):
        block = blocks[at]
        if at == stop == index + 1 and outline.parts[at] == "heading" and document.words(block).endswith(":"):
            continue  # what the first points are about, and no new part
        if outline.parts[at] != "discussion" or block.kind in ("heading", "table_row"):
            break
        style = _style(block)
        if style is None and _DECIDES.match(document.words(block)):
            break
        if style and style != own:
            stop = at + 1
        elif style or at > stop:
            break  # the lead's own numbering goes on, or two paragraphs without a label
    return range(index + 1, stop)


def _style(block: Block) -> str | None:
    """The make of the label: number, letter, bullet."""
    if not block.label:
        return "bullet" if block.kind == "bullet" else None
    bare = block.label.strip("().[] ")
    if bare.replace(".", "").isdigit():
        return "number"
    return "letter" if bare.isalpha() and bare.isascii() and bare != "o" else "bullet"
