"""The registry: known measures by code, by name and by name in other words; a council's own rows."""

from dataclasses import dataclass

import pytest

from extractors.language.code_forms import local_id
from extractors.language.lineage import kin_of
from extractors.language.registry import shipped
from extractors.vocabulary import rows


@dataclass(frozen=True)
class Spoken:
    indicator_id: str | None
    code: str | None
    name: str | None


def test_ids_are_unique_and_every_alias_has_a_measure() -> None:
    ids = [row["id"] for row in rows("indicators.csv")]
    assert len(ids) == len(set(ids))
    assert {row["indicator_id"] for row in rows("indicator_aliases.csv")} <= set(ids)


def test_polarity_and_use_are_of_the_known_values() -> None:
    assert {row["polarity"] for row in rows("indicators.csv")} == {"higher", "lower", ""}
    assert {row["use"] for row in rows("indicator_aliases.csv")} == {"alone", "cue", "topic"}


@pytest.mark.parametrize(
    ("code", "expected"),
    [("NI 117", "ni-117"), ("NI117", "ni-117"), ("NI065", "ni-65"), ("BV 12", "bvpi-12"), ("BVPI 8", "bvpi-8"),
     ("TP01", "tp01"), ("NI 999", None), ("", None)],
)  # fmt: skip
def test_a_code_is_found_however_it_is_printed(code: str, expected: str | None) -> None:
    found = shipped().find_code(code)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("core assessments done in 35 days", "ni-60"),
        ("visitors to libraries", "library-visits"),
        ("reviews of looked after children in timescale", "ni-66"),
        ("LAC reviews completed on time", "ni-66"),
        ("care leavers in employment, education or training", "ni-148"),
        ("care leavers who are not in education, employment or training", "care-leavers-neet"),
        ("16 to 18 year olds not in education, employment or training", "ni-117"),
        ("days lost through sickness", "bvpi-12"),
        ("people who keep bees", None),
        ("", None),
    ],
)
def test_a_name_in_other_words_is_the_same_measure(name: str, expected: str | None) -> None:
    found = shipped().resolve(name)
    assert (found.id if found else None) == expected


def test_a_council_adds_its_own_measures() -> None:
    own = shipped().with_rows(
        [
            {
                "code": "ENV12",
                "name": "Hedgehog crossings kept open",
                "aliases": "hedgehog crossings",
                "unit": "count",
            },
            {"code": "HR3", "name": "Sickness absence"},
            {"code": "", "name": ""},
        ],
        council="Aldermoor Borough Council",
    )
    assert own.find_code("ENV 12") is None
    found = own.find_code("ENV 12", "Aldermoor")
    assert found is not None and (found.id, found.unit) == ("aldermoor-env12", "count")
    assert own.find_code("HR3", "Aldermoor Borough Council").id == "bvpi-12"  # type: ignore[union-attr]
    assert own.resolve("the hedgehog crossings").id == "aldermoor-env12"  # type: ignore[union-attr]
    assert shipped().resolve("the hedgehog crossings") is None


def test_ids_of_local_codes_tell_the_council() -> None:
    assert local_id("LX5", "Aldermoor Borough Council") == "aldermoor-lx5"
    assert local_id("L&CS 3", None) == "local-l-cs-3"


def test_measures_are_described_with_the_names_that_were_printed() -> None:
    measures, names = shipped().describe(
        [
            Spoken("ni-117", None, "NEETs"),
            Spoken("local-zz9", "ZZ9", "kites flown in parks"),
            Spoken("local-zz9", "ZZ9", None),
            Spoken(None, None, "nothing"),
        ]
    )
    assert [(row["id"], row["code"], row["framework"]) for row in measures] == [
        ("local-zz9", "ZZ9", "local"),
        ("ni-117", "NI 117", "NIS"),
    ]
    assert {"indicator_id": "local-zz9", "alias": "kites flown in parks"} in names
    assert {"indicator_id": "ni-117", "alias": "NEET"} in names


def test_lineage_goes_both_ways_and_all_the_way() -> None:
    assert kin_of("paf-d35") == ("ni-63", "paf-d78")
    assert kin_of("ni-63") == ("paf-d35", "paf-d78")
    assert kin_of("ni-117") == ()


def test_lineage_names_measures_of_the_registry() -> None:
    named = {row[key] for row in rows("indicator_lineage.csv") for key in ("earlier", "later")}
    assert named <= set(shipped().by_id)


@pytest.mark.parametrize(
    ("code", "framework"),
    [("ASCOF 2B", "ASCOF"), ("PAM/012", "PAM"), ("PAM012", "PAM"), ("NI 999", "NIS"), ("(PAM/017)", "PAM"),
     ("ZZ9", "local"), ("PAMPHLET 3", "local"), ("NIB 4", "local"), ("TP13", "local")],
)  # fmt: skip
def test_a_code_of_national_form_is_no_councils_own(code: str, framework: str) -> None:
    measures, _ = shipped().describe([Spoken("some-id", code, "hens that lay")])
    assert [row["framework"] for row in measures] == [framework]


@pytest.mark.parametrize(
    "code", ["ASCOF 2A(1)", "ASCOF 2A part 1", "ASCOF measure 2A (1)", "ASCOF(2A) part 1", "ASCOF2A1"]
)
def test_the_codes_of_the_adult_social_care_outcomes_are_found_however_printed(code: str) -> None:
    found = shipped().find_code(code)
    assert found is not None and found.id == "ascof-2a-1"


def test_a_code_of_an_unknown_council_is_known_in_its_own_document_only() -> None:
    one, other = local_id("LX5", None, "aaaaaaaaaaaa"), local_id("LX5", None, "bbbbbbbbbbbb")
    assert one == "local-aaaaaaaa-lx5" != other
    assert local_id("LX5", "Aldermoor Council", "aaaaaaaaaaaa") == "aldermoor-lx5"


def test_number_rate_and_timeliness_of_one_population_are_different_measures() -> None:
    names = (
        "number of looked after children",
        "rate of children in care",
        "reviews of children in care in timescale",
    )
    assert len({found.id for name in names if (found := shipped().resolve(name))}) == len(names)
