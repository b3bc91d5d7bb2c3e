"""Wordings of actions by family, each with sentences that look like them and are none."""

import pytest

from extractors import actions
from tests.documents import parsed

ITEM = """Present: Councillor Jane Orme (Chair), Councillor Piet Vance
In attendance: Ms A Dee (Head of Highways)
# 4. Allotments
The Head of Highways presented the paper.
"""


def found(text: str) -> list[actions.Action]:
    return list(actions.find(parsed(ITEM + text)))


FOUND = [
    ("It was proposed by Councillor Orme, seconded by Councillor Vance, that a task group be established.",
     "suggested", "other", None),
    ("Councillor Orme proposed, and Councillor Vance seconded, that a working party be set up.",
     "suggested", "other", None),
    ("It was suggested that we contact the water company.", "suggested", "liaise", None),
    ("Councillor Vance suggested regular meetings with the tenants.", "suggested", "other", None),
    ("Members should send their comments to the Clerk by Friday.", "suggested", "information", None),
    ("Ms Dee was content to provide figures for each site.", "promised", "information", "Ms Dee"),
    ("Asked whether a list could be printed, Ms Dee agreed that it would be.", "promised", "other", "Ms Dee"),
    ("PG took an action to ring the plumber.", "promised", "liaise", "PG"),
    ("JD offered to speak to the tenants.", "promised", "liaise", "JD"),
    ("Ms Dee said that she would be happy to share the plans.", "promised", "information", "Ms Dee"),
    ("Ms Dee undertook to have the drain cleaned.", "promised", "other", "Ms Dee"),
    ("Ms Dee will lead on this.", "promised", "other", "Ms Dee"),
    ("To be discussed at the next meeting.", "agreed", "liaise", None),
    ("A written answer would follow.", "promised", "information", None),
    ("There would be a report on rents in six months.", "promised", "other", None),
    ("The gates would be replaced by the Head of Highways.", "promised", "other", "the Head of Highways"),
    ("The query would be picked up with the landlord.", "promised", "liaise", None),
    ("More work would be done on the rents.", "promised", "investigate", None),
    ("The tap would be chased up with the water company.", "promised", "liaise", None),
    ("The site would reopen on 4 May.", "promised", "other", None),
    ("A consultation on the rents will take place in the autumn.", "promised", "other", None),
    ("The Panel asked for an update in six months.", "requested", "report", None),
    ("Members asked to see the waiting list.", "requested", "information", None),
    ("The Committee asked to be kept informed.", "requested", "information", None),
    ("Councillor Vance was alarmed by the theft and asked for it to be reported.", "requested", "report", None),
    ("Members agreed that future reports show lettings by site.", "agreed", "report", None),
    ("The Committee agreed that the Director of Finance would present a new forecast.", "agreed", "report",
     "the Director of Finance"),
    ("It was agreed that the working group would draft new rules.", "agreed", "other", "the working group"),
    ("It was agreed for the Clerk to order a skip.", "agreed", "other", "the Clerk"),
    ("It was agreed that a letter issue to the Minister.", "agreed", "letter", None),
    ("The Committee approved the commencement of a consultation on rents.", "agreed", "other", None),
    ("RESOLVED that the programme be approved, with the addition of an item on bees.", "agreed",
     "add to work programme", None),
    ("RESOLVED to receive a further report in March.", "agreed", "report", None),
    ("RESOLVED: to object on grounds of noise.", "agreed", "other", None),
    ("AP1: Clerk to ring the plumber.", "agreed", "liaise", "Clerk"),
    ("Action for Head of Highways: provide the plans.", "agreed", "information", "Head of Highways"),
    ("Water butts – Clerk to obtain a price.", "agreed", "other", "Clerk"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "commitment", "kind", "owner"), FOUND)
def test_families(text: str, commitment: str, kind: str, owner: str | None) -> None:
    (action,) = found(text)
    assert (action.commitment, action.kind, action.owner) == (commitment, kind, owner)


@pytest.mark.parametrize(
    "text",
    [
        "The Chairman to report apologies for absence.",
        "The Clerk to receive declarations of interest.",
        "PG reported that rents were up.",
        "It was proposed by Councillor Orme and seconded by Councillor Vance that the minutes be approved.",
        "It was moved by Councillor Orme, seconded by Councillor Vance and RESOLVED: That the minutes be confirmed.",
        "The notes of the Council meeting held in May be approved as a correct record.",
        "RESOLVED to continue consideration of the rents pending the figures to be provided by Ms Dee.",
        "A consultation will take place.",
        "Members should be proud of the site.",
        "The Committee approved the minutes with the addition of a comma.",
    ],
)
def test_lookalikes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The Clerk will write to the council on winter gritting.", None),
        ("The Clerk will circulate the quarterly list.", None),
        ("The Clerk will circulate the list quarterly.", "quarterly"),
        ("RESOLVED that the Clerk report back in two cycles.", "in two cycles"),
        ("The Clerk will issue the rules before half term.", "before half term"),
        ("The Clerk will bring prices to its meeting in June.", "to its meeting in June"),
    ],
)
def test_due(text: str, due: str | None) -> None:
    (action,) = found(text)
    assert action.due == due


STACKED = """# 5. Actions
Action
Who
When
Ring the plumber about the tap
PG
next meeting
Obtain a price for the fence
Clerk
Paint the shed
JD
ASAP
# 6. Accounts
The accounts were in order.
"""


def test_a_table_printed_one_cell_a_line() -> None:
    rows = [(action.owner, action.due, action.kind) for action in found(STACKED)]
    assert rows == [("PG", "next meeting", "liaise"), ("Clerk", None, "other"), ("JD", "ASAP", "other")]


def test_a_mark_with_a_time() -> None:
    (action,) = found("The fence was rotten and needed a survey.\nAction – Head of Parks (June 2019)\n")
    assert (action.owner, action.due) == ("Head of Parks", "June 2019")


@pytest.mark.parametrize(
    ("text", "owner", "kind"),
    [
        ("Robin Fell was there.\nRobin to speak to the school.", "Robin", "liaise"),
        ("Cllr Vance to paint the shed.", "Cllr Vance", "other"),
        ("RESOLVED Councillor Vance to write to the landlord.", "Councillor Vance", "letter"),
        ("RESOLVED that Cabinet be asked to review the rents.", "Cabinet", "review"),
        ("A briefing for all Members would be arranged.", None, "training"),
        ("The paper would come back to the Committee in May.", None, "report"),
        (
            "Councillor Vance reported a broken tap; the Head of Highways would mend it.",
            "the Head of Highways",
            "other",
        ),
        ("It was suggested that if Members had any questions, they email the Clerk.", None, "information"),
    ],
)
def test_doers_and_kinds(text: str, owner: str | None, kind: str) -> None:
    (action,) = found(text)
    assert (action.owner, action.kind) == (owner, kind)


@pytest.mark.parametrize(
    "text",
    ["Due to rain the site was shut.", "Robin to speak to the school.", "Cllr Vance to remain in the chair."],
)
def test_no_doer(text: str) -> None:
    assert found(text) == []
