"""When an action falls due, in the words of the minutes."""

from extractors.language.standards import is_standard
from extractors.vocabulary import grammar

_GRAMMAR = grammar("due_phrases.grammar")


def find_due(text: str, start: int, end: int, verb: int | None = None) -> str | None:
    """The phrase of `text[start:end]` that says when, as printed: the first after the verb, else the first.

    A time that the clause only speaks of ("the report for 2023") is none.
    """
    found = list(_GRAMMAR["due"].finditer(text, start, end))
    after = [match for match in found if verb is None or match.start() >= verb]
    match = next(iter(after or found), None) or _GRAMMAR["due_bare"].search(text, verb or start, end)
    return " ".join(match.group().split()) if match else None


def find_due_of_deed(text: str, start: int, end: int, verb: int | None = None) -> str | None:
    """As `find_due`, passing over what is a standard: in "every report be inspected within ten days from May" May."""
    found = list(_GRAMMAR["due"].finditer(text, start, end))
    if not any(is_standard(text, start, match) for match in found):
        return find_due(text, start, end, verb)
    own = [match for match in found if not is_standard(text, start, match)]
    after = [match for match in own if verb is None or match.start() >= verb]
    return next((" ".join(match.group().split()) for match in after or own), None)


def find_due_before(text: str, start: int, end: int) -> str | None:
    """The phrase that says when, just before a clause that begins at `end` ("said that in May | she would report")."""
    found = [
        match
        for match in _GRAMMAR["due"].finditer(text, start, end)
        if text[match.end() : end].strip(" ,") in ("", "that")
    ]
    return " ".join(found[-1].group().split()) if found else None


def find_deadline(text: str, start: int, end: int) -> str | None:
    """The closing day that a sentence sets for others ("open for consultation until 4 May")."""
    match = _GRAMMAR["deadline"].search(text, start, end)
    return " ".join(match["when"].split()) if match else None
