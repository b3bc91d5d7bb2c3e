"""Measures named in prose, and the measure that a number speaks of; on invented sentences."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import indicators
from tests.documents import parsed


def named(text: str) -> list[str]:
    page = parsed(text)
    return [page.text[m.start : m.end] for m in page.measures.mentions]


def ids(text: str) -> list[str | None]:
    return [m.indicator_id for m in parsed(text).measures.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members asked why the number of adders on the common had fallen.", ["the number of adders on the common"]),
        ("It saw a growing number of families who had no garden.", ["a growing number of families who had no garden"]),
        ("The proportion of ponds that were dredged was 40%.", ["The proportion of ponds that were dredged"]),
        ("It was felt that library footfall had recovered.", ["library footfall"]),
        ("Cllr Ashe was worried by truffle poaching rates.", ["truffle poaching rates"]),
        ("He quoted the adoption figures in the report.", ["adoption figures"]),
        ("The target relating to swan counts on the lake was ambitious.", ["swan counts on the lake"]),
        ("It was noted that 71 per cent of tenants had been visited.", ["tenants had been visited"]),
        ("In total 37 households were rehoused after the flood.", ["households were rehoused after the flood"]),
        ("Officers reported 22 notices to quit.", ["notices to quit"]),
        ("She asked how many otters had been seen.", ["otters had been seen"]),
        ("Orchard takings – these are over budget by 4K.", ["Orchard takings"]),
        ("The average re-seeding time was nine days.", ["The average re-seeding time"]),
        ("Sickness absence and rent arrears were up.", ["Sickness absence", "rent arrears"]),
        ("Complaints (14) and potholes were on the list.", ["Complaints"]),
        ("He noted that punting had risen to 12,000 and larking fell by 12%.", ["punting", "larking"]),
        ("The gap between tall and short pupils was 12%.", ["The gap between tall and short pupils"]),
        ("The gap between the tall and the short pupils was 12%.", ["The gap between the tall and the short pupils"]),
        ("Cress deliveries were showing as a red indicator.", ["Cress deliveries"]),
        ("They spoke of the hedgehog crossings indicator.", ["hedgehog crossings indicator"]),
        ("It would look into fly tipping performance.", ["fly tipping performance"]),
        ("On-call availability, of course", ["On-call availability"]),
        ("He queried the time taken to mend a lychgate.", ["the time taken to mend a lychgate"]),
        ("The time it took the crew to answer a barge was long.", ["The time it took the crew to answer a barge"]),
        ("Average days to empty a skip", ["Average days to empty a skip"]),
        ("Percentage of all repairs made within the limit", ["Percentage of all repairs made within the limit"]),
        ("“Proportion upheld” said little, she thought.", ["Proportion upheld"]),
        ("It heard that 9% of CLA had seen a falconer in the year.", ["CLA had seen a falconer in the year"]),
        ("14% of tenants were late and 86% of tenants had paid.", ["tenants were late", "tenants had paid"]),
        ("Average re-let time, excluding thatched cottages", ["Average re-let time, excluding thatched cottages"]),
        ("The post and allotment workload grew.", ["allotment workload"]),
    ],
)  # fmt: skip
def test_measures_are_named_in_prose(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Committee considered the key measures of success.",
        "A number of members spoke and a number of issues were raised.",
        "The number of members on the panel was reduced.",
        "Performance indicators would be reviewed.",
        "The Recycling Team and the Housing Delivery Plan were commended.",
        "The level of detail and the level of support were welcome.",
        "Six of the KPIs were above target.",
        "The Head of Complaints gave a presentation on the Crime Strategy.",
        "Interest rates had risen and the business rates bill was debated.",
        "He took issue with the minutes and visits were arranged.",
        "The Adoption Service and the Youth Offending Team attended.",
        "Targeted work was being done with schools.",
        "The speed indicator on the green would be moved.",
        "The gate was green and the hall was at 5 Mill Lane.",
        "Allowances be increased by 3%; the band rose at 9.15 pm and the price of ink rose by 3%.",
        "The performance indicator and the corporate indicator were new.",
        "A high number of promising entrants had been seen at the pageant.",
        "The volume of activities on the green was a delight.",
        "101 stewards were thanked; he dialled 101 and the calls were kind.",
        "The attendance of the Mayor at the schools was noted.",
        "Expenditure stood at 61% of the budget for lamps.",
    ],
)
def test_what_names_no_measure(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the number of looked after children", "the number of children in care"),
        ("visits to libraries", "library visits"),
        ("young people not in education, employment or training", "NEETs"),
        (
            "core assessments within 35 working days",
            "the percentage of core assessments completed in 35 days",
        ),
        ("care leavers EET", "care leavers in employment, education or training"),
        ("DTOC", "delayed transfers of care"),
    ],
)
def test_one_measure_under_two_names(one: str, other: str) -> None:
    first, second = ids(f"Members noted {one}."), ids(f"Members noted {other}.")
    assert first and first == second


def test_complaints_received_and_upheld_are_two_measures() -> None:
    assert ids("Complaint volumes were up.") == ["complaints-received"]
    assert set(ids("The percentage of upheld complaints fell; “percentage upheld” is plain.")) == {
        "complaints-upheld"
    }


def test_not_and_the_population_part_measures() -> None:
    eet, neet, youth = (
        ids(f"The report gave {name}.")
        for name in (
            "care leavers in education, employment or training",
            "care leavers not in education, employment or training",
            "16 to 18 year olds not in education, employment or training",
        )
    )
    assert len({*eet, *neet, *youth}) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of FTEs had fallen, and the youth justice board was glad.", ["ni-111"]),
        ("Exclusions were debated: the number of FTEs had doubled.", ["suspensions"]),
        ("The number of FTEs was 40 across the workforce.", []),
        ("The number of CICs, as companies of that kind are called, was 3.", []),
        ("The number of CPPs had grown, said the social work manager.", ["children-subject-to-plans"]),
        (
            "The child protection plan was explained.\nMore on this later.\nThe number of CPPs had grown since the "
            "spring and stood higher than in any year that the Panel had on its file.",
            ["children-subject-to-plans"],
        ),
        ("The number of CPPs had grown since the spring.", [None]),
        ("The number of FTEs had grown.", [None]),
        ("The rate of PA was discussed, as was the number of SARs.", [None, None]),
        (
            "First time entrants and fixed term exclusions were on the agenda.\nThe Chair thanked all who had "
            "come to the hall in such weather, wet as it was.\nThe number of FTEs had grown since the spring and "
            " stood higher than in any year that the Panel had on its file.",
            [None],
        ),
        ("The number of CPPs, or community planning partnerships, was four.", []),
        ("The rate of PA had risen in the school.", ["ni-87"]),
    ],
)
def test_short_forms_with_several_meanings_are_settled_by_context_or_left_open(
    text: str, expected: list[str | None]
) -> None:
    page = parsed(text)
    short = re.compile(r"\b(?:FTE|CIC|CPP|PA|SAR)s?\b")
    assert [m.indicator_id for m in page.measures.mentions if short.search(m.name or "")] == expected


def test_a_short_form_is_known_after_it_is_given() -> None:
    page = parsed("He explained the rate of swift nesting (RSN).\nLater the RSN was mentioned.")
    assert [m.rule for m in page.measures.mentions][1:] == ["measure.short-form"]
    assert len({m.indicator_id for m in page.measures.mentions}) == 1


def test_the_last_word_and_a_points_topic_speak_of_the_measure_again() -> None:
    assert named("The budget deficit was larger. It was hoped that the deficit would shrink.") == [
        "budget deficit",
        "the deficit",
    ]
    topic = ids("• Swan upkeep – concern was raised about the number of swan upkeep visits.")
    assert len(topic) == 2 and len(set(topic)) == 1


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("The recycling rate was 41%, above the target of 40%.", "41%", "ni-192"),
        ("The recycling rate was 41%, above the target of 40%.", "40%", "ni-192"),
        ("The recycling rate was 41%; rent arrears stood at 3.2%.", "3.2%", "rent-arrears"),
        ("92 per cent of ponds were dredged; and staff turnover of 14 per cent.", "14 per cent", "staff-turnover"),
        ("Sickness absence was discussed. The figure was 9.1 days.", "9.1 days", "bvpi-12"),
        ("Sickness absence was discussed. A marquee costs 400 pounds.", "400", None),
        ("Members met 12 otters.", "12", None),
        ("She queried staff turnover. Mr Vane replied that 14% had been usual.", "14%", "staff-turnover"),
        ("Staff turnover was queried. He hoped for the target for the spring of 12%.", "12%", "staff-turnover"),
        ("Staff turnover was 9%. The regional standard was 11%.", "11%", "staff-turnover"),
        ("Staff turnover was queried. Mr Vane replied that 14% had been usual, up from 6%.", "6%", "staff-turnover"),
        ("Staff turnover was 14%, 3% above target.", "3%", "staff-turnover"),
        ("Staff turnover was queried. A standard marquee costs 400 pounds.", "400 pounds", None),
        ("Staff turnover had risen because of two marquees.", "two marquees", None),
        ("Staff turnover was too high; five extra gardeners had been hired.", "five extra gardeners", None),
        ("Staff turnover was queried. It was felt that six new sheds had helped.", "six new sheds", None),
    ],
)  # fmt: skip
def test_which_measure_a_number_speaks_of(text: str, number: str, expected: str | None) -> None:
    page = parsed(text)
    start = page.text.index(number)
    assert page.measure_for(start, start + len(number)) == expected


def test_an_answer_speaks_of_what_was_asked() -> None:
    page = parsed("Q. Is staff turnover improving?\nA. 72% in June, against 60% in May.")
    for number in ("72%", "60%"):
        start = page.text.index(number)
        assert page.measure_for(start, start + 3) == "staff-turnover"
    page = parsed("Q: Is staff turnover improving?\nA: It is at 72%.")
    start = page.text.index("72%")
    assert page.measure_for(start, start + 3) == "staff-turnover"


def test_rows_of_values_are_known_but_are_no_mentions() -> None:
    page = parsed(
        "Library visits | 120 | 130 | 125\nCirculate a note on missed collections | Pete Garrick | June"
    )
    assert [m.indicator_id for m in page.measures.mentions] == ["library-visits", "missed-bins"]
    assert [record.indicator_id for record in indicators.find(page)] == ["missed-bins"]


@given(
    st.text(max_size=200),
    st.sampled_from(["NI 117", "12% of ", "the number of ", " (KSI) ", "COU15, 16-", "|", ""]),
)
def test_any_text_gives_ordered_mentions_inside_it(text: str, inserted: str) -> None:
    whole = text[:90] + inserted + text[90:]
    page = parsed(whole)
    mentions = page.measures.mentions
    assert list(mentions) == sorted(mentions, key=lambda m: (m.start, m.end))
    assert all(0 <= m.start < m.end <= len(page.text) and m.indicator_id for m in mentions)
    assert mentions == parsed(whole).measures.mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The length of time barns were empty was long.", ["The length of time barns were empty"]),
        ("This showed the number of barn fires where a cat had been hurt and that it fell.",
         ["the number of barn fires where a cat had been hurt"]),
        ("He praised the timeliness of hen reviews which was slightly better.", ["the timeliness of hen reviews"]),
        ("The number of hens in small coops isn’t small.", ["The number of hens in small coops"]),
        ("The proportion of barns not at ‘decent barn’ standard had grown.",
         ["The proportion of barns not at ‘decent barn’ standard"]),
        ("The title “number of hens lost” was too short.", ["number of hens lost"]),
        ("It showed the number of formal meetings and of corporate performance indicators.", []),
        ("Reports of actual instances of burglary had fallen.", ["actual instances of burglary"]),
        ("There was a fall in the amount of calls.", ["the amount of calls"]),
        ("The recruitment of six apprentices was welcomed.", []),
        ("A good amount of goodwill was shown.", []),
        ("Average wait at reception is now six minutes.", ["Average wait at reception"]),
        ("Trust in hens, measured by a survey, was 68%.", ["Trust in hens"]),
        ("The national standard is 95% and the majority was 38%.", []),
        ("The major performance indicators and the performance report were noted.", []),
        ("Hens above target and repairs completed on the day were noted.", []),
    ],
)  # fmt: skip
def test_where_a_name_in_prose_ends_and_what_is_none(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rough sleeping had been at 4% of cases.", ["Rough sleeping"]),
        ("The target for the next report was food hygiene.", ["food hygiene"]),
        ("He spoke of rough sleeping with feeling.", []),
        ("The garden waste round had cost 4% more.", []),
        ("The target audience was told of food hygiene.", []),
    ],
)
def test_a_topics_name_is_a_measure_where_a_level_or_a_target_is_told(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_a_short_form_beside_words_of_its_own_is_the_measure_that_it_is_written_out() -> None:
    assert ids("PA in secondary schools was 12%.") == ["ni-87"]
    assert ids("The number of FTE to the youth justice system was 43.") == ["ni-111"]
    assert not {"ni-87", "ni-111", "suspensions"} & set(ids("The number of FTE lifeguards was 43."))
