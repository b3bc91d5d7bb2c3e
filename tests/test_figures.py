"""Figures in invented sentences of many house styles, and the lookalikes that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import figures
from tests.documents import parsed

HEAD = "1. Welcome\nThe Chair opened the meeting.\n2. Performance report\n"

FOUND = [
    ("Thirty KPIs were on target, 5 close to target and 2 off target.",
     ["Thirty KPIs = 30 count actual", "5 = 5 count actual", "2 = 2 count actual"]),
    ("Rent collection: 96.4% v target 97%.", ["96.4% = 96.4 % actual", "97% = 97 % target"]),
    ("The rate stood at 205 for each 10,000 adults.", ["205 for each 10,000 = 205 per 10,000 actual"]),
    ("Loans were 4,150 (3,900 in 2019).", ["4,150 = 4150 count actual", "3,900 = 3900 count actual"]),
    ("Tenants in arrears numbered 317.", ["317 = 317 count actual"]),
    ("The number of families waiting was, at the end of May, 64.", ["64 = 64 count actual"]),
    ("The final number of starts for the year would be over 230.", ["over 230 = 230 count actual"]),
    ("Q1: 31; Q2: 44; Q3: 58.",
     ["31 = 31 count actual", "44 = 44 count actual", "58 = 58 count actual"]),
    ("The oldest claim was 77 days.", ["77 days = 77 days actual"]),
    ("Across the scorecard 82% were green, 12% amber and 6% red.",
     ["82% = 82 % actual", "12% = 12 % actual", "6% = 6 % actual"]),
    ("Thefts rose by 5% (2,010 thefts to 2,110).",
     ["5% = 5 % change", "2,010 thefts = 2010 count benchmark", "2,110 = 2110 count actual"]),
    ("Quarter 2 activity 118, previous year quarter 2 activity 140.",
     ["118 = 118 count actual", "140 = 140 count benchmark"]),
    ("The answer time fell from 19 minutes to around five minutes.",
     ["19 minutes = 19 minutes benchmark", "five minutes = 5 minutes actual"]),
    ("It was noted that 40 new flats were to be bought.", ["40 new flats = 40 count target"]),
    ("The score was on target at a value of 64% against a target of 60%.",
     ["64% = 64 % actual", "60% = 60 % target"]),
    ("Leaks were repaired in 9 days.", ["9 days = 9 days actual"]),
    # --- per cents and points
    ("Timeliness of reviews stood at 88.4 per cent against a target of 95 per cent.",
     ["88.4 per cent = 88.4 % actual", "95 per cent = 95 % target"]),
    ("Recycling was 47.2% compared with 44.9% last year.", ["47.2% = 47.2 % actual", "44.9% = 44.9 % benchmark"]),
    ("Attendance in special schools was 91%, below the national average of 92.4%.",
     ["91% = 91 % actual", "92.4% = 92.4 % benchmark"]),
    ("Rent collection fell by 3 percentage points to 41%.",
     ["3 percentage points = 3 points change", "41% = 41 % actual"]),
    ("Between 10% and 15% of callers hung up.", ["10% and 15% = 15 % actual"]),
    ("Officers expected 10-15% of pupils to need support.", ["10-15% = 15 % actual"]),
    ("Satisfaction rose from 61% to 68%.", ["61% = 61 % benchmark", "68% = 68 % actual"]),
    ("c.30% of tenants had moved to direct debit.", ["30% = 30 % actual"]),
    ("Burglary was down 12% on the previous year.", ["12% = 12 % change"]),
    ("There had been a 7% increase in 999 calls.", ["7% = 7 % change"]),
    ("Performance was 4 percentage points above the target.", ["4 percentage points = 4 points change"]),
    ("In Quarter 2 the figure was 81% (target 90%).", ["81% = 81 % actual", "90% = 90 % target"]),
    ("The county stood at 64%, compared to 71% nationally.", ["64% = 64 % actual", "71% = 71 % benchmark"]),
    ("Statistical neighbours were at 58 per cent.", ["58 per cent = 58 % benchmark"]),
    ("Uptake was up from 55% to 60%.", ["55% = 55 % benchmark", "60% = 60 % actual"]),
    # --- shares and ratios in words
    ("Just under a third of responses came from carers.", ["Just under a third of responses = 33.3 % actual"]),
    ("Half of the actions had been closed.", ["Half of the actions = 50 % actual"]),
    ("Three quarters of pupils reached the standard.", ["Three quarters of pupils = 75 % actual"]),
    ("Four in five residents felt safe after dark.", ["Four in five = 4 count actual of 5"]),
    ("1 in 8 calls was abandoned.", ["1 in 8 = 1 count actual of 8"]),
    ("10 out of 26 measures were amber.", ["10 out of 26 = 10 count actual of 26"]),
    ("Two of the five care homes were rated outstanding.", ["Two of the five = 2 count actual of 5"]),
    ("This was a drop of 85 reported thefts.", ["85 reported thefts = 85 count change"]),
    ("The roll had fallen to 12 pupils against a capacity of 60.",
     ["12 pupils = 12 count actual", "60 = 60 count actual"]),
    ("There were 8,120 thefts this spring and 31,006 in the 12 months to May 2019.",
     ["8,120 thefts = 8120 count actual", "31,006 = 31006 count actual"]),
    ("Members asked about the fall in the number of alerts, from 512 to 390.",
     ["512 = 512 count benchmark", "390 = 390 count actual"]),
    ("The Director advised that 2,045 had been missed.", ["2,045 = 2045 count actual"]),
    ("The gap had narrowed to 14 percentage points.", ["14 percentage points = 14 points actual"]),
    ("The average speed was 27 mph in a 20 mph zone.", ["27 mph = 27 mph actual"]),
    ("Waste had fallen to 391 kg per household.", ["391 kg = 391 kg actual"]),
    ("Schools fell short of their targets of 93% and 91%.", ["93% = 93 % target", "91% = 91 % target"]),
    ("The share had crept up to 8%.", ["8% = 8 % actual"]),
    ("One in thirteen pupils was absent.", ["One in thirteen = 1 count actual of 13"]),
    ("It was far below the group average of 54.2 crimes per 1,000.",
     ["54.2 crimes per 1,000 = 54.2 per 1,000 benchmark"]),
    ("Grants of between £2m and £3m were paid.", ["£2m and £3m = 3000000 £ actual"]),
    ("The report forecast an overspend of £2.2m.", ["£2.2m = 2200000 £ actual"]),
    ("Washing was off target at 71%.", ["71% = 71 % actual"]),
    ("Performance against the national standard was 77%.", ["77% = 77 % actual"]),
    ("Re-lets were off target by 11.4 days and averaged 36 days.",
     ["11.4 days = 11.4 days change", "36 days = 36 days actual"]),
    ("Sickness stood at 6.35 days.", ["6.35 days = 6.35 days actual"]),
    ("It passed 81% of pupils; nationally the figure is 79%.", ["81% = 81 % actual", "79% = 79 % benchmark"]),
    ("Twenty measures were new; 18 (72%) were on course.",
     ["Twenty measures = 20 count actual", "18 = 18 count actual", "72% = 72 % actual"]),
    ("Most measures (63%) met their targets while 14 (26%) were off target.",
     ["63% = 63 % actual", "14 = 14 count actual", "26% = 26 % actual"]),
    ("Some 40% (22) of the plans were late.", ["40% = 40 % actual", "22 = 22 count actual"]),
    ("This was a drop of 60 fires (5%).", ["60 fires = 60 count change", "5% = 5 % change"]),
    ("Calls were 7% (410 calls) higher than in May.", ["7% = 7 % change", "410 calls = 410 count change"]),
    ("Visits to the museum had doubled since the spring.", ["doubled = 200 % change"]),
    # --- counts
    ("The service received 412 referrals, of which 37 were urgent.",
     ["412 referrals = 412 count actual", "37 = 37 count actual of 412"]),
    ("Twelve young people had completed the course.", ["Twelve young people = 12 count actual"]),
    ("Officers had dealt with 1,204 reports of fly-tipping.", ["1,204 reports = 1204 count actual"]),
    ("The petition carried 2,318 signatures.", ["2,318 signatures = 2318 count actual"]),
    ("The number of children in care had risen to 613.", ["613 = 613 count actual"]),
    ("There were 14 fewer complaints than in the previous quarter.", ["14 fewer complaints = 14 count change"]),
    ("Over 90 households were in temporary accommodation.", ["Over 90 households = 90 count actual"]),
    ("A total of 3,410 people attended.", ["3,410 people = 3410 count actual"]),
    ("Of the 24 measures, 15 were green and six were amber.",
     ["15 = 15 count actual of 24", "six = 6 count actual of 24"]),
    ("A hundred and twenty volunteers had been trained.", ["A hundred and twenty volunteers = 120 count actual"]),
    ("The Trust had 46 vacancies and 300+ agency shifts.",
     ["46 vacancies = 46 count actual", "300+ agency shifts = 300 count actual"]),
    ("The Council would deliver 150 affordable homes by 2027.", ["150 affordable homes = 150 count target"]),
    ("Library issues fell by 4,000.", ["4,000 = 4000 count change"]),
    # --- money
    ("A grant of £1.2m had been awarded.", ["£1.2m = 1200000 £ actual"]),
    ("The scheme would cost €3 million.", ["€3 million = 3000000 € actual"]),
    ("The forecast overspend was £450k.", ["£450k = 450000 £ actual"]),
    ("Income was 15K under budget.", ["15K = 15000 £ change"]),
    ("The balance stood at £12,345.67.", ["£12,345.67 = 12345.67 £ actual"]),
    ("Between £2m and £3m was held in reserve.", ["£2m and £3m = 3000000 £ actual"]),
    # --- durations and rates
    ("The average wait was 11 days.", ["11 days = 11 days actual"]),
    ("Decisions took an average of 23 working days.", ["23 working days = 23 working days actual"]),
    ("Re-let time had improved from 48 days to 31 days.", ["48 days = 48 days benchmark", "31 days = 31 days actual"]),
    ("The rate was 52.3 per 10,000 children.", ["52.3 per 10,000 = 52.3 per 10,000 actual"]),
    ("Most residents stayed two to three weeks.", ["two to three weeks = 3 weeks actual"]),
    ("Sickness absence was 9.4 days per employee.", ["9.4 days = 9.4 days actual"]),
    # --- health boards, police and crime panels
    ("There were 37 patients waiting over 52 weeks at month end, down from 61 in December.",
     ["37 patients = 37 count actual", "61 = 61 count benchmark"]),
    ("Waits in the emergency department met the standard for 72.3% against the national standard of 78%.",
     ["72.3% = 72.3 % actual", "78% = 78 % target"]),
    ("The deficit at month 7 was £4.3m, £1.1m adverse to plan.",
     ["£4.3m = 4300000 £ actual", "£1.1m = 1100000 £ change"]),
    ("There were 29.4 WTE nursing vacancies.", ["29.4 WTE nursing vacancies = 29.4 count actual"]),
    ("C. difficile cases totalled 18 against a trajectory of 20.", ["18 = 18 count actual", "20 = 20 count target"]),
    ("The Chief Constable reported a 4.6% reduction in crime, with 1,312 fewer victims.",
     ["4.6% = 4.6 % change", "1,312 fewer victims = 1312 count change"]),
    ("The 101 abandonment rate was 6% and the average answer time was 43 seconds.",
     ["6% = 6 % actual", "43 seconds = 43 seconds actual"]),
    ("The rate of first time entrants was 212 per 100,000 compared to a national rate of 167.",
     ["212 per 100,000 = 212 per 100,000 actual", "167 = 167 per 100,000 benchmark"]),
    # --- housing, Irish directorates
    ("Re-let times stood at 34.5 days on average.", ["34.5 days = 34.5 days actual"]),
    ("The waiting list had more than doubled, from 140 to 312 families.",
     ["more than doubled = 200 % change", "140 = 140 count benchmark", "312 families = 312 count actual"]),
    ("68 housing units had been completed and a further 112 were under construction.",
     ["68 housing units = 68 count actual", "112 = 112 count actual"]),
    ("€4.2m had been drawn down to date from an allocation of €6m.",
     ["€4.2m = 4200000 € actual", "€6m = 6000000 € actual"]),
    ("Rent arrears stood at £1.34m, which was 2.8% of the annual debit.",
     ["£1.34m = 1340000 £ actual", "2.8% = 2.8 % actual"]),
    ("Housing completions: 45", ["45 = 45 count actual"]),
    # --- schools, libraries, parishes
    ("The headteacher reported 3 exclusions and 14 racist incidents.",
     ["3 exclusions = 3 count actual", "14 racist incidents = 14 count actual"]),
    ("In reading 72% of pupils met the standard compared with 74% nationally.",
     ["72% = 72 % actual", "74% = 74 % benchmark"]),
    ("Pupil numbers were currently 412.", ["412 = 412 count actual"]),
    ("The library recorded 12,450 visits, an increase of 8% on the same period last year.",
     ["12,450 visits = 12450 count actual", "8% = 8 % change"]),
    ("Footfall was up 12% and event attendance up a third.", ["12% = 12 % change", "a third = 33.3 % change"]),
    ("It was agreed to award £500 to the scouts and £750 to the village hall.",
     ["£500 = 500 £ actual", "£750 = 750 £ actual"]),
    ("The precept would be set at £112,000, an increase of 3.5%.",
     ["£112,000 = 112000 £ actual", "3.5% = 3.5 % change"]),
    ("Fuel was over budget in June by 19K and since April by 23K.",
     ["19K = 19000 £ change", "23K = 23000 £ change"]),
    ("Nine in ten callers were satisfied, up from eight in ten.",
     ["Nine in ten = 9 count actual of 10", "eight in ten = 8 count benchmark of 10"]),
    ("Days lost had fallen from 9.4 to 8.8 days, still short of the target of 8.5.",
     ["9.4 = 9.4 days benchmark", "8.8 days = 8.8 days actual", "8.5 = 8.5 days target"]),
    ("Of 52 measures, 33 were green, twelve amber and seven red.",
     ["33 = 33 count actual of 52", "twelve amber = 12 count actual of 52",
      "seven red = 7 count actual of 52"]),
    ("The survey went to 3,800 tenants, of whom 1,064 (28%) had replied.",
     ["3,800 tenants = 3800 count actual", "1,064 = 1064 count actual of 3800", "28% = 28 % actual"]),
    ("Nine carers had resigned, against 14 the year before.",
     ["Nine carers = 9 count actual", "14 = 14 count benchmark"]),
    ("Requests had risen to 1,023 from 871.", ["1,023 = 1023 count actual", "871 = 871 count benchmark"]),
    ("Sixty-two per cent agreed.", ["Sixty-two per cent = 62 % actual"]),
    ("Rates collected amounted to 87%, down 2% on 2019.", ["87% = 87 % actual", "2% = 2 % change"]),
    ("The grant was increased by €150,000 to €1.35m.",
     ["€150,000 = 150000 € change", "€1.35m = 1350000 € actual"]),
    ("Performance against the 4 hour target was 68%.", ["4 hour = 4 hours target", "68% = 68 % actual"]),
    ("There were 1,106 people on the list in Gort and 340 in Tuam.",
     ["1,106 people = 1106 count actual", "340 = 340 count actual"]),
    ("Fly-tipping reports rose by 212 to 1,904.", ["212 = 212 count change", "1,904 = 1904 count actual"]),
]  # fmt: skip

NONE = [
    "Shares were shown by colour (up to 20% complete: red, between 21% and 60%: amber, over 60% complete: green).",
    "Any schemes that were less than 40% complete were marked red.",
    "The report covered 37 performance indicators and 14 key projects.",
    "The report contained 37 measures.",
    "The ages were 14 and 16.",
    "The wards were 3 and 7.",
    "One late form out of one would show as 100% of forms late.",
    "21/22-48: Apologies were received.",
    "Calls to 999 and 101 numbers were discussed.",
    "A report would follow after two cycles.",
    "Performance Indicator - 14 - the share of bins missed was discussed.",
    "The meeting of 14 March 2023 had been cancelled.",
    "The report for Quarter 3 of 2022/23 was noted.",
    "The Committee received Item 7 and Appendix 2.",
    "Members turned to paragraph 4.12 on page 36.",
    "The hearing would begin at 10.30am and end by 4pm.",
    "Children aged 11 to 16 were invited.",
    "The home was for 16 and 17 year olds.",
    "Assessments completed within 35 working days were discussed.",
    "Plans were reviewed at the 15 month stage.",
    "One of the governors left the room.",
    "A two-way link was needed.",
    "Section 106 money was discussed.",
    "Residents of 12 Sparrow Lane objected.",
    "Planning application 23/01456/FUL was deferred.",
    "The A350 was closed near the M4.",
    "Three options were put to the Board.",
    "The motion was carried by 23 votes to 14.",
    "There were 11 members present.",
    "The two policies would be merged.",
    "The Panel would meet again in six weeks.",
    "Work would continue over the next 12 months.",
    "The office can be reached on 01234 567890.",
    "Half an hour was given to questions.",
    "The first half of the year had been difficult.",
    "Applicants must be earning less than £53,000.",
    "The pupils should gain five GCSEs.",
    "It would be reviewed at the end of the second quarter.",
    "Key Stage 2 and Year 6 were discussed.",
    "The service is open 24 hours a day, seven days a week.",
    "Spending could double or triple in time.",
    "Two new double yellow lines were requested.",
    "The contract runs for five years.",
    "Tier 3 of the framework applied to COVID-19.",
    "For (12)",
    "Officers would attend two further meetings before the next report in three months.",
    "Two members of the public spoke against the application.",
    "Residents aged 65 and over could apply; those under 16 travelled free.",
    "The 30mph zone would be extended to the B4027 junction.",
    "The four-year plan had five themes and 12 outcomes.",
    "Members noted that Section 3.2 and Appendix B (pages 14 to 22) were exempt under paragraph 3 of Part 1.",
    "One resident asked a question about the 37 bus.",
    "Level 2 and Level 3 qualifications were offered.",
    "Any contract over £100,000 would need approval.",
    "The fee must not exceed £50.",
    "It needs two thirds of the members to vote in favour.",
    "Children with three or more moves were looked at.",
    "The 20 mph limit was signed.",
    "A 24-hour helpline and a 7-day service were available.",
    "The site lay 3 miles from the town and 200 metres from the school.",
    "There were two sides to the story and three ways to resolve it.",
    "Cllr Hale said that he had lived there for 40 years.",
    "A 999 call was made from the 100 Parishes Club.",
    "Items 12.3 and 4.2 were deferred.",
    "The term had been reduced to 5 years.",
    "It compared Quarter 3 with the 12 months to December 2023.",
]  # fmt: skip


def _told(sentence: str) -> list[str]:
    document = parsed(HEAD + sentence, date="2024-03-12")
    lines = []
    for figure in figures.find(document):
        quote = document.text[figure.start_char : figure.end_char]
        whole = "" if figure.out_of is None else f" of {figure.out_of:g}"
        lines.append(f"{quote} = {figure.value:.10g} {figure.unit} {figure.role}{whole}")
    return lines


@pytest.mark.parametrize(("sentence", "told"), FOUND)
def test_finds(sentence: str, told: list[str]) -> None:
    assert _told(sentence) == told


@pytest.mark.parametrize("sentence", NONE)
def test_leaves_alone(sentence: str) -> None:
    assert _told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Absence fell by 4% in 16/17 and rose throughout 17/18.", ["4%"]),
        ("Of the actions, 16/17 were done.", ["16/17"]),
        ("They kept their word in 16/17 cases.", ["16/17"]),
    ],
)
def test_a_year_and_the_next_are_no_share(sentence: str, told: list[str]) -> None:
    document = parsed(HEAD + sentence)
    assert [
        document.document.text[each.start_char : each.end_char] for each in figures.find(document)
    ] == told


def test_period_is_the_one_named_nearest() -> None:
    document = parsed(HEAD + "Attendance was 91% in Q1 2023/24 and 93% in Q2 2023/24.", date="2024-03-12")
    assert [figure.period for figure in figures.find(document)] == ["2023/24 Q1", "2023/24 Q2"]


def test_comparator_is_kept() -> None:
    document = parsed(HEAD + "More than 40 cases, nearly 60 calls and around 80 visits were recorded.")
    assert [figure.comparator for figure in figures.find(document)] == ["over", "under", "about"]


@given(st.text(alphabet=st.sampled_from("0123456789 .,%£€-–/()to ofinandhalf aks\n"), max_size=300))
def test_any_text_is_read_without_harm(text: str) -> None:
    document = parsed(text)
    for figure in figures.find(document):
        assert 0 <= figure.start_char < figure.end_char <= len(document.text)
