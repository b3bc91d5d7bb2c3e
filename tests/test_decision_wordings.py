"""How clerks word what was decided: who decides, the verb, its object; and the lookalikes that decide nothing."""

import pytest

from extractors import decisions
from tests.documents import parsed

ITEM = "# Agenda item\n# Street Lighting\n"


def outcomes(text: str) -> list[str]:
    return [decision.outcome for decision in decisions.find(parsed(ITEM + text))]


@pytest.mark.parametrize(
    "who",
    ["The Committee", "Council", "The council", "The group", "The PPG", "The LCDC", "The Local JPC", "The Forum",
     "The LAMP & FUSE JOINT BOARD", "Governors", "All governors", "Trustees", "Cllrs", "Cllrs all", "All present",
     "Those present", "Everyone", "All", "All Members", "Panel Members", "The meeting", "It was unanimously",
     "It was further", "After discussion, it was", "Following a vote, members",
     "On the proposal of Cllr Orme, seconded by Cllr Vance, the members"],
)  # fmt: skip
def test_whoever_decides(who: str) -> None:
    assert outcomes(f"{who} agreed to buy a new lamp.") == ["agreed"]


@pytest.mark.parametrize(
    ("done", "outcome"),
    [
        ("approved the lamp policy", "approved"),
        ("granted the licence", "approved"),
        ("homologated the action of the Convener", "approved"),
        ("considered the report and noted the progress made", "noted"),
        ("received and noted the report", "noted"),
        ("thanked officers and noted the report", "noted"),
        ("reviewed the bids, and agreed the second", "agreed"),
        ("were in agreement that the lamp be moved", "agreed"),
        ("appointed Mr Hay to the working party", "agreed"),
        ("voted unanimously to support the scheme", "agreed"),
        ("gave its approval to the scheme", "agreed"),
        ("did not support the proposal", "rejected"),
        ("decided to defer the matter until the survey was done", "deferred"),
    ],
)
def test_whatever_they_do(done: str, outcome: str) -> None:
    assert outcomes(f"The Committee {done}.") == [outcome]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The report was NOTED.", "noted"),
        ("The position was noted.", "noted"),
        ("The contents of the paper were noted.", "noted"),
        ("The motion was passed.", "agreed"),
        ("Motion carried.", "agreed"),
        ("Payments of £431.20 were approved.", "approved"),
        ("Notes of the June meeting agreed and accepted.", "agreed"),
        ("Approval deferred to the next meeting.", "deferred"),
        ("There was unanimous agreement that the lamp be moved.", "agreed"),
        ("Mrs Hay was duly elected Chair for the year.", "agreed"),
        ("Minutes of the June meeting were proposed by A. Orme and seconded by B. Vance.", "agreed"),
        ("By a show of hands, this was unanimously agreed.", "agreed"),
        ("Adoption of the minutes was proposed by A. Orme and seconded by B. Vance.", "agreed"),
        ("The sum of £300 was approved.", "approved"),
        ("Decision taken: That the lamp be moved.", "agreed"),
        ("Resolution No. 12/24: that the lamp be moved.", "agreed"),
        ("3 | Report of the Head | Governors noted the report. | JB", "noted"),
        ("Noted.", "noted"),
        ("Agreed.", "agreed"),
        ("Approved by all.", "approved"),
    ],
)
def test_the_passive_and_the_bare_word(text: str, outcome: str) -> None:
    assert outcomes(text) == [outcome]


@pytest.mark.parametrize(
    ("after", "outcome"),
    [("Unanimous.", "agreed"), ("Motion carried.", "agreed"), ("The motion was unanimously carried.", "agreed"),
     ("This was put to the vote and agreed.", "agreed")],
)  # fmt: skip
def test_a_motion_and_what_became_of_it_are_one(after: str, outcome: str) -> None:
    page = parsed(f"{ITEM}Cllr Orme moved that the lamp be moved. Cllr Vance seconded. {after}")
    (decision,) = decisions.find(page)
    assert decision.outcome == outcome
    assert page.text[decision.start_char : decision.end_char].startswith("Cllr Orme moved")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That the lamp report be noted.", [(None, "That the lamp report be noted")]),
        ("1. That the lamp report be noted.\n2. That the bid be supported.",
         [("1", "That the lamp report be noted"), ("2", "That the bid be supported")]),
        ("Parking is poor. Resolved – to ask for a lamp.", [(None, "to ask for a lamp")]),
        ("RESOLVED THAT:\n(a) the report be noted.", [("(a)", "the report be noted")]),
        ("RESOLVED - T H A T the minutes be approved.", [(None, "the minutes be approved")]),
        ("The Committee RESOLVED to:\n(a) note the report;\n(b) approve the plan.",
         [("(a)", "note the report"), ("(b)", "approve the plan")]),
        ("Members:\n• Noted the report\n• Approved the plan",
         [(None, "Noted the report"), (None, "Approved the plan")]),
        ("Proposed by Cllr Orme\nSeconded by Cllr Vance and resolved\nThat the lamps be replaced.",
         [(None, "That the lamps be replaced")]),
        ("# Agreed – that Mr Hay write to the owner", [(None, "Mr Hay write to the owner")]),
    ],
)  # fmt: skip
def test_openers_that_are_lost_or_worn(text: str, expected: list[tuple[str | None, str]]) -> None:
    page = parsed(ITEM + text)
    assert [(d.label, page.text[d.start_char : d.end_char]) for d in decisions.find(page)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Director agreed to write to residents.",
        "The Assistant Chief Executive agreed to speak to the contractor.",
        "The PCC agreed to provide the figures.",
        "All schools agreed to take part in the survey.",
        "The Government agreed to fund the scheme.",
        "The Council had agreed the lamp policy in 2019.",
        "It was noted that the lamps were dim.",
        "Members asked when the plan was approved.",
        "If the plan was approved work would begin.",
        "The Committee heard that officers had visited the site and noted the poor lamps.",
        "The Committee considered the report, which officers had written and approved.",
        "The Panel thanked officers for the report.",
        "Comments were noted.",
        "There was general agreement that parking was poor.",
        "The cheque was passed to the clerk.",
        "She was appointed Head of Service last year.",
        "To note the report.",
        "That could be shared with Members, the officer said.",
        "That lamp was dim and would be replaced by the contractor.",
        "That whilst lamps seemed cheap, they would be replaced.",
        "Councillor Orme moved the following motion:\nThat the lamp be moved.",
    ],
)
def test_lookalikes_decide_nothing(text: str) -> None:
    assert outcomes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Apologies None came. Minutes The notes on 3 May The minutes were approved. Lamps Members talked of lamps.",
         ["The minutes were approved"]),
        ("Lamps Mr Hay spoke. RESOLVED: That the report be noted. 9. Hire It rained. RESOLVED: That the hire go on.",
         ["That the report be noted", "That the hire go on"]),
        ("Lamps The Panel talked. Resolved: That the report be noted. Hire Resolved – That the update be noted.",
         ["That the report be noted", "That the update be noted"]),
        ("Mr Hay spoke. The Committee resolved:- (i) to ask him to call; and (ii) to buy a lamp.",
         ["to ask him to call", "to buy a lamp"]),
        ("Minutes: Mr Hay spoke. Decision: That the report be noted. Supporting documents: Lamps PDF 20 KB",
         ["That the report be noted"]),
        ("Report (attached). 1) That the lamp report be noted. 30.1 It rained.", ["That the lamp report be noted"]),
    ],
)  # fmt: skip
def test_lines_run_together(text: str, expected: list[str]) -> None:
    page = parsed(ITEM + text)
    assert [page.text[d.start_char : d.end_char] for d in decisions.find(page)] == expected
