"""Decisions: openers, limbs, narrative, and what is none."""

import pytest

from extractors import decisions, votes
from tests.documents import parsed

ITEM = "# Agenda item\n# Street Lighting\n"


def limbs(text: str, **known: str) -> list[tuple[str | None, str, str]]:
    page = parsed(ITEM + text, **known)
    return [(d.label, d.outcome, page.text[d.start_char : d.end_char]) for d in decisions.find(page)]


@pytest.mark.parametrize(
    ("text", "outcome", "words"),
    [
        ("RESOLVED – That the report be noted.", "noted", "That the report be noted"),
        ("RESOLVED that the Plan be approved.", "approved", "the Plan be approved"),
        ("RESOLVED: That consideration be deferred to the May meeting.", "deferred",
         "That consideration be deferred to the May meeting"),
        ("It was unanimously agreed that the lamps be replaced.", "agreed",
         "It was unanimously agreed that the lamps be replaced"),
        ("The Committee noted the update.", "noted", "The Committee noted the update"),
        ("These were accepted as a true record of the last meeting.", "approved",
         "These were accepted as a true record of the last meeting"),
        ("The minutes of the meeting held on 4 May 2023 were confirmed and signed by the Chair.", "approved",
         "The minutes of the meeting held on 4 May 2023 were confirmed and signed by the Chair"),
        ("Cllr Orme proposed that the scheme go ahead, Cllr Vance seconded and it was agreed.", "agreed",
         "Cllr Orme proposed that the scheme go ahead, Cllr Vance seconded and it was agreed"),
        ("Members noted the foregoing.", "noted", "Members noted the foregoing"),
        ("Lamp survey reports for June noted.", "noted", "Lamp survey reports for June noted"),
        ("RESOLVED that the notes of the May meeting be approved.", "approved",
         "the notes of the May meeting be approved"),
        ("The amendment was declared LOST.", "rejected", "The amendment was declared LOST"),
        ("The item was deferred to May.", "deferred", "The item was deferred to May"),
        ("AGREED: to write to the Minister about lamp standards.", "agreed",
         "to write to the Minister about lamp standards"),
    ],
)  # fmt: skip
def test_one_decision(text: str, outcome: str, words: str) -> None:
    assert limbs(text) == [(None, outcome, words)]


def test_limbs_under_an_opener_end_with_the_next_paragraph_number() -> None:
    assert limbs(
        """4. RESOLVED that the Panel:
        (a) notes the position on lamp columns; and
        (b) asks the Head of Highways for a further report.
        5. Members thanked the officers."""
    ) == [
        ("(a)", "noted", "notes the position on lamp columns"),
        ("(b)", "agreed", "asks the Head of Highways for a further report"),
    ]


def test_limbs_inside_one_paragraph() -> None:
    assert [(label, outcome) for label, outcome, _ in limbs(
        "RESOLVED that (1) the report be noted; (2) the policy be adopted; and (3) officers write."
    )] == [("(1)", "noted"), ("(2)", "approved"), ("(3)", "agreed")]  # fmt: skip


def test_two_decisions_joined_by_and_but_not_a_pronoun() -> None:
    assert [
        words for *_, words in limbs("RESOLVED that the Panel note the plan and to support the pilot.")
    ] == [
        "the Panel note the plan",
        "to support the pilot",
    ]
    assert len(limbs("RESOLVED that the minutes be a correct record and that they be signed.")) == 1


def test_recommendations_of_a_report() -> None:
    assert limbs("# Recommendations\n1. That Cabinet approve the budget.\n2. That the fees be noted.") == [
        ("1", "recommended", "That Cabinet approve the budget"),
        ("2", "recommended", "That the fees be noted"),
    ]


def test_a_decision_printed_twice_is_one() -> None:
    twice = "RESOLVED that the Lamp Column Replacement Programme for the borough be approved."
    assert len(limbs(f"{twice}\nMembers spoke at length.\n{twice}")) == 1


def test_a_decision_retold_in_another_tense_is_one_but_another_number_is_another() -> None:
    decided = "RESOLVED that the Head of Highways explain by May how lamp columns {0} chosen for renewal in ward {1}."
    assert len(limbs("\n".join([decided.format("are", 3), decided.format("were", 3)]))) == 1
    assert len(limbs("\n".join([decided.format("are", 3), decided.format("were", 4)]))) == 2


def test_limbs_that_count_on_their_items_number_under_a_bare_opener() -> None:
    assert limbs("RESOLVED\n4.1 it noted the survey of lamp columns.") == [
        ("4.1", "noted", "it noted the survey of lamp columns")
    ]


def test_agreement_of_the_panel_points_back() -> None:
    assert [
        words for *_, words in limbs("The Chair proposed a site visit. This was agreed by the Panel.")
    ] == ["The Chair proposed a site visit. This was agreed by the Panel"]


@pytest.mark.parametrize(
    "text",
    [
        "It was noted that lamps had failed.",
        "The Chair agreed to write to residents.",
        "The Committee received a report on lamp columns.",
        "Members discussed the report.",
        "In discussing the report, the following points were noted.",
        "The indicator set agreed by the Monitoring Group in 2021 had been revised.",
        "The policy had been approved by Cabinet in March.",
        "Officers asked whether the Committee agreed with the approach.",
    ],
)
def test_what_is_no_decision(text: str) -> None:
    assert limbs(text) == []


def test_another_bodys_decision_is_history() -> None:
    text = "The Cabinet agreed the budget."
    assert limbs(text, committee="Housing Scrutiny Panel") == []
    assert len(limbs(text, committee="Cabinet")) == 1


def test_recorded_votes() -> None:
    page = parsed(
        ITEM
        + """Voting was as follows:
        For (3)
        Councillors Orme, Vance and P J Dale
        Against (1): Cllr Holt
        Abstained: Cllrs Reed and Nash
        Councillors Field and Marsh requested that their votes against be recorded."""
    )
    assert [(vote.councillor, vote.vote) for vote in votes.find(page)] == [
        ("Orme", "for"), ("Vance", "for"), ("P J Dale", "for"), ("Holt", "against"),
        ("Reed", "abstained"), ("Nash", "abstained"), ("Field", "against"), ("Marsh", "against"),
    ]  # fmt: skip


def test_limbs_go_on_under_subheadings_and_after_the_words_that_only_introduce_them() -> None:
    found = parsed(
        "# 3. Budget (Item 3)\nRESOLVED that:\n"
        "Council, having had regard to the report, is asked to agree the following:\n"
        "# Capital\n(a) The capital programme of £9m. Further borrowing would only follow an agreed plan.\n"
        "(b) The programmes by service.\n# Revenue\n(c) To note the outlook."
    )
    assert [(each.label, each.outcome) for each in found.resolutions] == [
        ("(a)", "agreed"),
        ("(b)", "agreed"),
        ("(c)", "noted"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Board APPROVED the risk register and RECOMMENDED that the appetite statement be reviewed.",
            [("approved", "The Board APPROVED the risk register"),
             ("recommended", "RECOMMENDED that the appetite statement be reviewed")],
        ),
        ("The Board NOTED the report.", [("noted", "The Board NOTED the report")]),
        (
            "It was proposed by Cllr. Foy, seconded by Cllr. Kane and agreed that a letter be sent to the Minister.",
            [("agreed", "It was proposed by Cllr. Foy, seconded by Cllr. Kane and agreed that a letter be sent to the "
              "Minister")],
        ),
        (
            "Proposed by Cllr Lane, seconded by Cllr Wood and unanimously resolved to pay the accounts.",
            [("agreed", "Proposed by Cllr Lane, seconded by Cllr Wood and unanimously resolved to pay the accounts")],
        ),
        ("The members agreed to the request.", [("agreed", "The members agreed to the request")]),
    ],
)  # fmt: skip
def test_house_styles(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [each[1:] for each in limbs(f"# 1. Business\n{sentence}\n# 2. Other business")] == expected


def test_a_paragraph_after_bulleted_limbs_ends_the_list() -> None:
    text = "The paper recommended the following:\n\n• Close the annexe.\n• Sell the van.\n\nThe Clerk gave the sums."
    assert [words for *_, words in limbs(text)] == ["Close the annexe", "Sell the van"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RESOLVED – (a) That the report be received.\n(b) That a further report be submitted.",
         [("(a)", "That the report be received"), ("(b)", "That a further report be submitted")]),
        ("RESOLVED:\nThat the Committee\n1. notes the position;\n2. asks the Director to report in May.",
         [("1", "notes the position"), ("2", "asks the Director to report in May")]),
        ("RESOLVED – That Cabinet\n(1) accepts the first recommendation; and\n(2) does not accept the second.",
         [("(1)", "accepts the first recommendation"), ("(2)", "does not accept the second")]),
        ("Following discussion, the Committee RESOLVED:\n4.1 to note the figures;\n4.2 that a survey be made.",
         [("4.1", "to note the figures"), ("4.2", "that a survey be made")]),
        ("AGREED TO RECOMMEND, on the proposal of Councillor Orr, seconded by Alderman Kyle, that the plan be adopted.",
         [(None, "the plan be adopted")]),
        ("NOTED.", [(None, "NOTED")]),
        ("RESOLVED: to award £500 to the band. It was further RESOLVED to defer the other request.",
         [(None, "to award £500 to the band"), (None, "to defer the other request")]),
    ],
)  # fmt: skip
def test_forms_of_openers(text: str, expected: list[tuple[str | None, str]]) -> None:
    found = limbs(f"# 1. Business\n{text}\nThe meeting closed at 8.10 pm.\n# 2. Other business")
    assert [(label, words) for label, _, words in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Proposed by Councillor Orr, seconded by Alderman Kyle, that the recommendation be adopted.",
        "The Committee:-",
        "The meeting ended at 4.05 pm.",
    ],
)
def test_motions_and_furniture_decide_nothing(text: str) -> None:
    assert limbs(f"# 1. Business\n{text}\n# 2. Other business") == []


def test_a_list_under_the_name_of_the_body_keeps_its_labels_and_verbs() -> None:
    assert limbs(
        "The Board:\n(a) RECEIVED the survey of lamp columns;\n(b) APPROVED the paint scheme; and\n"
        "(c) ASKED for a costed plan in July."
    ) == [
        ("(a)", "noted", "RECEIVED the survey of lamp columns"),
        ("(b)", "approved", "APPROVED the paint scheme"),
        ("(c)", "agreed", "ASKED for a costed plan in July"),
    ]
    assert [
        outcome for _, outcome, _ in limbs("The Committee therefore:\nNotes the survey;\nAgrees the plan.")
    ] == [
        "noted",
        "agreed",
    ]
    assert limbs("The Board:\n- Reviewed the lamp survey; and\n- Noted the paint scheme.") == [
        (None, "other", "Reviewed the lamp survey"),
        (None, "noted", "Noted the paint scheme"),
    ]
    assert limbs("The Board:\nLamp columns stand in every street.") == []


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("RESOLVED that the Panel continue to receive lamp counts monthly.", "agreed"),
        ("RESOLVED that the Clerk paint the columns as recommended by the surveyor.", "agreed"),
        ("RESOLVED that the lamp counts be received.", "noted"),
    ],
)
def test_a_verb_that_is_no_verdict(text: str, outcome: str) -> None:
    assert [each for _, each, _ in limbs(text)] == [outcome]


def test_what_will_be_noted_is_not_decided() -> None:
    assert limbs("Any apologies that have been sent will be noted at this point.") == []


def test_a_motion_in_quotation_marks_under_its_movers_was_carried() -> None:
    assert limbs(
        "Proposed by Councillor Orme\n\nSeconded by Councillor Vance\n\nAND AGREED\n\n"
        "“To adopt the lamp column programme for the year.”"
    )[0][:2] == (None, "approved")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The Committee notes the survey of lamp columns.", "noted"),
        ("The Panel does not support the felling of the limes.", "rejected"),
        ("Agreed as a true record and signed by the Chair.", "agreed"),
        ("The lamp column plan was unanimously agreed.", "agreed"),
        ("The matter was referred back to the Lighting Committee.", "referred"),
        ("The recommendation was put to the vote and carried.", "agreed"),
        ("Cllr Orme proposed that the lamps be dimmed, seconded by Cllr Vance. All in favour.", "agreed"),
        ("UNANIMOUSLY RESOLVED that the lamps be dimmed at midnight.", "agreed"),
        ("RESOLVED Councillor Orme to order the lamps.", "agreed"),
    ],
)
def test_decisions_told_as_other_bodies_tell_them(text: str, outcome: str) -> None:
    assert [found for _, found, _ in limbs(text)] == [outcome]


@pytest.mark.parametrize(
    "text",
    [
        "The lamp scheme was agreed in 2019 by another authority.",
        "The bidding process was explained. All in favour of a break left the room.",
        "Ms Orme stated that the lamps in the report were a year old, and the columns had been adopted.",
        "Officers hoped that the Committee supports the bid.",
    ],
)
def test_what_only_looks_like_such_a_decision(text: str) -> None:
    assert limbs(text) == []


def test_bullets_under_a_whole_decision_are_not_its_limbs() -> None:
    assert limbs(
        "AGREED to paint the columns.\n- 14 Mill Lane, two columns\n- 3 High Street, one column"
    ) == [(None, "agreed", "to paint the columns")]
    assert (
        len(limbs("AGREED to paint the columns;\n- The lamps of Mill Lane;\n- To write to the owners")) == 3
    )


def test_points_of_a_decision_that_open_themselves_keep_their_labels() -> None:
    assert limbs("Decision:\n1) RECOMMENDED to Council that lamps be sold;\n2) NOTED the lamp survey.") == [
        ("1)", "recommended", "to Council that lamps be sold"),
        ("2)", "noted", "the lamp survey"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Engineer spoke of salt.\n(1) the salt report, be noted; and\n(2) the winter plan be adopted.",
            [
                ("(1)", "noted", "the salt report, be noted"),
                ("(2)", "approved", "the winter plan be adopted"),
            ],
        ),
        (
            "1. Noted the salt report;\n2. Approved the winter plan.\nThe Engineer spoke.",
            [("1", "noted", "Noted the salt report"), ("2", "approved", "Approved the winter plan")],
        ),
        ("That the salt report be received.", [(None, "noted", "That the salt report be received")]),
    ],
)
def test_what_was_decided_without_a_word_that_opens_it(
    text: str, expected: list[tuple[str | None, str, str]]
) -> None:
    assert limbs(f"# Agenda item\n# Salt Barns\n{text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Members suggested:\n(a) that the gate be approved by the warden",
        "(a) The gate would be approved by the warden in May.",
        "That was to be noted in the plan.",
        "The fees ought to be approved in May.",
        "1. The warden reviewed the gate.",
    ],
)
def test_what_only_resembles_a_decision_without_its_opener(text: str) -> None:
    assert limbs(f"# Agenda item\n# Salt Barns\n{text}") == []


def test_the_verb_of_the_opener_is_that_of_the_limbs() -> None:
    assert limbs(
        "RESOLVED that the Board notes\n(a) the rise in fares; and\n(b) that the boats are late."
    ) == [
        ("(a)", "noted", "the rise in fares"),
        ("(b)", "noted", "that the boats are late"),
    ]


def test_capital_labels_of_which_the_first_stands_behind_the_opener() -> None:
    assert limbs("RESOLVED – that (A) the fares be noted; and\n(B) the boats be painted.") == [
        ("(A)", "noted", "the fares be noted"),
        ("(B)", "agreed", "the boats be painted"),
    ]


def test_openers_with_a_dash_inside_a_paragraph_and_on_a_short_line() -> None:
    assert limbs("The hedge is high. Agreed – to write to the owner.") == [
        (None, "agreed", "to write to the owner")
    ]
    assert limbs("# Agreed – that the Clerk write to the owner") == [
        (None, "agreed", "the Clerk write to the owner")
    ]
    assert limbs("# May accounts and report accepted") == [
        (None, "approved", "May accounts and report accepted")
    ]


def test_paragraphs_behind_a_whole_decision_are_not_its_limbs() -> None:
    assert limbs(
        "It was AGREED that the field be sold to those named below. Its particulars are:\n"
        "The field: 2 acres at Hay Lane\n30.1 The Engineer spoke."
    ) == [(None, "agreed", "the field be sold to those named below")]


def test_a_limb_whose_verb_comes_last_is_one() -> None:
    text = "RESOLVED:\n1. That the list set out in paragraph 3.1 and to allow the Clerk leave to add, be approved."
    assert [limb[1] for limb in limbs(text)] == ["approved"]
    assert limbs("RESOLVED: That the rates noted in paragraph 3.1 be approved.")[0][1] == "approved"


def test_narrative_under_a_decision_heading_is_none() -> None:
    assert limbs("# Decision:\nThe fares update was given by the Engineer, who spoke of boats.") == []
    assert limbs("# Decision:\nAs set out in the report.") == [(None, "agreed", "As set out in the report")]


@pytest.mark.parametrize(
    ("lead", "outcome"),
    [
        ("It was agreed that:", "agreed"),
        ("The following was agreed:", "agreed"),
        ("During the debate it was agreed as follows, after a show of hands:", "agreed"),
        ("Decisions taken:", "agreed"),
        ("Outcomes", "agreed"),
        ("The Panel recommended:", "recommended"),
        ("The following recommendations were made:", "recommended"),
        ("Conclusions and recommendations", "recommended"),
    ],
)
def test_lists_under_words_that_say_they_were_decided(lead: str, outcome: str) -> None:
    found = limbs(f"{lead}\n\n1. The ferry timetable be simplified.\n\n2. Two shelters be bought.")
    assert [(label, said) for label, said, _ in found] == [("1", outcome), ("2", outcome)]


@pytest.mark.parametrize("lead", ["The following points were made:", "The following was discussed:"])
def test_lists_under_words_that_say_they_were_talked_about(lead: str) -> None:
    assert limbs(f"{lead}\n\n1. The ferry timetable was hard to read.\n\n2. Shelters leaked.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Proposed by Ms Hay, seconded by Mr Orme and RESOLVED – that the pond be sold.", "the pond be sold"),
        ("AGREED unanimously: That the pond be sold.", "That the pond be sold"),
        ("IT WAS RESOLVED THAT the pond be sold.", "the pond be sold"),
        ("Decision / RESOLVED: that the pond be sold.", "the pond be sold"),
        ("It was noted and agreed that the pond be sold.", "It was noted and agreed that the pond be sold"),
        ("After debate, Members voted to sell the pond.", "Members voted to sell the pond"),
    ],
)
def test_openers_behind_other_words(text: str, words: str) -> None:
    assert [limb[2] for limb in limbs(text)] == [words]
