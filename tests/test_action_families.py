"""Actions at the edge of a paragraph or of a record: marks, first names, views, things posted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import actions
from extractors.language.deeds import first_deed
from extractors.language.marks import is_first_name, is_somebody
from tests.documents import parsed

ITEM = """Present: Councillor Jane Orme (Chair), Councillor Piet Vance
In attendance: Ms A Dee (Head of Highways), Robin H
# 4. Allotments
The Head of Highways presented the paper.
"""


def found(text: str) -> list[actions.Action]:
    return list(actions.find(parsed(ITEM + text)))


FOUND = [
    ("Robin will ring the plumber.", "agreed", "liaise", "Robin"),
    ("Robin is going to email the list.", "agreed", "information", "Robin"),
    ("The gate had not been mended. Action Robin", "agreed", "other", "Robin"),
    ("The gate had not been mended. Clerk", "agreed", "other", "Clerk"),
    ("The gate would be reported again. [JO]", "promised", "report", "JO"),
    ("Members felt that a leaflet should be printed.", "suggested", "other", None),
    (
        "The Panel was of the view that the Director should be invited to a meeting.",
        "suggested",
        "attend",
        None,
    ),
    ("There was a request that the list be sent round.", "requested", "information", None),
    ("A request for a list of sites was made.", "requested", "other", None),
    ("A notice will go on the website.", "promised", "other", None),
    ("An article to go in the newsletter.", "promised", "other", None),
    ("A further report would be received by the Panel in May.", "promised", "report", None),
    ("Ms Dee would get an answer from the landlord.", "promised", "information", "Ms Dee"),
    ("Rents were discussed and it was felt that they should be reviewed.", "suggested", "review", None),
    ("Councillor Vance felt it might be useful to have a list of sites.", "suggested", "information", None),
    ("The Committee may benefit from seeing the plans.", "suggested", "other", None),
    ("It was possible to look at the rents again.", "promised", "investigate", None),
    ("The service could build this into its plans.", "promised", "other", "The service"),
    ("The rents summit would discuss the rents.", "promised", "liaise", "The rents summit"),
    ("The Panel tasked officers to bring back a report on rents.", "requested", "report", "officers"),
    ("The Chair encouraged members to put forward ideas.", "suggested", "other", "members"),
    ("RESOLVED – to contact the school – JO to action", "agreed", "liaise", "JO"),
    ("Update at next meeting.", "agreed", "report", None),
    ("Agenda item for the March meeting.", "agreed", "add to work programme", None),
    ("Further data requested for the next meeting.", "requested", "information", None),
    ("The bench will be mended.", "promised", "other", None),
    ("The fence will be moved and the owner told.", "promised", "other", None),
    ("Works in Mill Lane will be done in due course.", "promised", "other", None),
    ("Ms Dee was tasked with sending round the list.", "requested", "information", "Ms Dee"),
    ("The Clerk has been asked to obtain quotes.", "requested", "other", "The Clerk"),
    ("Consideration should be given to a crossing.", "suggested", "investigate", None),
    ("It would be useful to have the figures by ward.", "suggested", "information", None),
    ("Members would welcome a further report on rents.", "requested", "report", None),
    ("Ms Dee said this could be looked at.", "promised", "investigate", None),
    ("The Chair asked that the Panel's thanks be passed to the team.", "requested", "other", None),
    (
        "The Service could build these into a forward plan.",
        "promised",
        "add to work programme",
        "The Service",
    ),
    ("Letters: Letter about noise – Clerk to reply.", "agreed", "other", "Clerk"),
    ("Clerk to put on agenda for June.", "agreed", "add to work programme", "Clerk"),
    ("Robin to write a piece for the newsletter.", "agreed", "other", "Robin"),
    ("Ms Dee undertook to see what could be done.", "promised", "investigate", "Ms Dee"),
    ("It was also agreed that the Clerk apply for a grant.", "agreed", "other", "the Clerk"),
    ("Ms Dee would respond to any queries in June.", "promised", "information", "Ms Dee"),
]


@pytest.mark.parametrize(("text", "commitment", "kind", "owner"), FOUND)
def test_families(text: str, commitment: str, kind: str, owner: str | None) -> None:
    (action,) = found(text)
    assert (action.commitment, action.kind, action.owner) == (commitment, kind, owner)


@pytest.mark.parametrize(
    "text",
    [
        "Hugo will ring the plumber.",
        "Police will visit the schools.",
        "The river is looked after by Norland County Council. NCC",
        "The fund is run by Community Action Norland",
        "Members felt that the scheme should be supported.",
        "Members felt that the report was clear.",
        "The request for a grant was refused.",
        "Councillor Vance felt it would be useful to note the report.",
        "Ms Dee said it would be good to see more people on the site.",
        "Update on the meeting.",
        "The information requested was sent in May.",
        "The team have been invited to join the club.",
        "Information would be shared between agencies.",
        "At the last meeting it was agreed that the Clerk would write to the owner.",
        "Members would welcome the proposal.",
        "Tenants may benefit from seeing the plans.",
        "Councillor Vance asked whether it was possible to look at the rents.",
        "The money to go in the fund had been lost.",
        "A further report had been received in May.",
        "Funding will be received in May.",
        "Each application will be considered on its merits.",
        "Members are asked to switch off their telephones.",
        "Members are asked to consider any interest they may have.",
        "Mr Lowe asked for the application to be refused.",
        "The scheme would proceed on the basis that funding will be provided.",
    ],
)
def test_lookalikes(text: str) -> None:
    assert found(text) == []


def test_the_deed_of_a_passive_is_not_the_participle_before_it() -> None:
    text = "Updated plans to be sent with the papers"
    assert first_deed(text, 0, len(text)) == text.index("sent")
    assert first_deed("Updated plans", 0, 13) == 0


def test_who_is_somebody() -> None:
    text = "Jane Orme and Robin H. The JSG met."
    assert is_somebody(text, "JO") and is_somebody(text, "JO/Robin") and is_first_name(text, "Robin")
    assert not is_somebody(text, "JSG") and not is_somebody(text, "JO/PQ") and not is_somebody(text, "Hugo")


@given(st.text(alphabet="JSO RobinActionClerk.[]()/,&\n", max_size=80))
def test_any_text_has_its_actions_inside(text: str) -> None:
    document = parsed(ITEM + text)
    assert all(0 <= a.start_char < a.end_char <= len(document.text) for a in actions.find(document))
