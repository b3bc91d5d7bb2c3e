"""Actions: promises, requests, suggestions, agreed limbs, and what is none."""

import pytest

from extractors import actions
from tests.documents import parsed

ITEM = """Present: Councillor Jane Orme (Chair), Councillor Piet Vance
In attendance: Ms A Dee (Head of Highways), Mr T Fell (Director of Housing)
# 1. Apologies
# 2. Street Lighting
"""


def found(text: str, **known: str) -> list[tuple[str, str, str | None, str, str | None]]:
    """(words, commitment, owner, kind, due) of each action."""
    page = parsed(ITEM + text, **known)
    return [
        (page.text[a.start_char : a.end_char], a.commitment, a.owner, a.kind, a.due)
        for a in actions.find(page)
    ]


@pytest.mark.parametrize(
    ("text", "commitment", "owner", "kind", "due"),
    [
        ("Ms Dee undertook to circulate the list of lamps to Members.", "promised", "Ms Dee", "information", None),
        ("The Chair agreed to write to the Minister before the next meeting.", "agreed", "The Chair", "letter",
         "before the next meeting"),
        ("Officers would report back to the Committee within six months.", "promised", "Officers", "report",
         "within six months"),
        ("A briefing note would be circulated by the end of March.", "promised", None, "briefing note",
         "by the end of March"),
        ("Councillor Vance asked that the map be sent to all ward members.", "requested", None, "information", None),
        ("It was suggested that a site visit be arranged.", "suggested", None, "visit", None),
        ("RESOLVED that officers be requested to review the contract.", "agreed", "officers", "review", None),
    ],
)  # fmt: skip
def test_one_action(text: str, commitment: str, owner: str | None, kind: str, due: str | None) -> None:
    assert [each[1:] for each in found(text)] == [(commitment, owner, kind, due)]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that the report be noted.",
        "Councillor Vance asked whether the list would be circulated.",
        "Ms Dee said that work was under way and would continue.",
        "If the grant were refused, officers would review the plan.",
        "Ms Dee explained that there would be no further consultation.",
    ],
)
def test_no_action(text: str) -> None:
    assert found(text) == []
