"""One promise that its document records twice is one for whoever reads: joined where sure, its places side by side."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from pipeline.follow_ups.model import Promise
from pipeline.follow_ups.twice import led_by, told_again
from tests.test_asking import run

Told = tuple[str, str, str | None]
"""Kind, words, owner."""


def _joined(one: Told, other: Told, documents: tuple[str, str] = ("a", "a"), context: str = "") -> bool:
    promises = [
        Promise(
            f"{number}", text, context, kind, owner, "2031-01-07", "Tarn", "Quay Panel", document_id=document
        )
        for number, ((kind, text, owner), document) in enumerate(zip((one, other), documents, strict=True))
    ]
    return bool(told_again(promises))


TWICE = (
    (
        ("report", "The Harbour Master undertook to bring a report on mooring fees", "The Harbour Master"),
        ("report", "That a report on mooring fees be brought to the next meeting", None),
    ),
    (
        ("visit", "Councillor Dale suggested that the Panel visit the lifeboat station", None),
        ("visit", "a visit to the lifeboat station be arranged", None),
    ),
    (
        (
            "add to work programme",
            "Councillor Brook proposed that slipway closures be added to the programme",
            None,
        ),
        ("report", "the addition of a report on slipway closures", None),
    ),
    (
        ("letter", "The Chair would write to the water company about outfalls at Gull Sands", "The Chair"),
        ("letter", "Write to water company re outfalls at Gull Sands", "Chair"),
    ),
    (
        ("information", "Mrs Tey agreed to let members have the number of berths let to visitors", "Mrs Tey"),
        ("briefing note", "A note on the number of berths let to visitors", "Mrs Tey"),
    ),
)
TWO = (
    # Other things of the same make, places, numbers and times.
    (
        ("report", "a report on mooring fees be brought", None),
        ("report", "a report on launching fees be brought", None),
    ),
    (
        ("visit", "a visit to the Tarn lifeboat station", None),
        ("visit", "a visit to the Gull lifeboat station", None),
    ),
    (
        ("other", "Clerk to mend the gate at plot 9, Quay Lane", "Clerk"),
        ("other", "Clerk to mend the gate at plot 4, Quay Lane", "Clerk"),
    ),
    (
        ("report", "a report on dredging be brought in March", None),
        ("report", "a report on dredging be brought in September", None),
    ),
    # Other papers and deeds on one thing.
    (
        ("report", "a plan for dredging the inner basin would be presented", None),
        ("report", "a report on dredging the inner basin be presented", None),
    ),
    (
        ("letter", "write to the owner of the derelict crane", None),
        ("visit", "visit the owner of the derelict crane", None),
    ),
    # Other people.
    (
        ("information", "Mr Weir would send the berth list for the inner basin", "Mr Weir"),
        ("information", "Ms Tolland would send the berth list for the inner basin", "Ms Tolland"),
    ),
    # One says more than the other, or hardly anything.
    (
        ("information", "place the berth list on the website", None),
        (
            "information",
            "future berth lists, accounts and byelaws would be displayed on the website and the quay",
            None,
        ),
    ),
    (("information", "they would be sent", None), ("information", "these would be sent", None)),
)


@pytest.mark.parametrize(("one", "other"), TWICE)
def test_the_narrative_and_the_limb_are_of_one_promise(one: Told, other: Told) -> None:
    assert _joined(one, other) and _joined(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_promises_are_never_one(one: Told, other: Told) -> None:
    assert not _joined(one, other) and not _joined(other, one)


def test_what_only_the_words_before_it_tell_of_is_not_joined() -> None:
    told = "Members spoke of mooring fees and the berth list for the inner basin. "
    assert not _joined(
        ("information", "he would send it", None),
        ("information", "she would have it sent", None),
        context=told,
    )


def test_two_documents_are_two_promises() -> None:
    one, other = TWICE[0]
    assert not _joined(one, other, documents=("a", "b"))


@given(
    st.lists(st.tuples(st.sampled_from(("report", "letter")), st.text(max_size=40), st.none()), max_size=6)
)
def test_every_group_has_one_fullest_record(told: list[Told]) -> None:
    promises = [
        Promise(str(at), text, "", kind, owner, "2031-01-07", None, None)
        for at, (kind, text, owner) in enumerate(told)
    ]
    found = told_again(promises)
    assert found.keys().isdisjoint(found.values())
    assert found.keys() | set(found.values()) <= {each.id for each in promises}


LOG = """Tarn Borough Council
Quay Panel
Minutes of the meeting held on 4 March 2031

1. ACTION LOG

| Ref | Action | Lead | Status |
| --- | --- | --- | --- |
| QP/01 | Bring a report on mooring fees | The Harbour Master | Open |
| QP/02 | Report on launching fees | The Harbour Master | Open |
"""
MINUTES = """Tarn Borough Council
Quay Panel
Minutes of the meeting held on 7 January 2031

1. MOORING FEES
The Harbour Master undertook to bring a report on mooring fees. Members spoke of the weather.
RESOLVED: That a report on mooring fees be brought to the next meeting.
2. SLIPWAYS
The Clerk would write to the owner of the derelict crane.
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("twice")
    (folder / "a.txt").write_text(MINUTES)
    run("ingest", str(folder), "--db", str(folder / "minutes.db"))
    return folder / "minutes.db"


def _rows(database: Path, *options: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads(run("promises", "--json", "--db", str(database), *options))
    return rows


def _fees(database: Path) -> dict[str, str]:
    (row,) = (each for each in _rows(database) if "mooring fees" in each["promise"])
    return row


def test_a_person_sees_one_promise_with_both_places(database: Path, tmp_path: Path) -> None:
    fees = _fees(database)
    assert fees["due"] and len(fees["also"]) == 1, "the record with the date leads"
    assert "Also at character" in run("promises", "--db", str(database))
    assert "; also " in run("pack", "quay", "--db", str(database))
    run("promises", "--tracker", str(tmp_path / "t.xlsx"), "--db", str(database))
    sheet = load_workbook(tmp_path / "t.xlsx").active
    assert sheet is not None and sheet.max_row == 1 + len(_rows(database))
    assert [row["action_id"] for row in _rows(database, "--owner", "Harbour")] in ([], [fees["action_id"]])


def test_closing_either_record_closes_the_promise(database: Path) -> None:
    fees = _fees(database)
    (other,) = (each["action_id"] for each in fees["also"])  # type: ignore[index]
    run("promises", "close", other, "--because", "Came in March", "--db", str(database))
    assert _fees(database)["status"] == "closed"
    run("promises", "close", fees["action_id"], "--because", "Came in April", "--db", str(database))
    assert _fees(database)["closed_because"] == "Came in April"
    assert (database.parent / "closings.csv").read_text().count("Came in") == 1
    run("promises", "reopen", other, "--db", str(database))
    assert _fees(database)["status"] == "open"


def test_a_row_of_a_later_action_log_tells_of_the_promise_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MINUTES)
    (tmp_path / "b.md").write_text(LOG)
    database = tmp_path / "minutes.db"
    run("ingest", str(tmp_path), "--db", str(database))
    fees = _fees(database)
    assert fees["date"] == "2031-01-07" and len(fees["also"]) == 2
    assert "Also on 4 March 2031" in run("promises", "--db", str(database))
    assert any("launching" in row["promise"] for row in _rows(database))


def test_records_lead_to_the_one_that_leads_no_further() -> None:
    assert led_by({"c": "b"}, {"b": "a"}) == {"c": "a", "b": "a"}
    assert led_by({"c": "b"}, {"c": "a"}) == {"c": "a"}
