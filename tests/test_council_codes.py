"""A council's own code means in all of its documents what one of them says, whichever came in first."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from extractors.language.code_forms import is_generic
from extractors.language.council_codes import CouncilCodes
from extractors.language.parsed import Parsed
from pipeline.extract import extract
from tests.databases import dump, opened, run
from tests.documents import document

HEAD = "{council}\n{committee}\nMinutes of the meeting held on {day}\n\n1. Performance\n"
END = "\n\n2. Any other business\nNone.\n"
DEFINES = (
    "Performance indicator EH/05 – Missed garden collections put right stood at 62% in the third quarter."
)
ASKS = "Councillor Reed asked why EH/05 had fallen to 71%. The Clerk explained that two lorries were off the road."
LOG = (
    "{council}\n{committee}\nMinutes of the meeting held on {day}\n\nAction log\n"
    "EH/05 – The note on missed collections to be sent round – Mrs Pell\n"
)


def write(
    folder: Path, name: str, words: str, *, council: str = "Marsh Overy Town Council", day: int = 4
) -> Path:
    path = folder / "corpus" / name / f"{name}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = words if "{council}" in words else HEAD + words + END
    path.write_text(head.format(council=council, committee="Amenities Committee", day=f"{day} March 2024"))
    return path


def asked_about(database: Path) -> list[tuple[str, str | None]]:
    """The council and measure of each question, and of each figure of 71 per cent."""
    with opened(database) as connection:
        return connection.execute(
            """
            select council, indicator_id from questions
            join documents on documents.id = questions.document_id
            left join question_indicators on question_id = questions.id
            union all
            select council, indicator_id from figures join documents on documents.id = document_id where value = 71
            order by 1, 2
            """
        ).fetchall()


OURS = [("Marsh Overy Town Council", "marsh-overy-town-eh-05")] * 2


def test_the_code_is_linked_in_its_council_only(tmp_path: Path) -> None:
    write(tmp_path, "defines", DEFINES)
    write(tmp_path, "asks", ASKS, day=5)
    write(tmp_path, "elsewhere", ASKS, council="Upper Sedge Parish Council")
    run(tmp_path / "x.db", tmp_path / "corpus")
    assert asked_about(tmp_path / "x.db") == [*OURS, *[("Upper Sedge Parish Council", None)] * 2]


def test_the_order_of_coming_in_does_not_matter(tmp_path: Path) -> None:
    parts = [
        write(tmp_path, "defines", DEFINES),
        write(tmp_path, "asks", ASKS, day=5),
        write(tmp_path, "again", ASKS.replace("EH/05", "EH 05"), day=6),
    ]
    dumps = set()
    for number, order in enumerate(permutations(parts)):
        database = tmp_path / f"{number}.db"
        for part in (*(each.parent for each in order), tmp_path / "corpus"):
            run(database, part)
        dumps.add("\n".join(dump(database)))
    assert len(dumps) == 1
    assert asked_about(database) == [*OURS, *OURS]


def test_what_defined_it_may_change_and_go(tmp_path: Path) -> None:
    write(tmp_path, "asks", ASKS, day=5)
    defines = write(tmp_path, "defines", DEFINES)
    database = tmp_path / "x.db"
    run(database, tmp_path / "corpus")
    assert asked_about(database) == OURS
    defines.write_text(defines.read_text().replace("EH/05", "EH/06"))
    run(database, tmp_path / "corpus")
    unlinked = [(council, None) for council, _ in OURS]
    assert asked_about(database) == unlinked
    defines.write_text(defines.read_text().replace("EH/06", "EH/05"))
    run(database, defines)  # the run is about this file alone; the link is the other's
    assert asked_about(database) == OURS
    defines.unlink()
    summary = run(database, tmp_path / "corpus")
    assert asked_about(database) == unlinked and summary.removed == 1
    fresh = tmp_path / "fresh.db"
    run(fresh, tmp_path / "corpus")
    assert dump(fresh) == dump(database)


def test_files_and_problems_of_a_document_read_again_stay(tmp_path: Path) -> None:
    asks = write(tmp_path, "asks", ASKS, day=5)
    (tmp_path / "corpus" / "copy.txt").write_bytes(asks.read_bytes())
    database = tmp_path / "x.db"
    run(database, tmp_path / "corpus")
    write(tmp_path, "defines", DEFINES)
    run(database, tmp_path / "corpus")
    with opened(database) as connection:
        files = connection.execute("select source, document_id is null from files order by 1").fetchall()
        problems = connection.execute("select source, error from problems").fetchall()
    assert [lost for _, lost in files] == [0, 0, 0]
    assert problems == [("copy.txt", "duplicate")] or problems == [("asks/asks.txt", "duplicate")]
    assert run(database, tmp_path / "corpus").unchanged == 2


def test_a_file_that_has_gone_elsewhere_is_left_as_it_stands(tmp_path: Path) -> None:
    asks, defines = write(tmp_path, "asks", ASKS, day=5), write(tmp_path, "defines", DEFINES)
    database = tmp_path / "x.db"
    run(database, asks.parent)
    asks.unlink()
    run(database, defines.parent)
    assert [each for each in asked_about(database) if each[1]] == []


def test_the_number_of_a_logs_entry_is_no_measure_anywhere(tmp_path: Path) -> None:
    write(tmp_path, "log", LOG)
    write(
        tmp_path,
        "note",
        "The complaints about missed collections (EH/05) stood at 71%. Members asked why.",
        day=5,
    )
    database = tmp_path / "x.db"
    run(database, tmp_path / "corpus")
    with opened(database) as connection:
        codes = connection.execute("select code from indicator_mentions where code is not null").fetchall()
    assert codes == []


def test_a_code_with_a_title_is_a_measure_though_a_log_uses_it_too(tmp_path: Path) -> None:
    write(tmp_path, "log", LOG)
    write(tmp_path, "defines", DEFINES, day=5)
    write(tmp_path, "asks", ASKS, day=6)
    run(tmp_path / "x.db", tmp_path / "corpus")
    assert [each for each in asked_about(tmp_path / "x.db") if each[1]] == OURS


def test_a_code_with_two_meanings_is_linked_to_neither(tmp_path: Path) -> None:
    write(tmp_path, "defines", DEFINES)
    write(
        tmp_path,
        "other",
        "Performance indicator EH/05 – Average days to let a void allotment stood at 9.",
        day=6,
    )
    write(tmp_path, "asks", ASKS, day=5)
    run(tmp_path / "x.db", tmp_path / "corpus")
    assert [each for each in asked_about(tmp_path / "x.db") if each[1]] == []


def test_rows_of_a_table_define_codes_too(tmp_path: Path) -> None:
    path = tmp_path / "corpus" / "report.html"
    path.parent.mkdir()
    path.write_text(
        "<html><body><h1>Marsh Overy Town Council</h1><p>Performance report, 4 March 2024</p><table>"
        "<tr><th>Ref</th><th>Indicator</th><th>Actual</th><th>Target</th></tr>"
        "<tr><td>EH/05</td><td>Garden collections put right</td><td>62%</td><td>70%</td></tr>"
        "<tr><td>EH/06</td><td>Allotments let</td><td>81%</td><td>90%</td></tr></table></body></html>"
    )
    write(tmp_path, "asks", ASKS, day=5)
    run(tmp_path / "x.db", tmp_path / "corpus")
    assert asked_about(tmp_path / "x.db") == OURS


@pytest.mark.parametrize(
    ("words", "measures"),
    [
        ("Members asked why EH/05 was red.", ["m"]),
        ("EH 05 and EH-5 had both risen.", ["m", "m"]),
        ("Minute EH/05 refers.", []),
        ("Councillor Reed referred to risk EH/05.", []),
        ("Paper EH/05 had been circulated.", []),
        ("The Panel turned to C1.", []),
        ("A target for C1 was needed.", ["c"]),
        ("EH/051 and REH/05 are others.", []),
    ],
)
def test_where_a_known_code_is_a_measure(words: str, measures: list[str]) -> None:
    told = CouncilCodes.of([("eh5", "m"), ("c1", "c"), ("hr2", None)])
    found = extract(document(words, council="Marsh Overy Town Council"), elsewhere=told).records
    assert [row.indicator_id for row in found if row.table == "indicator_mentions"] == measures  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("RISK REGISTER\n\nHR2 Loss of key staff\n\nHR3 Flooding of the depot", ["HR2", "HR3"]),
        ("Briefing notes circulated\n\nBN12 Verge cutting\n\nBN13 School crossings", ["BN12", "BN13"]),
        ("Background papers\n\nFP07 Draft budget", ["FP07"]),
        ("Performance\n\nHR2 Working days lost to sickness", []),
        ("Recommendations about parking\n\nHR2 Working days lost to sickness", []),
    ],
)
def test_numbers_of_lists(words: str, numbers: list[str]) -> None:
    uses = Parsed(document(words)).code_uses
    assert [use.code for use in uses if use.use == "number"] == numbers


def test_generic_codes() -> None:
    assert all(map(is_generic, ["1", "1.2", "KPI 1", "PI 12a", "A3", "Measure 4", "ref 7", "three"]))
    assert not any(map(is_generic, ["EH/05", "LX5", "CISRS1", "P&R 001"]))


def test_json_says_the_measure(tmp_path: Path) -> None:
    from tests.test_asking import run as command

    write(tmp_path, "defines", DEFINES)
    write(tmp_path, "asks", ASKS, day=5)
    database = str(tmp_path / "x.db")
    command("ingest", str(tmp_path / "corpus"), "--db", database)
    rows = json.loads(command("indicator", "EH/05", "--json", "--db", database))
    assert [(row["kind"], row["value"]) for row in rows] == [
        ("actual", 62.0),
        ("question", None),
        ("actual", 71.0),
    ]
