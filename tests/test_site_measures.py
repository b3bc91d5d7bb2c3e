"""Indicators, packs, problems and the page on accuracy say what the database and the measurements do."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette

from benchmarks import accuracy
from benchmarks.gate import FLOORS
from pipeline.publish import OUTPUT
from pipeline.publish import site as publish
from pipeline.queries.indicators import describe
from pipeline.queries.measures import STATES, measures, standing, state_of
from pipeline.queries.off_target import latest_words, off_target
from pipeline.queries.outcomes import fates_of, promises
from pipeline.site.indicators import other_names
from tests.site_pages import get, ids, soup
from tests.test_asking import run

AGAIN = "run python -m benchmarks.accuracy"


def test_the_list_has_every_measure_once(site: Datasette, connection: sqlite3.Connection) -> None:
    links = [str(a["href"]) for a in soup(site, "/indicators").select("table a")]
    assert sorted(links) == sorted(
        f"/indicator/{each}" for each in ids(connection, "select id from indicators")
    )


def test_the_list_is_searched_and_narrowed(site: Datasette, connection: sqlite3.Connection) -> None:
    for query, wanted in (("q=ni+117", "ni-117"), ("q=NEET+TRAINING", "ni-117")):
        assert soup(site, f"/indicators?{query}").select_one(f"a[href='/indicator/{wanted}']"), query
    assert "No measure fits this" in soup(site, "/indicators?q=xyzzy").get_text()
    for state in STATES:
        found = [row["id"] for row in measures(connection) if row["state"] == state]
        links = soup(site, f"/indicators?state={state.replace(' ', '+')}").select("table a")
        assert [str(a["href"]).rpartition("/")[2] for a in links] == found


def test_off_target_on_the_list_is_what_misses(connection: sqlite3.Connection) -> None:
    missed = {row["indicator_id"] for row in off_target(connection)}
    off = {row["id"] for row in measures(connection) if row["state"] == "off target"}
    assert off == missed and off
    words = latest_words(connection)
    assert len({(row["council"], row["indicator_id"]) for row in words}) == len(words)


def test_a_state_is_what_was_rated() -> None:
    assert state_of(None) == state_of({"missed": None}) == "not known"
    assert state_of({"missed": 1}) == "off target" and state_of({"missed": 0}) == "on target"
    assert state_of({"missed": 0, "rag": "amber"}) == "near target"


def test_a_code_beside_anothers_title_and_own_codes_are_said(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(
        "Marsh Overy Town Council\nYouth Committee\nMinutes of the meeting held on 4 March 2024\n\n1. Performance\n"
        "NI 177 (NEET) stood at 5%.\nZX5 working days lost due to sickness absence stood at 8 days.\n"
    )
    database = tmp_path / "minutes.db"
    run("ingest", str(tmp_path), "--db", str(database))
    site = publish(database)
    page = soup(site, "/indicator/ni-117")
    notice = page.select_one("main .notice")
    assert notice and notice.get_text().startswith("Code and title disagree: NI 177 is the code of")
    link = notice.select_one("a")
    assert link and soup(site, str(link["href"]).partition("#")[0])
    other = soup(site, "/indicator/bvpi-12")
    assert "ZX5 “working days lost" in other.get_text() and not other.select_one("main .notice")


def test_every_dossier_opens_and_its_links_lead_somewhere(
    site: Datasette, connection: sqlite3.Connection
) -> None:
    for indicator in ids(connection, "select id from indicators"):
        page = soup(site, f"/indicator/{indicator}")
        [measure] = describe(connection, [indicator])
        heading = page.select_one("h1")
        assert heading and (measure["name"] or measure["code"] or "") in heading.get_text()
    for link in soup(site, "/indicator/ni-117").select("main a[href^='/']"):
        assert get(site, str(link["href"]).partition("#")[0]).status_code == 200


def test_a_dossier_has_its_chart_with_the_same_numbers_beside_it(
    site: Datasette, connection: sqlite3.Connection
) -> None:
    page = soup(site, "/indicator/ni-117")
    chart = page.select_one("svg[role=img]")
    assert chart and "Lower is better" in page.get_text()
    assert str(chart.select("g.target path")[0]["d"]).startswith(f"M{chart.select('.axis line')[0]['x1']} ")
    marks = chart.select("g.line circle title")
    rows = page.select("table.cards tbody tr")
    assert len(marks) == len(rows) > 2
    for mark, row in zip(marks, rows, strict=True):
        value = row.select_one("[data-name=Value]")
        assert value and f" {value.get_text()}," in mark.get_text()
    assert standing(connection, ["ni-117"])[0]["latest_text"] in page.get_text()
    assert not page.select("[style]") and not page.select("svg style")


def test_a_dossier_says_what_became_of_its_promises(site: Datasette, connection: sqlite3.Connection) -> None:
    linked = ids(connection, "select action_id from action_indicators where indicator_id = 'ni-117'")
    fates = fates_of(connection, linked)
    assert fates == {
        row["action_id"]: row["status"] for row in promises(connection) if row["action_id"] in linked
    }
    badges = [each.get_text() for each in soup(site, "/indicator/ni-117").select("section .badge")]
    assert sorted(badges) == sorted(each.capitalize() for each in fates.values()) and badges


def test_other_names_are_said_once() -> None:
    measure = {
        "name": "Bus use",
        "code": "B 1",
        "aliases": "Bus use; bus use; Use of buses; use of buses; B 1",
    }
    assert other_names(measure) == ["Use of buses"]
    assert other_names({"name": None, "code": None, "aliases": None}) == []


def test_a_measure_that_is_not_there_is_said_so(site: Datasette) -> None:
    assert "no measure at this address" in soup(site, "/indicator/nonesuch", 404).get_text()
    assert soup(site, "/indicator/ni-117?council=Nowhere").select_one("svg")


def test_the_pack_is_a_page_and_a_word_file(site: Datasette) -> None:
    choice = soup(site, "/pack")
    for link in choice.select("main .links a"):
        page = soup(site, str(link["href"]))
        assert next(h2.get_text() for h2 in page.select("h2")) == "Promises to raise under Matters Arising"
    page = soup(site, "/pack?committee=environment")
    records = [str(a["href"]) for a in page.select(".numbered a")]
    assert records and all(get(site, each).status_code == 200 for each in records[:5])
    word = next(str(a["href"]) for a in page.select("a[href^='/pack.docx']"))
    assert get(site, word).content.startswith(b"PK")
    assert "No committee has" in soup(site, "/pack?committee=xyzzy").get_text()
    assert get(site, "/pack.docx?committee=xyzzy").status_code == 404


def test_problems_stand_in_plain_words(site: Datasette, connection: sqlite3.Connection) -> None:
    text = soup(site, "/problems").get_text(" ", strip=True)
    for (detail,) in connection.execute("select detail from problems"):
        assert detail in text


def test_the_page_on_accuracy_shows_what_was_measured(site: Datasette) -> None:
    page = soup(site, "/accuracy")
    said = [row.th.get_text().split()[-1] for row in page.select(".narrow-table tbody tr")]  # type: ignore[union-attr]
    assert said == [str(round(each["said"] * 100)) for each in accuracy.read()["reliability"]] and said
    rows = {
        (section.h2["id"], row.th.get_text()): [cell.get_text() for cell in row.select("td")]  # type: ignore[union-attr]
        for section in page.select("section")
        for row in section.select("table:first-of-type tbody tr")
    }
    measured = accuracy.read()["sets"]
    assert measured and len(rows) == sum(len(each["records"]) for each in measured)
    score = measured[0]["records"]["decisions"]
    shares = [str(round(score[name] * 100)) for name in ("precision", "recall")]
    assert rows[measured[0]["name"], "Decisions"] == [*shares, f"{score['gold']:,}", f"{score['found']:,}"]


def test_what_nobody_had_read_comes_first(sample_database: Path, tmp_path: Path) -> None:
    shutil.copytree(OUTPUT, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.db*"))
    said = accuracy.read()
    seen = [each for each in said["sets"] if not each.get("unseen")]
    unseen = seen[0] | {"name": "unseen", "about": "Nobody’s minutes", "unseen": True}
    (tmp_path / "accuracy.json").write_text(json.dumps(said | {"sets": [*seen, unseen]}))
    page = soup(publish(sample_database, output=tmp_path), "/accuracy")
    assert page.select("section h2")[0].get_text() == "Nobody’s minutes"
    assert len(page.select("section")) == len(seen) + 1
    (tmp_path / "accuracy.json").unlink()
    assert (
        "Nothing has been measured" in soup(publish(sample_database, output=tmp_path), "/accuracy").get_text()
    )


def test_what_is_said_of_accuracy_is_not_older_than_the_floors() -> None:
    floors = json.loads(FLOORS.read_text())
    for measured in accuracy.read()["sets"]:
        for kind, row in measured["records"].items():
            assert row["f1"] >= floors.get(measured["name"], {}).get(kind, 0) - 0.002, (
                measured["name"],
                kind,
                AGAIN,
            )
            both = row["precision"] + row["recall"]
            assert row["f1"] == pytest.approx(2 * row["precision"] * row["recall"] / both, abs=0.002)


def test_a_set_that_is_not_on_this_machine_keeps_its_numbers(tmp_path: Path) -> None:
    real, sample, again = (
        {"name": name, "documents": at} for at, name in enumerate(("real", "sample", "sample"))
    )
    before = accuracy.merged({}, {"sets": [real, sample], "reliability": ["of both"]})
    after = accuracy.merged(before, {"sets": [again], "reliability": ["of one"]})
    assert after == {"sets": [real, again], "reliability": ["of both"]}
    unseen = {"name": "unseen", "documents": 9, "unseen": True}
    more = accuracy.merged(after, {"sets": [unseen], "reliability": ["of the unseen"]})
    assert more == {"sets": [real, again, unseen], "reliability": ["of the unseen"]}
    assert accuracy.merged(more, before) == {"sets": [real, sample, unseen], "reliability": ["of the unseen"]}
    assert accuracy.read(tmp_path / "none") == {}
