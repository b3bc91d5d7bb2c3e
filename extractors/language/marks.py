"""Whether initials or a first name at the edge of a paragraph mean somebody whom the minutes name elsewhere."""

import re

from extractors.vocabulary import words

_BODIES = frozenset(words("body_abbreviations.txt"))
_EVERYBODY = frozenset(("ALL", "All", "Clerk", "Chair"))
# Councils and companies: "NCC", "PC"; and what the last of their words is, where the text prints it.
_CORPORATE = re.compile(r"[A-Z]{1,3}C")
_BODY = r"(?!(?:Council|Committee|Commission|Centre|College|Club|Church|Company|Clinic|Charity|Cabinet)\b)"


def is_somebody(text: str, who: str) -> bool:
    """Whether each of the initials or names in `who` ("JS", "JS/PV", "Robin") is that of a person in `text`."""
    return all(_is_one(text, name) for name in re.findall(r"[A-Za-z]+", who) if name != "and")


def is_pair(letters: str) -> bool:
    """Whether they are two letters that hardly any body goes by, so that whoever speaks by them is a person."""
    return len(letters) == 2 and letters not in _BODIES and not _CORPORATE.fullmatch(letters)


def is_first_name(text: str, name: str) -> bool:
    """Whether `text` prints the name with a surname, or with the initial of one ("Robin H")."""
    return re.search(rf"\b{re.escape(name)} [A-Z](?:[a-z]|\b)", text) is not None


def _is_one(text: str, name: str) -> bool:
    if name in _EVERYBODY:
        return True
    if not name.isupper():
        return is_first_name(text, name)
    if name in _BODIES:
        return False
    spelt = rf"\b{name[0]}[a-z’'-]+ (?:[A-Z]\w* )?{_BODY}{name[-1]}[a-z]"
    behind = rf"\b{name[0]}[a-z’'-]+(?: {_BODY}[A-Z][\w’'-]*){{0,2}},? \({name}\)"
    if _CORPORATE.fullmatch(name):
        return re.search(rf"{behind}|\b{name}[ –-]+{spelt}", text) is not None
    return re.search(rf"\({name}\)|{spelt}", text) is not None
