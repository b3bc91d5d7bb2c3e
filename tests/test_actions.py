"""Actions: promises, requests, suggestions, agreed limbs, action lines and tables, and what is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import actions
from tests.documents import parsed

ITEM = """Present: Councillor Jane Orme (Chair), Councillor Piet Vance
In attendance: Ms A Dee (Head of Highways), Mr T Fell (Director of Housing)
# 1. Apologies
There were none.
# 2. Street Lighting
The Head of Highways presented the report.
"""


def found(text: str, **known: str) -> list[actions.Action]:
    return list(actions.find(parsed(ITEM + text, **known)))


def words(text: str) -> list[str]:
    page = parsed(ITEM + text)
    return [page.text[action.start_char : action.end_char] for action in actions.find(page)]


PROMISED = [
    ("The Head of Highways undertook to circulate the dates to Members.", "The Head of Highways", "information", None),
    ("Ms Dee agreed to provide Members with a breakdown by ward.", "Ms Dee", "information", None),
    ("Mr Fell said that he would look into the matter and report back.", "Mr Fell", "investigate", None),
    ("Officers confirmed that a written reply would be sent to Councillor Vance.", "Officers", "information", None),
    ("It was confirmed that the figures would be shared by the end of the week.", None, "information",
     "by the end of the week"),
    ("A briefing note would be circulated by the end of March.", None, "briefing note", "by the end of March"),
    ("The item would be added to the Committee's work programme.", None, "add to work programme", None),
    ("A report on gritting would come to the Committee in November.", None, "report", "in November"),
    ("Councillor Vance offered to raise the matter at the next Fire Authority meeting.", "Councillor Vance", "liaise",
     "at the next Fire Authority meeting"),
    ("In reply to the Chair, Mr Fell undertook to visit the block.", "Mr Fell", "visit", None),
    ("Mr Fell thanked Members and offered to arrange a tour of the depot.", "Mr Fell", "visit", None),
    ("The Town Clerk would seek advice from the County Association.", "The Town Clerk", "other", None),
    ("The Council will be launching a consultation in the spring.", "The Council", "other", "in the spring"),
    ("Each claim would be looked at by the duty officer.", "the duty officer", "investigate", None),
    ("Members would be kept informed.", None, "information", None),
    ("The Director gave an undertaking that Members would have the figures.", "The Director", "information",
     None),
    ("Officers would, subject to funding, draw up a list of sites.", "Officers", "other", None),
    ("Members asked for the costs, which would be circulated after the meeting.", None, "information",
     "after the meeting"),
    ("The Officer took an action to check the figures.", "The Officer", "investigate", None),
    ("Future reports would include ward figures.", None, "report", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "owner", "kind", "due"), PROMISED)
def test_promises(text: str, owner: str | None, kind: str, due: str | None) -> None:
    (action,) = found(text)
    assert (action.commitment, action.owner, action.kind, action.due) == ("promised", owner, kind, due)


AGREED = [
    ("RESOLVED to instruct that a survey be sent to residents by the Head of Highways after the trial.",
     "the Head of Highways", "information"),
    ("The Chair agreed to write to the Minister before the next meeting.", "The Chair", "letter"),
    ("RESOLVED that officers be requested to review the contract.", "officers", "review"),
    ("RESOLVED: That the Head of Legal be authorised to complete the agreement.", "the Head of Legal", "other"),
    ("RESOLVED – That a Task and Finish Group be set up to examine home care.", None, "other"),
    ("RESOLVED that the proposed 20mph scheme on Mill Lane be implemented.", None, "other"),
    ("Resolved: to purchase a new noticeboard for the green.", None, "other"),
    ("It was agreed that the Clerk would contact the contractor.", "the Clerk", "liaise"),
    ("It was AGREED that the Chair write to the Secretary of State.", "the Chair", "letter"),
    ("It was agreed to defer the matter and invite the Bus Forum to the next meeting.", "Bus Forum", "attend"),
    ("Members agreed that a site visit should take place.", None, "visit"),
    ("RESOLVED that authority be delegated to the Director of Place to settle the terms.", "the Director of Place",
     "other"),
    ("Cllr Vance to look at the bench.", "Cllr Vance", "investigate"),
    ("The Clerk to contact the County Council about the drain.", "The Clerk", "liaise"),
    ("JO / PV to meet with the contractor before Christmas.", "JO / PV", "liaise"),
    ("Details to be circulated by email.", None, "information"),
    ("(a) Consideration be given to a crossing on Mill Lane.", None, "investigate"),
    ("Action: Clerk to write to the school.", "Clerk", "letter"),
    ("ACTION – Head of Highways to provide a note on potholes.", "Head of Highways", "information"),
    ("ACTION 4: Circulate the list of streets (JO)", "JO", "information"),
    ("Action: That the Head of Highways circulate the list.", "Head of Highways", "information"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "owner", "kind"), AGREED)
def test_agreed(text: str, owner: str | None, kind: str) -> None:
    (action,) = found(text)
    assert (action.commitment, action.kind) == ("agreed", kind)
    assert action.owner in (owner, f"the {owner}")


ASKED = [
    ("Councillor Vance asked that the map be sent to all ward members.", "requested", None, "information"),
    ("The Committee requested that a further report be submitted in September.", "requested", None, "report"),
    ("Councillor Orme requested that the Director provide details of the sums.", "requested", "the Director",
     "information"),
    ("Councillor Vance asked officers to investigate the missed bins.", "requested", "officers", "investigate"),
    ("The Panel asked the Director of Housing to write to the Minister.", "requested", "the Director of Housing",
     "letter"),
    ("RESOLVED to request that the Head of Highways circulate a map of the columns to all wards.", "requested",
     "the Head of Highways", "information"),
    ("The Clerk was asked to obtain three quotations.", "requested", "The Clerk", "other"),
    ("The Chair asked for an update to be brought to the next meeting.", "requested", None, "report"),
    ("Councillor Orme requested sight of the business case.", "requested", None, "other"),
    ("Councillor Vance said she would like a timetable of works circulated.", "requested", None, "information"),
    ("A breakdown of the lamp costs was requested.", "requested", None, "information"),
    ("It was suggested that a site visit be arranged.", "suggested", None, "visit"),
    ("It was suggested that the Task Group visit the depot.", "suggested", "the Task Group", "visit"),
    ("Councillor Vance suggested inviting the Police to a future meeting.", "suggested", None, "attend"),
    ("Councillor Orme suggested that it would be helpful to have a briefing.", "suggested", None, "other"),
    ("Councillor Orme suggested that the town establishes a trail.", "suggested", None, "other"),
    ("Members were encouraged to attend the open day.", "suggested", "Members", "attend"),
    ("Ms Dee invited Members to visit the depot.", "suggested", "Members", "visit"),
    ("Ms Dee extended an invitation to Members to the opening.", "suggested", "Members", "attend"),
    ("The Chair reminded members to complete the training.", "suggested", "members", "training"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "commitment", "owner", "kind"), ASKED)
def test_requests_and_suggestions(text: str, commitment: str, owner: str | None, kind: str) -> None:
    (action,) = found(text)
    assert (action.commitment, action.owner, action.kind) == (commitment, owner, kind)


NONE = [
    # formalities of the meeting
    "RESOLVED that the report be noted.",
    "RESOLVED that the minutes be signed by the Chair.",
    "RESOLVED that a grant of £500 be awarded to the Scouts.",
    "RESOLVED that Councillor Vance be appointed to the Board.",
    "RESOLVED that the press and public be excluded from the meeting.",
    "RESOLVED that planning permission be granted subject to the conditions.",
    "The Chair agreed to take item 6 next.",
    "The Chair invited Ms Dee to present the report.",
    "Members were invited to ask questions.",
    "The Committee was asked to note the report.",
    "The next meeting will be held on 4 May.",
    "Councillor Vance requested a recorded vote.",
    "Councillor Vance asked that of the lamps replaced how many had failed again.",
    # questions, concerns, opinions
    "Councillor Vance asked whether the list would be circulated.",
    "Councillor Vance asked when the results would be published.",
    "Councillor Vance asked for assurance that lessons would be learned.",
    "It was questioned whether a review would be carried out.",
    "Concern was expressed that the service would be reduced.",
    "Councillor Vance said he would support the motion.",
    "Councillor Vance stated that residents would be written to far too late.",
    # conditions, habits, what goes on
    "If the grant were refused, officers would review the plan.",
    "In an emergency, officers would contact the fire service.",
    "The target would be reviewed only if performance fell.",
    "A report would normally be presented in June.",
    "Ms Dee said that work was under way and would continue.",
    # denied, past, another's
    "Ms Dee explained that there would be no further consultation.",
    "Ms Dee said that the Council would not be writing to residents.",
    "Officers had previously undertaken to report back.",
    "The Government would consult on the new rules in the spring.",
    "The developer would provide 20 affordable homes.",
    "The petition asked that the road be closed.",
    # how things are or will turn out
    "The scheme would cost £40,000 and would reduce speeds.",
    "The grant would be used to repair the roof.",
    "The policy will ensure that all staff are trained.",
    "The Committee considered a report which would be presented to Cabinet.",
    "Ms Dee stated that the aim was to ensure that all residents would be treated fairly.",
    "It was suggested that the fall was due to better weather.",
    "No questions were raised and no actions were required.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_action(text: str) -> None:
    assert words(text) == []


def test_each_thing_asked_or_promised_is_one() -> None:
    assert words("Members asked that a crossing be considered and that the limit be reviewed.") == [
        "Members asked that a crossing be considered", "that the limit be reviewed",
    ]  # fmt: skip
    assert words("The team will look at the site and will work with the school.") == [
        "The team will look at the site", "will work with the school",
    ]  # fmt: skip


def test_the_clause_ends_where_somebody_else_speaks_or_explains() -> None:
    assert words("Mr Fell would circulate the list and Councillor Orme thanked him.") == [
        "Mr Fell would circulate the list"
    ]
    assert words("Ms Dee invited Members to visit the depot, explaining that it was new.") == [
        "Ms Dee invited Members to visit the depot"
    ]


def test_a_pronoun_is_owned_by_whom_it_means() -> None:
    (action,) = found("Ms Dee introduced the plan. She would send it to Members.")
    assert action.owner == "Ms Dee"
    assert action.recipient == "Members"


def test_what_the_speaker_says_will_be_done_is_the_speakers() -> None:
    (action,) = found(
        "Mr Fell said that six weeks was no fair trial. The scheme would be reviewed in the New Year."
    )
    assert (action.owner, action.due) == ("Mr Fell", "in the New Year")


def test_a_time_is_resolved_from_the_meeting() -> None:
    (action,) = found("Officers would report back within six weeks.", date="2024-01-15")
    assert (action.due, action.due_date) == ("within six weeks", "2024-02-26")


def test_every_row_of_an_action_log_is_an_action_done_or_not() -> None:
    rows = found(
        "Ref | Action | Owner | Deadline | Status\n"
        "5 | Circulate a note on missed bins | Pat Garrick | Sept 2023 | Overdue\n"
        "6 | Arrange a visit | Jane Orme | 4 March 2024 | Completed\n"
        "7 | None |  |  | ",
        date="2024-01-15",
    )
    assert [(row.owner, row.due, row.due_date, row.status, row.rule) for row in rows] == [
        ("Pat Garrick", "Sept 2023", "2023-09-30", "Overdue", "action.log"),
        ("Jane Orme", "4 March 2024", "2024-03-04", "Completed", "action.log"),
    ]


def test_an_action_column_names_who_acts_or_what_is_done() -> None:
    page = found(
        "Item | Discussion | Action\n"
        "1 | The fence is broken. A new one is needed for the play area. | PV\n"
        "2 | The hedge was cut last week. | Clerk to thank the contractor"
    )
    assert [(action.rule, action.owner) for action in page] == [
        ("action.marked", "PV"), ("action.column", "Clerk"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The lamps in Mill Lane are out and the County will be told. Action: JO",
        "The lamps in Mill Lane are out and the County will be told.\nAction: JO",
        "# Action\nThe lamps in Mill Lane are out and the County will be told.\nJO",
    ],
)
def test_initials_behind_a_paragraph_own_its_action(text: str) -> None:
    assert [action.owner for action in found(text)] == ["JO"]


def test_who_is_printed_as_the_doer_stays_the_owner() -> None:
    (action,) = found("Ms Dee undertook to send the list. Action: AD")
    assert action.owner == "Ms Dee"


def test_points_under_an_actions_heading() -> None:
    page = found(
        "# Actions\n• Clerk to write to the bank\n• Obtain three quotes for the roof (JO)\n# 3. Drains\n• Dry"
    )
    assert [action.owner for action in page] == ["Clerk", "JO"]


def test_a_report_promises_nothing_but_its_action_plan_counts() -> None:
    text = "Officers would report back in May.\nAction | Lead\nClear the drains | Ms Dee"
    assert [action.rule for action in found(text, kind="report")] == ["action.log"]


_PIECES = st.lists(
    st.sampled_from(
        ["The Chair", "Members", "officers", "Ms Dee", "would", "will", "be", "circulated", "asked", "that", "to", ",",
         "report back", ".", "and", "if", "not", "Action:", "JO", "RESOLVED", "suggested", "(a)", " | ", "\n", "which",
         "by the end of", "March", "the next meeting", "a note", "agreed", "continue to"]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=60)
@given(_PIECES)
def test_any_text_yields_spans_inside_it_in_order(pieces: list[str]) -> None:
    page = parsed(ITEM + " ".join(pieces))
    spans = [action.span for action in actions.find(page)]
    assert spans == sorted(set(spans))
    for start, end in spans:
        assert 0 <= start < end <= len(page.text)
        assert page.text[start:end] == page.text[start:end].strip()


def test_a_sentence_without_end_is_read_in_parts() -> None:
    page = parsed(ITEM + "Officers would share it, and " * 150)
    lengths = [action.end_char - action.start_char for action in actions.find(page)]
    assert lengths and max(lengths) <= 2000
