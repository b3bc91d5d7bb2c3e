"""A due date is of the deed promised; how soon a service does a thing each time is a standard, and no due date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.actions import find
from extractors.language.due_dates import due_date
from extractors.language.due_phrases import find_due_of_deed
from tests.documents import parsed

STANDARDS = [
    "every report of damp be inspected within 20 working days",
    "each complaint would be answered within ten working days",
    "any urgent repair should be made safe within 24 hours",
    "complaints would in future be acknowledged within three days",
    "all calls to the out-of-hours line be returned within one hour",
    "potholes on main roads would be filled within two days of being reported",
    "the service would reply to residents within five days of receipt",
    "a note of the case would be made within 24 hours of admission",
    "officers would endeavour to respond to emails within two working days",
    "the team aimed to visit new tenants within six weeks",
    "to review the target of answering letters within ten days",
    "to report on the percentage of calls answered within 20 seconds",
    "the Director agreed to look at invoices paid within 30 days",
    "to provide the figures for applications determined within eight weeks",
    "that applicants be told of the outcome within 28 days",
    "to ensure that referrals are seen within 48 hours",
    "that fly-tips be cleared within one working day",
    "to make sure street lights are repaired within five working days",
    "the standard that repairs be done within 28 days be kept",
    "officers confirmed that missed bins would always be collected within two days",
    "that the policy of replying within fifteen days be adopted",
    "that the requirement to inspect premises within 28 days be added",
    "any abandoned vehicle be removed within seven days",
    "that refunds be paid in ten working days",
    "that suppliers be paid within 30 days",
    "to work with the contractor so that leaks are repaired within four hours",
    "patients discharged from hospital would be visited within two weeks of discharge",
    "that all enquiries from councillors be answered within five working days",
    "that every household new to the area be written to within a month",
    "that new claims be normally decided within 21 days",
]
DUE = [
    "a note be circulated to all Members within 14 days",
    "the Clerk would reply to Mrs Trent within 14 days",
    "to circulate the list within two working days",
    "to write to the contractor within the week",
    "the review of the policy would be completed within six months",
    "all outstanding complaints be cleared within three months",
    "the backlog of repairs would be dealt with within eight weeks",
    "that the target be reviewed within a year",
    "to bring a report on complaints within two months",
    "the Director would provide the number of voids within ten days",
    "that an inspection of the bridge be carried out within four weeks",
    "that the lease be signed within 28 days of the meeting",
    "to publish the findings within a month of the consultation ending",
    "that the three complaints be answered within ten days",
    "the action plan would be sent to tenants within a fortnight",
    "that the remaining applications be determined within six weeks",
    "to meet the residents of Mill Lane within two weeks",
    "that the Chief Executive report back within three months on complaints",
    "he would let Councillor Dunne have the figures within a few days",
    "that the damaged lamp outside the school be replaced within 21 days",
    "to revise the standard for grass cutting in two weeks' time",
    "that the accounts be submitted within 30 days",
    "a letter to the Minister would be sent within seven days",
    "that all Members complete the training within six months",
    "the new system would be in place within 12 months",
    "that the Committee receive an update on emergency repairs in six months",
    "to send the Panel within ten days the percentage of calls that were lost",
    "that the faults found by the audit be put right within three months",
    "to tell every member of the Panel within a week",
    "the Head of Housing would inspect the two flats within 48 hours",
]


@pytest.mark.parametrize("words", STANDARDS)
def test_a_standard_is_no_time_for_the_deed(words: str) -> None:
    assert find_due_of_deed(words, 0, len(words)) in (None, "in future")


@pytest.mark.parametrize("words", DUE)
def test_a_time_for_the_deed_is(words: str) -> None:
    due = find_due_of_deed(words, 0, len(words))
    assert due and due.startswith(("within", "in"))


def test_the_time_beside_a_standard_is_the_deeds() -> None:
    words = "every report of damp be inspected within ten days from May"
    assert find_due_of_deed(words, 0, len(words)) == "from May"


def test_a_standard_that_is_agreed_is_an_action_without_a_day() -> None:
    text = (
        "RESOLVED that:\n(a) every report of damp be inspected within 20 working days; and\n"
        "(b) a note be circulated to Members within 14 days."
    )
    found = list(find(parsed(text, date="2024-01-24")))
    assert [(action.due, action.due_date) for action in found] == [
        (None, None),
        ("within 14 days", "2024-02-07"),
    ]


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("from Quarter 4", None),
        ("from Quarter 4 onwards", None),
        ("from the next financial year", None),
        ("from 2025/26", None),
        ("from the autumn term", None),
        ("with effect from the second quarter", None),
        ("from the next meeting", None),
        ("from 11 December", "2024-12-11"),
        ("from 1 April 2025", "2025-04-01"),
        ("by Quarter 4", "2025-03-31"),
        ("in Quarter 4", "2025-03-31"),
        ("by the end of the fourth quarter", "2025-03-31"),
    ],
)
def test_what_only_begins_then_is_never_late(phrase: str, day: str | None) -> None:
    assert due_date(phrase, "2024-10-29") == day


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    due = find_due_of_deed(text, 0, len(text))
    assert due is None or due.replace(" ", "") in "".join(text.split())
