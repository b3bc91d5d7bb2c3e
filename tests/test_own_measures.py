"""A council's own measures: a CSV beside its documents, no code touched."""

import json
from contextlib import closing
from pathlib import Path

from pipeline.queries.own_codes import own_codes
from pipeline.store import open_for_reading
from tests.test_asking import run

MINUTES = """Marsh Overy Town Council
Amenities Committee
Minutes of the meeting held on 4 March 2024

1. Performance
Use of the hedgehog tunnels stood at 62% in the third quarter.
Councillor Reed asked why hog passages had fallen. The Clerk explained that two tunnels were flooded.

2. Any other business
None.
"""


def test_names_of_the_list_are_one_measure(tmp_path: Path) -> None:
    corpus, database = tmp_path / "corpus", str(tmp_path / "minutes.db")
    corpus.mkdir()
    (corpus / "minutes.txt").write_text(MINUTES)
    run("ingest", str(corpus), "--db", database)
    before = json.loads(run("asked", "ZQ9", "--json", "--db", database))
    (corpus / "indicators.csv").write_text(
        "code,name,aliases,unit,polarity\nZQ9,Use of the hedgehog tunnels,hog passages,%,higher\n"
    )
    assert "1 read" in run("ingest", str(corpus), "--db", database)  # the list changes what the document says
    (question,) = json.loads(run("asked", "ZQ9", "--json", "--db", database))
    assert before == [] and question["asker"] == "Councillor Reed"
    figures = json.loads(run("figures", "hog passages", "--json", "--db", database))
    assert [(row["value"], row["unit"]) for row in figures] == [(62.0, "%")]
    assert "0 read" in run("ingest", str(corpus), "--db", database)


def test_a_list_that_cannot_be_read_is_a_problem_and_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(MINUTES)
    (tmp_path / "indicators.csv").write_bytes(b"\xff\xfe\x00\x00nonsense")
    said = run("ingest", str(tmp_path), "--db", str(tmp_path / "x.db"))
    assert "1 read" in said and "indicators" in said


def test_a_measure_is_asked_about_under_the_codes_it_had_before(tmp_path: Path) -> None:
    """BVPI 161 became NI 148: whoever asks by one code is shown what was asked under the other."""
    for year, code in ((2007, "BVPI 161"), (2010, "NI 148")):
        (tmp_path / f"{year}.txt").write_text(
            f"Marsh Overy Town Council\nYouth Committee\nMinutes of the meeting held on 4 March {year}\n\n"
            f"1. Performance\nThe Director presented the report.\n"
            f"Councillor Reed asked why {code} had fallen. The Director explained that a hostel had closed.\n\n"
            "2. Any other business\nNone.\n"
        )
    database = str(tmp_path / "minutes.db")
    run("ingest", str(tmp_path), "--db", database)
    for code in ("NI 148", "BVPI 161"):
        rows = json.loads(run("asked", code, "--json", "--db", database))
        assert [row["date"][:4] for row in rows] == ["2007", "2010"]


def test_a_code_beside_anothers_title_is_said_to_people(tmp_path: Path) -> None:
    minutes = tmp_path / "minutes.txt"
    minutes.write_text(MINUTES.replace("Use of the hedgehog tunnels stood", "NI 177 (NEET) stood"))
    database = str(tmp_path / "minutes.db")
    run("ingest", str(minutes.parent), "--db", database)
    told = "Code and title disagree: NI 177"
    assert told in run("explain", str(minutes))
    assert told in run("indicator", "NI", "117", "--db", database)
    minutes.write_text(minutes.read_text().replace("NI 177 (", "NI 117 ("))
    run("ingest", str(minutes.parent), "--db", database)
    assert told not in run("explain", str(minutes), "--notes")
    assert told not in run("indicator", "NI", "117", "--db", database)


def test_a_listed_code_is_known_wherever_it_stands_and_guarded_still(tmp_path: Path) -> None:
    """The list says that HP2 is a measure: no word for one need stand beside it. A risk of that number is none."""
    told = MINUTES.replace("hog passages had fallen", "HP2 had fallen").replace(
        "None.", "Risk HP2 on the risk register had been closed."
    )
    (tmp_path / "minutes.txt").write_text(told)
    (tmp_path / "indicators.csv").write_text("code,name\nHP2,Hedgehogs weighed\n")
    database = str(tmp_path / "minutes.db")
    run("ingest", str(tmp_path), "--db", database)
    (question,) = json.loads(run("asked", "HP2", "--json", "--db", database))
    assert question["question"] == "Councillor Reed asked why HP2 had fallen"
    entries = json.loads(run("indicator", "HP2", "--json", "--db", database))
    assert [entry["kind"] for entry in entries] == ["question"]


def test_a_councils_own_code_for_what_all_measure_is_said_and_asked_by(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(
        MINUTES.replace(
            "Use of the hedgehog tunnels stood", "ZX5 working days lost due to sickness absence stood"
        )
    )
    database = str(tmp_path / "minutes.db")
    said = "ZX5 “working days lost due to sickness absence”: registered as a code of Marsh Overy Town Council’s own"
    told = run("ingest", str(tmp_path), "--db", database)
    assert f"{said}, for BVPI 12" in told
    assert said in run("indicator", "ZX5", "--db", database)
    assert json.loads(run("indicator", "zx 5", "--json", "--db", database))


def test_a_councils_own_code_says_nothing_of_another_councils(tmp_path: Path) -> None:
    told = MINUTES.replace("Use of the hedgehog tunnels", "ZX5 working days lost due to sickness absence")
    (tmp_path / "here.txt").write_text(told.replace("hog passages had", "ZX5 had"))
    elsewhere = MINUTES.replace("Marsh Overy Town", "Upper Sedge Parish").replace(
        "hog passages had", "ZX5 had"
    )
    (tmp_path / "elsewhere.txt").write_text(elsewhere)
    database = str(tmp_path / "minutes.db")
    run("ingest", str(tmp_path), "--db", database)
    assert {row["council"] for row in json.loads(run("asked", "ZX5", "--json", "--db", database))} == {
        "Marsh Overy Town Council"
    }


def test_a_code_is_said_with_a_whole_name_before_one_that_a_number_cuts(sample_database: Path) -> None:
    with closing(open_for_reading(sample_database)) as connection:
        titles = {row["printed"]: row["title"] for row in own_codes(connection)}
    assert titles["EN09"] == "Missed bins"
