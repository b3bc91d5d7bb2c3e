"""Families of decisions beside "RESOLVED that": motions and what became of them, words behind a matter, cells and lines
without a verb, what others decided; and the lookalikes."""

import pytest

from extractors import decisions
from extractors.language.outline import read_outline
from tests.documents import parsed

ITEM = "# Agenda item\n# Lamps\n"


def found(text: str) -> list[tuple[str, str]]:
    page = parsed(ITEM + text)
    return [(limb.outcome, page.text[limb.start_char : limb.end_char]) for limb in decisions.find(page)]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Proposed: Cllr Orme. Seconded: Cllr Vance. All in favour.", "agreed"),
        ("Proposer: Cllr Orme. Seconder: Cllr Vance. Carried.", "agreed"),
        ("Cllr Orme proposed buying a lamp, Cllr Hay seconded and all were in favour.", "agreed"),
        ("Cllr Orme was proposed by Mr Hay, seconded by Ms Vance, and elected unopposed.", "agreed"),
        ("The Clerk is to buy a lamp. Agreed.", "agreed"),
        ("Cllr Hay sent apologies. Accepted.", "approved"),
        ("Lamp policy – approved subject to one change.", "approved"),
        ("Lamp policy: deferred to the next meeting.", "deferred"),
        ("Presentation noted.", "noted"),
        ("Apologies accepted from Cllr Hay.", "approved"),
        ("Minutes approved as a true record, proposed AH, seconded BO.", "approved"),
        ("The Council, having heard the Head of Lamps, decided to wait.", "agreed"),
        ("The Panel, by ten votes to one, supported the proposed precept.", "agreed"),
        ("The Board gave delegated authority to the Chief Executive to sign.", "agreed"),
        ("Bills 101 to 108 were authorised for payment.", "approved"),
        ("Council supports the application.", "agreed"),
        ("The Chair suggested that the lamp be kept, and the members agreed.", "agreed"),
        ("It was suggested that the lamps be painted, which was accepted.", "approved"),
        ("The following were ratified: Lamp Policy, Pay Policy.", "approved"),
        ("Approval was given for the Clerk to buy a lamp.", "agreed"),
        ("Consent was refused for the mast.", "rejected"),
        ("It was left to the Clerk to fix a day.", "agreed"),
        ("The Committee chose the second lamp.", "agreed"),
        ("Ms Vance was co-opted onto the Council.", "agreed"),
        ("Mr Hay and Ms Vance were appointed as representatives.", "agreed"),
        ("Mr Vance is to pay for the lamp. All agreed.", "agreed"),
        ("The lamp log was noted.", "noted"),
        ("Mr Oak declared Ms Vance elected as Chair.", "agreed"),
        ("After a debate, the Board HOMOLOGATED the decision of the Chair.", "approved"),
        ("The amended motion was then put to the vote and declared carried.", "agreed"),
        ("The report was approved by the Committee.", "approved"),
        ("Apologies came from Ms Orme and these were received and accepted.", "approved"),
    ],
)
def test_each_is_one_decision(text: str, outcome: str) -> None:
    ((printed, words),) = found(text)
    assert (printed, words) == (outcome, text.removesuffix(".").removeprefix("After a debate, "))


@pytest.mark.parametrize(
    "text",
    [
        "Lamp Protection Order: High Street was read out.",
        "Outcome: more lamps were lit in the winter than before.",
        "The scheme was approved by the Secretary of State.",
        "The application was refused by the district council.",
        "Permission was granted in June 2012.",
        "The budget was agreed by Council on 3 March.",
        "The grant was approved by the Lottery and the works are to begin.",
        "This report details complaints received by the Council from May to July",
        "Officers recommended a rise of 4%.",
        "Members asked for the plan to come here before it was approved by Cabinet.",
        "It was suggested that Mr Hay be invited, and this was supported.",
        "Ms Vance was appointed to the post of Head of Lamps.",
        "Planning permission was granted for the mast.",
        "The two points on lamps were noted.",
        "Members were invited to note the plan.",
    ],
)
def test_what_others_did_or_may_do_is_not_decided(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("line", "limbs"),
    [
        ("ORDER: Noted.", [("noted", "Noted")]),
        ("Outcome: Deferred to the next meeting.", [("deferred", "Deferred to the next meeting")]),
        (
            "ORDER: Agreed. Recommend to Council.",
            [("agreed", "Agreed"), ("recommended", "Recommend to Council")],
        ),
    ],
)
def test_a_label_stands_over_what_was_decided(line: str, limbs: list[tuple[str, str]]) -> None:
    assert found(line) == limbs


def test_that_a_vote_was_won_is_said_by_the_resolution() -> None:
    text = "The motion was put to the vote and carried. It was\nRESOLVED: To buy a lamp."
    assert found(text) == [("agreed", "To buy a lamp")]


def test_what_was_rejected_is_a_limb_of_its_own() -> None:
    assert found("Members approved the grants and rejected the bid from the band.") == [
        ("approved", "Members approved the grants"),
        ("rejected", "rejected the bid from the band"),
    ]


def test_talk_before_the_first_item_may_decide() -> None:
    page = parsed(
        "The Chair opened the meeting.\nThe Board approved the plan.\na) Minutes\nRead.\nb) Apologies\nNone."
    )
    assert read_outline(page.document).parts[:2] == ("discussion", "discussion")
    assert [limb.outcome for limb in decisions.find(page)] == ["approved"]


def test_behind_an_items_title_stands_what_became_of_it() -> None:
    page = parsed(
        "1. Apologies: None.\n2. Minutes of the last meeting: agreed as accurate.\n3. Any other lamps: noted."
    )
    limbs = [page.text[limb.start_char : limb.end_char] for limb in decisions.find(page)]
    assert limbs == ["agreed as accurate", "noted"]


def test_who_moved_it_is_no_decision_of_its_own() -> None:
    text = "It was resolved to buy a lamp.\nProposed Cllr Orme, seconded Cllr Vance all in agreement."
    assert found(text) == [("agreed", "to buy a lamp")]
    assert found("No apologies received.\nReasons for absence noted and accepted by members present.") == [
        ("noted", "Reasons for absence noted and accepted by members present")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cabinet agreed the following for the reasons in the report.\nThat lamps be bought.",
            ["That lamps be bought"],
        ),
        (
            "Proposed by Mr Hay\nSeconded by Ms Orme\nAnd Agreed “That lamps be bought”.",
            ["That lamps be bought”"],
        ),
        (
            "The Board resolved:\nIn terms of the Act, to meet in private.",
            ["In terms of the Act, to meet in private"],
        ),
        ("1. To note the lamps; and\n2. To approve the bill.", ["To note the lamps", "To approve the bill"]),
        ("The Committee is asked:\n1. To note the lamps.\n2. To approve the bill.", []),
        ("1. To highlight reports that are private.\n2. To consider whether to meet in public.", []),
    ],
)
def test_leads_and_lists_that_have_lost_their_words(text: str, expected: list[str]) -> None:
    assert [words for _, words in found(text)] == expected


def test_what_is_noted_goes_on_behind_and_that() -> None:
    assert found("RESOLVED that it be noted that 12 lamps are lit and that 4 lamps are dim.") == [
        ("noted", "it be noted that 12 lamps are lit and that 4 lamps are dim")
    ]
    assert [
        outcome for outcome, _ in found("RESOLVED to note that 12 lamps are lit and that more be bought.")
    ] == [
        "noted",
        "agreed",
    ]


def test_an_order_is_how_some_bodies_decide() -> None:
    page = parsed(
        "1. Minutes of the May meeting Order: Agreed.\n2. Lamp repairs Order: Report on lamps noted."
    )
    assert [page.text[limb.start_char : limb.end_char] for limb in decisions.find(page)] == [
        "Agreed",
        "Report on lamps noted",
    ]


def test_behind_who_moved_it_begins_what_was_done() -> None:
    text = (
        "On the proposal of Cllr. Hay, seconded by Cllr. Orme, the minutes of the May meeting were confirmed."
    )
    assert found(text) == [("approved", "the minutes of the May meeting were confirmed")]


def test_a_motion_said_again_by_the_resolution_is_one() -> None:
    text = (
        "It was moved by Mr Hay and seconded by Ms Orme that the lamp bill be paid. The motion was carried.\n"
    )
    assert found(f"{text}AGREED: that the lamp bill of £4 be paid.") == [
        ("agreed", "the lamp bill of £4 be paid")
    ]
    assert len(found(f"{text}AGREED: that the hall be painted.")) == 2


def test_what_follows_was_approved() -> None:
    assert found("The following policies were approved:\n• Lamps\n• Ferries") == [
        ("approved", "Lamps"),
        ("approved", "Ferries"),
    ]


def test_numbered_sections_behind_the_recommendations_are_none() -> None:
    page = parsed("2. Recommendations\n(i) To note the lamps.\n3. Headlines\n4. Implications")
    assert [page.text[limb.start_char : limb.end_char] for limb in decisions.find(page)] == [
        "To note the lamps"
    ]


def test_before_the_first_title_an_excerpt_ends_the_item_before() -> None:
    page = parsed("RESOLVED – That the lamps be noted.\n12. Ferries\nThey are late.\n13. Minutes\nNone.")
    assert [page.text[limb.start_char : limb.end_char] for limb in decisions.find(page)] == [
        "That the lamps be noted"
    ]
