"""Actions in lists and tables, kept or lost, and marks at the edge of a paragraph."""

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


REVIEWED = """The actions of the May meeting were reviewed as follows:
2a Poster on lost keys to be printed JS Completed
2b List of plots to be sent to Mr Vale Clerk Ongoing
3 Look into a butt for the upper site Chair Carried forward
Rents had risen. The paths were dry.
It was a fine day.
Kettle to be mended JS Completed
"""


def test_rows_that_lost_their_columns_under_a_sentence() -> None:
    rows = [(action.owner, action.status, action.rule) for action in found(REVIEWED)][:3]
    assert rows == [
        ("JS", "Completed", "action.log"),
        ("Clerk", "Ongoing", "action.log"),
        ("Chair", "Carried forward", "action.log"),
    ]
    assert "action.log" not in [action.rule for action in found(REVIEWED)][3:]


def test_rows_run_on_under_their_heads() -> None:
    page = found(
        "No. Action Lead Due Status\n"
        "1 Send the survey to all plots JS June 2023 Open 2 Ask the council about the kerb LM July 2023 Open\n"
        "3 Book the hall for the fair PK ASAP Complete\n"
    )
    assert [(action.owner, action.due, action.status) for action in page] == [
        ("JS", "June 2023", "Open"), ("LM", "July 2023", "Open"), ("PK", "ASAP", "Complete"),
    ]  # fmt: skip


def test_rows_that_say_only_who_and_when() -> None:
    page = found("Action Owner Deadline\nSend the survey to all plots JS June 2023\nBook the hall PK ASAP\n")
    assert [(action.owner, action.due) for action in page] == [("JS", "June 2023"), ("PK", "ASAP")]


@pytest.mark.parametrize(
    "text",
    [
        "The results were as follows:\nRents paid on time Site A Completed\nPlots let Site B Open",
        "The shop is Open\nThe works are Completed",
    ],
)
def test_rows_of_something_else(text: str) -> None:
    assert found(text) == []


def test_a_mark_with_a_time() -> None:
    (action,) = found("The fence was rotten and needed a survey.\nAction – Head of Parks (June 2019)\n")
    assert (action.owner, action.due) == ("Head of Parks", "June 2019")


def test_what_an_agenda_announces_is_no_action() -> None:
    page = (
        "# 5. Rents\nThe Director will present a report (Document H) on rents.\nMinutes:\n"
        "The Director presented the report. He would send Members the list of rents.\n"
    )
    assert [action.kind for action in found(page)] == ["information"]
    assert (
        len(
            found(
                "# 5. Rents\nDecision:\nRESOLVED that the Clerk review the rents.\nMinutes:\nThere were none."
            )
        )
        == 1
    )


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


@given(
    st.lists(
        st.sampled_from(["2a", "Send", "the list", "JS", "Clerk", "Mr Vale", "May", "Open", ".", "\n"]),
        max_size=30,
    )
)
def test_any_rows_have_their_actions_inside(words: list[str]) -> None:
    document = parsed(ITEM + "Action Lead Status\n" + " ".join(words))
    assert all(0 <= a.start_char < a.end_char <= len(document.text) for a in actions.find(document))
