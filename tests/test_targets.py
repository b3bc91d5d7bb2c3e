"""Statements about targets in invented sentences, and lookalikes that state none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import targets
from tests.documents import parsed

HEAD = "1. Welcome\nThe Chair opened the meeting.\n2. Performance report\n"

FOUND = [
    ("Three KPIs fell outside target.", ["None None missed"]),
    ("Rent collection: 96.4% v target 97%.", ["97 % None"]),
    ("Turnout to fires was some way off the 95% standard.", ["95 % missed"]),
    ("Takings were slightly down on target.", ["None None missed"]),
    ("Absence was 5.2% against a tolerance of 4%.", ["4 % None"]),
    # --- measures that stand on or off track, in a colour, or near their targets
    ("Seventy per cent of the indicators were on track and only 8% slightly under target.",
     ["None None met", "None None missed"]),
    ("Of the KPIs, 7/9 achieved target, one was within 5%, with the last one missing by over 5%.",
     ["None None met", "None None missed", "None None missed"]),
    ("Attention was drawn to the measures which had a red RAG status.", ["None None missed"]),
    ("Lettings time was RAG rated amber.", ["None None missed"]),
    ("Most of the indicators were green.", ["None None met"]),
    ("The year to date position remained on track.", ["None None met"]),
    ("Performance for lettings was off track.", ["None None missed"]),
    ("Loans were just shy of the 60% target.", ["60 % missed"]),
    # --- other words for a target
    ("The goal was to recruit 35 wardens.", ["35 count None"]),
    ("The appeal surpassed its goal of 250 helpers.", ["250 count met"]),
    ("The depot had an aim of 96%.", ["96 % None"]),
    ("Letters were answered to a standard of 12 days.", ["12 days None"]),
    ("Take-up fell below the required level of 70%.", ["70 % missed"]),
    ("The board had budgeted for 3%.", ["3 % None"]),
    ("Take-up was 81% against a plan of 75%.", ["75 % None"]),
    ("The target of 30 minutes was rarely met.", ["30 minutes missed"]),
    ("Missed bins were within the agreed tolerance.", ["None None met"]),
    ("Void rates were outside tolerance.", ["None None missed"]),
    ("The ferry service was forecast to miss its target.", ["None None None"]),
    ("The KPI for letters was not achieved.", ["None None missed"]),
    ("The targets had been agreed with the Regulator.", ["None None None with the Regulator"]),
    ("The forum hit target in May, missed target in June and is on track to meet them for July.",
     ["None None met", "None None missed", "None None None"]),
    ("Routine repairs were above the target and repairs by the lift firm were below the target of 88%.",
     ["None None met", "88 % missed"]),
    ("Litter collection missed its target with 71% against a target of 80%.", ["80 % missed"]),
    ("Composting was on target at a level of 31% against a target of 30%.", ["30 % met"]),
    ("The priority to cut shed thefts by 9% was not being met.", ["9 % missed"]),
    ("The priority to reduce littering by 12% had been achieved.", ["12 % met"]),
    ("The target from call to arrival was 480 seconds; this was not being achieved.", ["480 seconds missed"]),
    ("The target for swims was 900 visits, which was exceeded.", ["900 count met"]),
    ("70% are meant to be mended at once.", ["70 % None"]),
    ("Performance on voids was well below the target.", ["None None missed"]),
    ("Five routes averaged 40 per 100,000 and two fell well below that standard.", ["None None missed"]),
    ("All KPIs were met except one.", ["None None met"]),
    ("The KPIs were not achieved in the autumn.", ["None None missed"]),
    ("It was noted that several targets appeared to have been set above the national average.", ["None None None"]),
    ("Members regretted that there were four targets that were underperforming.", ["None None missed"]),
    ("The target for library loans had been set below last year's outturn.", ["None None None"]),
    ("A member regretted that their swimming targets had not been reviewed.", ["None None None"]),
    ("Of the indicators, 9(45%) were red.", ["None None missed"]),
    ("Timeliness of reviews was 96%, above the target of 95 per cent.", ["95 % met"]),
    ("Answered calls stood at 81% against a target of 90%.", ["90 % None"]),
    ("Rent collected was 97.1% (target 98%).", ["98 % None"]),
    ("The Director explained the choice of 8 days as a target.", ["8 days None"]),
    ("The target for new homes is 450 homes by 2027.", ["450 count None"]),
    ("Recycling missed its 50% target.", ["50 % missed"]),
    ("The 18 week referral measure did not meet the national target.", ["None None missed"]),
    ("Assessments were on target.", ["None None met"]),
    ("Most indicators had exceeded target.", ["None None met"]),
    ("Twelve measures were below target.", ["None None missed"]),
    ("The target for void properties had been achieved.", ["None None met"]),
    ("The target for visits was not achieved.", ["None None missed"]),
    ("Sickness absence remained above target.", ["None None missed"]),
    ("The service continued to meet its targets.", ["None None met"]),
    ("The team failed to hit the target for repairs.", ["None None missed"]),
    ("Staff costs were under budget.", ["None None met"]),
    ("Room hire income was under budget.", ["None None missed"]),
    ("Agency spend was over budget by 12K.", ["None None missed"]),
    ("The target for adoption was set nationally.", ["None None None nationally"]),
    ("The target for response was set by the Home Office.", ["None None None by the Home Office"]),
    ("By March the target of 62% for void repairs will be reached.", ["62 % None"]),
    ("Delivery met 71% of our target.", ["None None missed"]),
    ("Eight measures did not reach the floor standard (Red).", ["None None missed"]),
    ("None of the measures were below target.", ["None None met"]),
    ("Collection rates were ahead of target.", ["None None met"]),
    ("Re-let times were behind target.", ["None None missed"]),
    ("Sickness was rated Green, below the target of 5%.", ["5 % met"]),
    ("Average caseloads were above the target of no more than 18 children.", ["18 count missed"]),
    ("The percentage of complaints answered in time was below target.", ["None None missed"]),
    ("The target had been increased from 85% to 90%.", ["90 % None"]),
    ("We are to meet our target (399/565).", ["565 count None"]),
    ("The surplus of 48K is as per the agreed budget."  , ["48000 £ met"]),
    ("No directorate achieved target.", ["None None missed"]),
    ("Ceremonies numbered 1,469, surpassing the target of 1,400.", ["1400 count met"]),
    ("For the buses it was a national target.", ["None None None national"]),
    ("We remain on track to meet our target.", ["None None None"]),
    ("It was agreed to raise the target to 75 seconds.", ["75 seconds None"]),
    ("Nine areas were on target, four targets were nearly met and two were below target.",
     ["None None met", "None None missed", "None None missed"]),
    ("The target of finding homes for 40 families this winter had been exceeded.", ["40 count met"]),
    ("The officer was sure that the target would be met by June.", ["None None None"]),
    ("The hire of vans was double the budget.", ["None None missed"]),
    ("The budget for taxis was again overspent.", ["None None missed"]),
    ("Of the measures, 21 were rated green, 6 amber and 3 red.",
     ["None None met", "None None missed", "None None missed"]),
    ("The ceiling for the year was 310 per 100,000.", ["310 per 100,000 None"]),
    ("Gullies were cleared in 94% of cases, just under the 97% standard.", ["97 % missed"]),
    ("The Force's ambition was four minutes.", ["4 minutes None"]),
    ("The team aims to process a claim within 15 working days.", ["15 working days None"]),
    ("The helpline aims to answer 85% of calls in person.", ["85 % None"]),
    ("Lost calls should be below 6%.", ["6 % None"]),
    ("The time to inspect was almost twice the landlord's own standard of 12 days.", ["12 days missed"]),
    ("Street washing was off target at 71% (the target was 90%).", ["None None missed", "90 % missed"]),
    ("The cancer wait standard was met in June.", ["None None met"]),
    ("Clinic activity was below plan.", ["None None missed"]),
    ("The trust was expected to deliver 88%.", ["88 % None"]),
    ("With regard to the target of 9 days for lamps, views differed.", ["9 days None"]),
    ("Of the indicators, 18 (72%) had a green status and 7 (28%) a red status.",
     ["None None met", "None None missed"]),
    ("In June 64% of the measures were rated as green.", ["None None met"]),
    ("The emergency department target had not been met since May.", ["None None missed"]),
]  # fmt: skip

NONE = [
    "No indicators were red in the spring.",
    "The risk of flooding had a red RAG status.",
    "Members asked if the KPI was red.",
    "The bins were green and the bags were red.",
    "The project was on track.",
    "Two wards were within 10% of each other.",
    "The committee discussed the goals of the scheme.",
    "The park had a standard of upkeep that pleased everyone.",
    "The plan was to walk along the river.",
    "Zero tolerance of abuse was stressed.",
    "It was likely to meet again in June.",
    "The priority to cut red tape was discussed at length.",
    "This was not being achieved by the contractor.",
    "Members are meant to be told of any delay.",
    "Residents are on track to meet them at the gate.",
    "A minimum of three quotations was sought.",
    "Members asked why targeted work could not be done.",
    "The programme targets families in need.",
    "No target was set for this measure.",
    "The target audience was young people.",
    "Members asked whether targets would be met.",
    "The plan aimed to help the service meet its targets.",
    "If the targets were met, funding would follow.",
    "The budget was approved.",
    "The Treasurer presented the budget for the year.",
    "The report set out performance against targets.",
    "Members considered the national targets and the next steps.",
    "A suggestion of variable targets was made.",
    "Standards in the Council would be reviewed.",
    "Standards are the minimum, and floor standards if not achieved must result in action.",
    "The complaint was already over the 20-day target period.",
    "The target related to 13 children.",
    "There were 14 green spaces and two red kites.",
    "Six risks were rated red and two amber.",
    "Of those, 24 (80%) targets were new.",
    "The aim was to help residents within the town.",
    "Members asked how the target would be met.",
    "The contractor is paid £5 for each house below the target.",
    "No target was set for library loans.",
]


def _told(sentence: str) -> list[str]:
    document = parsed(HEAD + sentence, date="2024-03-12")
    return [
        " ".join(
            str(part)
            for part in (
                None if target.value is None else f"{target.value:g}",
                target.unit,
                target.status,
                *([target.setter] if target.setter and target.rule == "target.setter" else []),
            )
        )
        for target in targets.find(document)
    ]


@pytest.mark.parametrize(("sentence", "told"), FOUND)
def test_finds(sentence: str, told: list[str]) -> None:
    assert _told(sentence) == told


@pytest.mark.parametrize("sentence", NONE)
def test_leaves_alone(sentence: str) -> None:
    assert _told(sentence) == []


def test_span_is_the_phrase_and_not_the_sentence() -> None:
    document = parsed(HEAD + "It was reported that reviews stood at 96%, which was above the target of 95%.")
    (target,) = targets.find(document)
    assert document.text[target.start_char : target.end_char] == "above the target of 95%"


_WORDS = [
    "target",
    "targets",
    "of",
    "90%",
    "met",
    "not",
    "was",
    "below",
    "budget",
    "over",
    "(",
    ")",
    ",",
    "\n",
    "12",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=60))
def test_any_words_are_read_without_harm(words: list[str]) -> None:
    document = parsed(" ".join(words))
    for target in targets.find(document):
        assert 0 <= target.start_char < target.end_char <= len(document.text)
