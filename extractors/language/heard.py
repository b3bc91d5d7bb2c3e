"""Who asks and who answers, heard from the minutes' own words: the side of those whom no list of names explains.

Boards, schools and patient groups print everybody alike ("Mark Bell asked …", "SW replied …"). Whoever only asks sits
with the members, whoever only answers and presents with the officers; of who does both nothing is known.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from extractors.language.marks import is_first_name, is_pair, is_somebody
from extractors.language.naming import GRAMMAR, OFFICE_PATTERN, Side
from extractors.model import Document
from extractors.vocabulary import grammar

_SPEECH = grammar("speech.grammar")
_ASKS = "|".join(
    _SPEECH[name].pattern for name in ("class.ask", "class.concern", "class.request", "puts_views")
)
# "Key Points raised:", "Three Lakes reported in May" are no sayings of anybody.
_NO_SAYING = r"(?!\s*[:.]|\s+(?:by|in|at|during|from|below|above)\b)"
_SAID = re.compile(
    rf"(?<![\w’'.-])(?P<name>(?:{GRAMMAR['bare'].pattern})|[A-Z]{{2,4}}|{GRAMMAR['word'].pattern})\s+"
    rf"(?:(?:also|then|further|again|next)\s+)?"
    rf"(?:(?P<asks>(?i:{_ASKS}))|(?P<answers>(?i:{_SPEECH['answers_for'].pattern}))"
    rf"|(?P<says>(?i:{_SPEECH['class.say'].pattern}))){_NO_SAYING}"
)
_MOSTLY = 3
"""Times as often as the other: who does one of the two so much oftener is known by it."""


def sides_heard(document: Document) -> Iterator[tuple[str, Side]]:
    """Names, initials and first names that speak in the document, each with the side that it is heard on."""
    asks: defaultdict[str, int] = defaultdict(int)
    answers: defaultdict[str, int] = defaultdict(int)
    for block in document.blocks:
        for match in _SAID.finditer(document.text, block.body, block.end):
            name = match["name"]
            if name in asks or _is_person(document.text, name):
                asks[name] += match["asks"] is not None
                answers[name] += match["answers"] is not None
    for name, asked in asks.items():
        yield name, _side(asked, answers[name])


def _is_person(text: str, name: str) -> bool:
    if name.isupper() and " " not in name:
        return is_pair(name) or is_somebody(text, name)
    if " " not in name:
        return is_first_name(text, name) and not OFFICE_PATTERN.search(name)
    return not (OFFICE_PATTERN.search(name) or GRAMMAR["body"].search(name) or GRAMMAR["no_name"].match(name))


def _side(asked: int, answered: int) -> Side:
    if asked > _MOSTLY * answered:
        return "member"
    return "officer" if answered > _MOSTLY * asked else "unknown"
