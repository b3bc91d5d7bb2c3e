"""Targets as clerks of many bodies word them (tracks, colours, opinions, the rest of a count), and lookalikes."""

import pytest

from extractors import targets
from tests.documents import parsed

HEAD = "1. Welcome\nThe Chair opened the meeting.\n2. Performance report\n"

FOUND = [
    # --- plan, profile, threshold, standard
    ("Calls answered were below profile.", ["missed"]),
    ("Trolley waits were worse than plan.", ["missed"]),
    ("Borrowing was in line with profile.", ["met"]),
    ("Waiting times had slipped outside the standard.", ["missed"]),
    ("The running cost is in line with the spend threshold.", ["met"]),
    ("The running cost is in line with the required threshold and is within budget.", ["met"]),
    ("There was a shortfall against the target for home visits.", ["missed"]),
    ("The 62-day cancer target had yet to be met.", ["62 days missed"]),
    ("Fund-raising had passed its target.", ["met"]),
    ("Answers within deadline had got worse and were below target.", ["missed"]),
    ("Letting targets were close to being met.", ["missed"]),
    ("The result on this target is a long way off.", ["missed"]),
    ("Most indicators were performing well against their targets.", ["met"]),
    ("Two indicators performed poorly against target.", ["missed"]),
    # --- a time that is the target
    ("The 15 minute target would be reported later.", ["15 minutes None"]),
    ("Handovers were well outside the 15-minute standard.", ["15 minutes missed"]),
    # --- a target with a bound, or with who set it between it and its value
    ("The wait was 12 days against a target of no more than 9 days.", ["9 days None"]),
    ("Fires stood at 88 against a target of fewer than 80.", ["80 count None"]),
    ("Answers came in 4 minutes against a target of under 3 minutes.", ["3 minutes None"]),
    ("The standard set by the Scottish Government was 30 days.", ["30 days None"]),
    ("The standard agreed in the licence is 40 minutes.", ["40 minutes None"]),
    ("The threshold prescribed for grants was 12%.", ["12 % None"]),
    # --- of several targets, or of another measure beside one
    ("With reference to the targets, 6 of 9 had been achieved.", ["met"]),
    ("Turning to the targets, most were missed.", ["missed"]),
    ("Of the two targets both had been exceeded.", ["met"]),
    ("Mowing was at 88% (target 95%). Edging had also not been achieved.", ["95 % None", "missed"]),
    ("Mowing was at 97% (target 95%). Lawn care was again met.", ["95 % None", "met"]),
    # --- colours and tracks of a measure
    ("Lettings had moved from amber to green.", ["met"]),
    ("Void times had gone from green to red.", ["missed"]),
    ("Sickness absence remained on track.", ["met"]),
    ("Sickness absence was in the red.", ["missed"]),
    # --- what is thought of targets, and that they are changed
    ("The targets are very ambitious.", ["None"]),
    ("The target for recycling was felt to be too low.", ["None"]),
    ("It was agreed that the target be amended to 12 days.", ["12 days None"]),
    ("The KPI for voids would be amended to the new approved target.", ["None"]),
    ("Members were told that the target for 2024/25 would be 60%.", ["60 % None"]),
    ("Targets would be reviewed in the autumn.", ["None"]),
    ("The Panel was told that Irish Water had set the target.", ["None"]),
    # --- what is yet to come
    ("Officers expected to meet the target by year end.", ["None"]),
    ("The service was confident of meeting the target.", ["None"]),
    # --- the rest of a count
    ("71% of KPIs were green, 20% amber and 9% red.", ["met", "missed", "missed"]),
    ("There were 90 crimes, which was below the target.", ["met"]),
    ("Six KPIs were on or above target, two were below.", ["met", "missed"]),
    ("Of the 14 measures, nine hit their target and five did not.", ["met", "missed"]),
    ("Eight KPIs had achieved target, three narrowly missed and one was well off.", ["met", "missed", "missed"]),
    ("The recruitment target had not been met but the retention target had.", ["missed", "met"]),
]  # fmt: skip

NONE = [
    "The Board was on target to open the hall in June.",
    "Members met in the red room.",
    "The risk was rated red.",
    "The lights had gone from green to red.",
    "The profile of the town had been raised and the profile of the area had changed.",
    "The threshold of the door was worn.",
    "The condition of the road was below standard.",
    "The Plan was on course for a vote in May.",
    "The work was on track and would be finished in May.",
    "The requirements of the Act and the conditions had been met.",
    "The path is within the profile of the bank.",
    "Deadlines had been met and two were missed.",
    "The Trading Standards team was thanked.",
    "The speed limit set by the county is 30 mph.",
    "The standard set by the choir was high.",
    "The dinner was held. The Lord Mayor was also met.",
    "Of the 14 visitors 11 were met at the gate.",
    "The target group was young people and the target date was 1 May.",
]


def _told(sentence: str) -> list[str]:
    return [
        (f"{t.value:g} {t.unit} " if t.value is not None else "") + str(t.status)
        for t in targets.find(parsed(HEAD + sentence))
    ]


@pytest.mark.parametrize(("sentence", "expected"), FOUND)
def test_finds(sentence: str, expected: list[str]) -> None:
    assert _told(sentence) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_leaves_alone(sentence: str) -> None:
    assert _told(sentence) == []


def test_a_changed_target_is_told_with_its_measure() -> None:
    page = parsed(HEAD + "It was agreed that the KPI for voids be amended to the new target.")
    found = [page.text[t.start_char : t.end_char] for t in targets.find(page)]
    assert found == ["KPI for voids be amended to the new target"]
