"""What is said of a question or action beside its words: who asked, answered or acts, what kind it is, when due."""

import pytest

from extractors import actions, questions
from extractors.language.due_phrases import find_due, find_due_before
from tests.documents import parsed

_ITEM = """Present: Councillor Jane Orme (Chair), Councillor Tom Vale
In attendance: Robin Hale (Head of Housing)
# 5. Performance report
The Head of Housing presented the paper.
"""


def _asked(text: str) -> list[questions.Question]:
    return list(questions.find(parsed(_ITEM + text)))


def _promised(text: str) -> list[actions.Action]:
    return list(actions.find(parsed(_ITEM + text)))


@pytest.mark.parametrize(
    ("lead", "asker"),
    [
        ("The Chair invited governors to offer comments, among them:", "governors"),
        ("The Mayor invited questions, and Councillors asked the following:", "Councillors"),
        ("The Chairman, Councillor Orme, invited Committee Members to ask questions, including:", "Committee Members"),
        ("The Chair led a discussion in which Members made the following comments:", "Members"),
        ("Councillor Vale opened the debate and raised the following points:", "Councillor Vale"),
        ("Members were invited by the Chair to comment and the following points were made:", "Members"),
        ("The Chair asked Members for comments, which included:", "Members"),
        ("Members asked questions which included:", "Members"),
        ("Residents asked councillors the following questions:", "Residents"),
        ("The Chair called for comments, which included:", None),
    ],
)  # fmt: skip
def test_who_calls_for_comments_makes_none(lead: str, asker: str | None) -> None:
    assert [each.asker for each in _asked(f"{lead}\n• why had the post been deleted?")] == [asker]


@pytest.mark.parametrize(
    ("text", "answered_by"),
    [
        ("A member asked about the car park. The surgery said that it was let.", "The surgery"),
        ("Members asked about delays. The Ambulance Trust reported that queues were to blame.", "The Ambulance Trust"),
        ("Members queried the figure. The Constabulary advised that recording had changed.", "The Constabulary"),
        ("A governor asked about marks. The school responded that they were level.", "The school"),
        ("Cllr Vale asked for a crossing. In reply Robin advised that none was planned.", "Robin"),
        ("Cllr Vale asked for a crossing, Robin replied that none was planned.", "Robin"),
        ("Cllr Vale asked for a crossing. Grace replied that none was planned.", None),
        ("Cllr Vale asked about the school. It was full.", None),
    ],
)  # fmt: skip
def test_services_and_first_names_answer(text: str, answered_by: str | None) -> None:
    assert [each.answered_by for each in _asked(text)] == [answered_by]


def test_a_service_that_only_reports_asks_and_answers_nothing() -> None:
    assert not _asked("The Trust reported a small surplus. The school said that marks were good.")


def test_a_patient_asks() -> None:
    assert [each.asker for each in _asked("A patient asked why the queue was long.")] == ["A patient"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Board asked for a written reply from the Head of Housing about voids.", "the Head of Housing"),
        ("The Board asked for a paper from the Director of Finance in May.", "the Director of Finance"),
        ("The Panel requested a list of complaints from residents.", None),
        ("The Committee agreed to write to the Minister about funding.", "The Committee"),
        ("The Committee agreed that a bench be mended.", None),
        ("Council agreed to plant two oaks by the gate.", "Council"),
        ("RESOLVED – to delegate any reply to the survey to the Head of Housing.", "the Head of Housing"),
        ("The bench is to be mended.\nACTION PV", "PV"),
        ("The bench is to be mended.\nAction Plan", None),
    ],
)  # fmt: skip
def test_owner(text: str, owner: str | None) -> None:
    assert [each.owner for each in _promised(text)] == [owner]


def test_actions_of_a_paragraph_are_all_theirs() -> None:
    lines = "A map is to be drawn up. A bench is to be repaired.\n"
    assert [each.owner for each in _promised(lines + "ACTIONS PV")] == ["PV", "PV"]
    assert [each.owner for each in _promised(lines + "ACTION PV")] == [None, "PV"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Members requested further detail on agency spend.", "information"),
        ("The Panel asked for a written answer on staffing.", "information"),
        ("The Clerk to upload the accounts to the website.", "information"),
        ("It was agreed that the sickness figures be made public.", "information"),
        ("It was agreed that the sickness policy be amended.", "other"),
        ("It was agreed that play area inspections be carried out annually.", "review"),
        ("It was agreed that an annual inspection of benches be carried out.", "review"),
        ("Cllr Vale suggested that the Board speak to staff as part of the review of pay.", "liaise"),
        ("It was agreed that the findings of the review be reported to the Panel.", "report"),
        ("The Clerk to carry out a survey and report the results.", "report"),
        ("The Clerk to carry out a survey.", "other"),
        ("The Clerk to arrange for the auditor to attend.", "attend"),
        ("The Clerk to action contacting the landlord.", "liaise"),
        ("The Chair would ask officers to look at the lights.", "investigate"),
        ("It would become a standing item of later agendas.", "add to work programme"),
        ("Robin would meet the petitioners on site.", "visit"),
        ("Ward figures would be provided before the May meeting.", "information"),
        ("A paper on voids would be provided to the May meeting.", "report"),
        ("It was agreed that tenders be invited.", "other"),
        ("The Clerk to get in touch with the farmer.", "liaise"),
        ("It was suggested that the survey could be used to inform future planning.", "other"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [each.kind for each in _promised(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("be issued when the advert went live", "when the advert went live"),
        ("be sent once the scheme opens", "once the scheme opens"),
        ("be repeated when schools return in September", "when schools return in September"),
        ("renew the licence before it expires", "before it expires"),
        ("be looked at whenever funding allows", "whenever funding allows"),
        ("report back in 3-6 months", "in 3-6 months"),
        ("be built into the forthcoming budget round", "the forthcoming budget round"),
        ("attend within the first six weeks of the new term", "within the first six weeks of the new term"),
        ("write within two weeks of the meeting", "within two weeks of the meeting"),
        ("report at the end of the pilot", "at the end of the pilot"),
        ("come to the Board in the early part of 2025", "in the early part of 2025"),
        ("be added to the work programme for the autumn", "for the autumn"),
        ("be a standing item on later Parks Sub Committee agendas", "on later Parks Sub Committee agendas"),
        ("be looked at next year", "next year"),
        ("find out what happens after a case is shut", None),
        ("bring a report on the first six months", None),
        ("model next year’s budget", None),
        ("report on the consultation", None),
    ],
)  # fmt: skip
def test_due(text: str, due: str | None) -> None:
    assert find_due(text, 0, len(text)) == due


def test_due_before_the_clause() -> None:
    text = "proposed that within the first six weeks of the term the Provost be invited"
    assert find_due_before(text, 0, text.index("the Provost")) == "within the first six weeks of the term"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Members asked for a guide.\nIt was noted that a guide was out.", "It was noted that a guide was out"),
        ("Members asked for a guide.\nIt was noted that the next meeting was in May.", None),
        ("Members asked for a guide.\nThe skips were full.\nIt was noted that a guide was out.", None),
    ],
)  # fmt: skip
def test_what_is_noted_at_once_answers_the_paragraph_before(text: str, answer: str | None) -> None:
    assert [each.answer for each in _asked(text)][:1] == [answer]
