"""People: who is named, and on which side of the table they sit."""

import pytest

from extractors import questions
from tests.documents import parsed

ATTENDANCE = """Aldermoor Borough Council
PRESENT: Councillor Joan Applegarth (Chair), Councillors Orchard, P. Maddox and Mary O'Flaherty
IN ATTENDANCE: Ms L. Farrow (Climate Programme Lead), Mr D Sowerby, Area Engineer, Tom Garrick (Clerk)
# 1. Apologies
# 2. Minutes
# 3. Street Cleaning
"""


def named(text: str) -> list[tuple[str, str]]:
    page = parsed(ATTENDANCE + text)
    start = page.document.blocks[-1].body
    return [(p.words(page.text), p.side) for p in page.people if p.start >= start and p.kind != "bare"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cllr. Orchard asked why.", [("Cllr. Orchard", "member")]),
        ("The Director of Children and Adults responded.", [("The Director of Children and Adults", "officer")]),
        ("The Assistant Director, Policy, Planning and Performance introduced it.",
         [("The Assistant Director, Policy, Planning and Performance", "officer")]),
        ("Ms Farrow replied.", [("Ms Farrow", "officer")]),
        ("Mr Sowerby advised.", [("Mr Sowerby", "officer")]),
        ("TG advised.", [("TG", "officer")]),
        ("Jane Orme, Head of Housing, said so.", [("Jane Orme, Head of Housing", "officer")]),
        ("The Portfolio Holder for Finance, Councillor Rooke, replied.",
         [("The Portfolio Holder for Finance, Councillor Rooke", "member")]),
        ("A Member asked officers.", [("A Member", "member"), ("officers", "officer")]),
        ("A member of the public asked the Panel.",
         [("A member of the public", "guest"), ("the Panel", "member")]),
        ("An Cathaoirleach, Cllr. Orchard, asked.", [("An Cathaoirleach, Cllr. Orchard", "member")]),
        ("Baroness Vane of Marsh asked.", [("Baroness Vane", "unknown")]),
        ("Councillors Orchard and Maddox asked.", [("Councillors Orchard and Maddox", "member")]),
    ],
)  # fmt: skip
def test_who_is_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_the_roster_reads_lists_and_introductions() -> None:
    roster = parsed(ATTENDANCE + "Ines Vance, Head of Parks, spoke.").roster
    sides = {name: entry.side for name in ("Orchard", "Maddox", "L. Farrow", "Sowerby", "Garrick", "Ines Vance")
             if (entry := roster.find(name))}  # fmt: skip
    assert sides == {"Orchard": "member", "Maddox": "member", "L. Farrow": "officer", "Sowerby": "officer",
                     "Garrick": "officer", "Ines Vance": "officer"}  # fmt: skip


_PANEL = "Weir Panel – 3 June 2025\n\nAttendees:\n\n{who}\n\nAnn Hay, Head of Weirs\n\n1. Weirs\n\n{talk}\n"


@pytest.mark.parametrize(
    ("who", "talk", "asker"),
    [
        (
            "Tenant members – Moira, Doreen, Kath B, Kath T",
            "Moira raised the gate that nobody shuts.",
            "Moira",
        ),
        ("Residents: Moira, Doreen and Alf", "Alf wanted to know who mends the gate.", "Alf"),
        ("Tenant reps – Kath B, Kath T and Alf", "Kath T queried the cost of the gate.", "Kath T"),
    ],
)
def test_members_of_a_panel_known_by_their_first_names(who: str, talk: str, asker: str) -> None:
    found = list(questions.find(parsed(_PANEL.format(who=who, talk=talk))))
    assert [each.asker for each in found] == [asker]


@pytest.mark.parametrize("who", ["Tenant members – none", "Apologies: Weirs, Gates", "Ann Hay"])
def test_no_first_names(who: str) -> None:
    page = parsed(_PANEL.format(who=who, talk="Moira raised money for the gate, and Weirs raised none."))
    assert not list(questions.find(page))
