"""Which quantities report performance or volume, and whether each is a level, a target, a comparison or a change."""

from collections.abc import Sequence
from typing import Literal

from extractors.language.quantity import Quantity
from extractors.vocabulary import grammar

Role = Literal["actual", "target", "benchmark", "change"]

_GRAMMAR = grammar("figures.grammar")
_DISTANCES = ("percent", "money", "duration", "rate")
_DOUBLE = 200.0
"""Per cent: from here on a share in words is a multiple ("doubled")."""
_REACH = 110
"""Characters of the sentence before a figure in which its role is looked for."""


def reports(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """Whether `quantity`, in the sentence `text[start:end]`, reports performance or volume.

    A limit does not ("income must be below £53,000"), nor a stretch of time that only says how long.
    """
    before = text[max(start, quantity.start - _REACH) : quantity.start + quantity.lead]
    if _GRAMMAR["limit"].search(before) or _GRAMMAR["size"].search(before):
        return False
    if quantity.kind == "count" and _GRAMMAR["came"].match(text, quantity.end, end):
        return False
    if quantity.kind == "count" and _GRAMMAR["made_of"].search(before):
        return not _GRAMMAR["made_noun"].search(quantity.noun or "")
    if quantity.kind == "percent" and _defines_rating(text, start, end, quantity, before):
        return False
    if quantity.kind == "duration":
        if _GRAMMAR["time_after"].match(text, quantity.end, end):
            return True
        if _GRAMMAR["time_moved"].search(before):
            return True
        if _GRAMMAR["exact_time"].match(text, quantity.start + quantity.lead, end):
            return not _GRAMMAR["time_never"].search(before)
        return bool(_GRAMMAR["time_before"].search(before)) and not _GRAMMAR["time_never"].search(before)
    return not (quantity.kind == "percent" and _GRAMMAR["percent_name"].match(text, quantity.end, end))


def _defines_rating(text: str, start: int, end: int, quantity: Quantity, before: str) -> bool:
    """Whether a colour is explained by this share: "up to 25% complete: red"."""
    if not _GRAMMAR["rating_words"].search(text, start, end):
        return False
    defined = _GRAMMAR["rating_of"].match(text, quantity.end, end)
    if defined and (defined["done"] or quantity.comparator or " " in text[quantity.start : quantity.end]):
        return True
    is_rule = _GRAMMAR["rating_any"].search(before) and _GRAMMAR["rating_after"].match(
        text, quantity.end, end
    )
    return bool(is_rule)


def roles_of(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> list[Role]:
    """The roles of the quantities of one sentence: a change holds for the next ("by 19K and year to date 23K")."""
    roles: list[Role] = []
    for index, quantity in enumerate(quantities):
        role = role_of(text, start, end, quantity)
        earlier = quantities[index - 1] if index else None
        like_earlier = earlier and roles[-1] in ("change", "target") and earlier.unit == quantity.unit
        joint = text[earlier.end : quantity.start] if earlier else ""
        if like_earlier and _GRAMMAR["and_too" if roles[-1] == "change" else "and_target"].search(joint):
            role = roles[-1]
        if earlier and roles[-1] == "benchmark" and _GRAMMAR["and_there"].search(joint):
            role = "benchmark"
        is_again = earlier and earlier.kind != "points" and _GRAMMAR["in_brackets"].search(joint)
        if is_again and roles[-1] == "change" and role != "benchmark":
            role = "change"
        roles.append(role)
    return roles


def _moves_from(before: str, after: str) -> bool:
    """ "from 61% to 68%": the first is an earlier level; "from 45 volunteers" is none."""
    if _GRAMMAR["back_from"].search(before):  # "to 1,023 from 871"
        return True
    return bool(_GRAMMAR["from"].search(before) and _GRAMMAR["from_to"].match(after))


def role_of(text: str, start: int, end: int, quantity: Quantity) -> Role:
    """The role of `quantity` in the sentence `text[start:end]`, from the words around it."""
    before = text[max(start, quantity.start - _REACH) : quantity.start]

    def follows(name: str) -> bool:
        return bool(_GRAMMAR[name].match(text, quantity.end, end))

    if before.endswith("(") and follows("bracket_to"):
        return "benchmark"
    if quantity.kind in _DISTANCES and _GRAMMAR["set_to"].search(before):
        return "target"
    if quantity.moved:
        is_level = quantity.kind == "points" and _GRAMMAR["gap_level"].search(before)
        return "actual" if is_level else "change"
    if quantity.kind == "share" and quantity.value >= _DOUBLE:
        return "change" if _GRAMMAR["multiplied"].search(text, quantity.start, quantity.end) else "actual"
    if quantity.kind != "share" and (_GRAMMAR["change_before"].search(before) or follows("short")):
        return "change"
    if quantity.kind == "share" and _GRAMMAR["away_by"].search(before):
        return "change"
    if quantity.kind in _DISTANCES and (
        _GRAMMAR["away_by"].search(before)
        or _GRAMMAR["up_or_down"].search(before)
        or follows("change_after")
        or follows("away_after")
    ):
        return "change"
    is_target = _GRAMMAR["target_before"].search(before) or follows("target_after")
    if is_target and quantity.kind != "ratio" and not _GRAMMAR["against_target"].search(before):
        return "target"
    if _GRAMMAR["benchmark_before"].search(before) or _moves_from(before, text[quantity.end : end]):
        return "benchmark"
    if quantity.kind != "count" and follows("benchmark_after"):
        return "benchmark"
    return "actual"
