"""Front page, search, meetings, documents and records say what is there."""

import re
import sqlite3
from pathlib import Path
from urllib.parse import quote

import pytest
from datasette.app import Datasette

from extractors.kinds import EXTRACTORS
from pipeline.publish import site as publish
from pipeline.queries.documents import RECORD_TABLES
from pipeline.queries.overview import overdue
from pipeline.site.kinds import BY_TABLE
from pipeline.site.leaves import leaf_at
from tests.databases import run, write_corpus
from tests.site_pages import get, ids, soup


def test_the_tables_of_records_are_all_known() -> None:
    assert set(RECORD_TABLES) == {each.record.table for each in EXTRACTORS} <= set(BY_TABLE)


def test_the_front_page_says_what_there_is(site: Datasette) -> None:
    page = soup(site, "/")
    text = page.get_text(" ", strip=True)
    for part in (
        "17 documents of 1 council,",
        "Newest meetings",
        "Promises overdue",
        "Off target",
        "read only in part",
    ):
        assert part in text
    assert page.select_one("form[role=search] input[name=q]")
    assert "is better" in text


def test_the_front_page_lists_as_overdue_what_the_view_does(connection: sqlite3.Connection) -> None:
    wanted = ids(connection, "select action_id from promises where status = 'overdue' and same_as is null")
    assert {row["action_id"] for row in overdue(connection, limit=100)} == set(wanted) and wanted


def test_search_finds_marks_and_narrows(site: Datasette) -> None:
    page = soup(site, "/search?q=damp")
    assert {mark.get_text().lower() for mark in page.select(".snippet mark")} == {"damp"}
    narrowed = next(a["href"] for a in page.select(".narrow a") if a.get_text() == "Cabinet")
    results = soup(site, str(narrowed)).select(".findings > li .soft:first-child")
    assert results and all("Cabinet" in each.get_text() for each in results)


def test_search_counts_what_it_lists(site: Datasette) -> None:
    for query in ("damp", "damp&kind=decisions", "damp&year=2023", "the", "the&page=2"):
        page = soup(site, f"/search?q={query}")
        total = int(re.search(r"\d+", page.select_one("[role=status]").get_text()).group())  # type: ignore[union-attr]
        listed = len(page.select(".findings > li"))
        assert listed == (20 if total > 20 else total), query


@pytest.mark.parametrize(
    "query",
    ['"', "AND", "NOT NOT", "(", "a* OR", "*", "^x", "col:x", "\x00", "é", "'; drop table documents; --",
     "x" * 2000, "NEAR(a b)", "%"],
)  # fmt: skip
def test_any_query_is_answered(site: Datasette, query: str) -> None:
    page = soup(site, f"/search?q={quote(query)}&page=abc&year=20&kind=sqlite_master")
    assert page.select_one("h1").get_text() == "Search"  # type: ignore[union-attr]


def test_a_measure_that_is_meant_leads_to_its_page(site: Datasette) -> None:
    assert soup(site, "/search?q=NI+117").select_one(".meant a[href='/indicator/ni-117']")
    assert not soup(site, "/search?q=damp").select(".meant")


def test_an_empty_search_says_why(site: Datasette) -> None:
    text = soup(site, "/search?q=xyzzy").get_text(" ", strip=True)
    assert "Nothing found" in text and "is in the 17 documents" in text
    assert "No document of the Nonesuch" in soup(site, "/search?q=damp&committee=the+Nonesuch").get_text()


def test_every_document_marks_every_record_once(site: Datasette, connection: sqlite3.Connection) -> None:
    for document in ids(connection, "select id from documents"):
        page = soup(site, f"/document/{document}")
        anchors = [each["id"] for each in page.select(".reading [id]")]
        assert len(anchors) == len(set(anchors))
        records = ids(connection, f"select 'r-' || id from records where document_id = '{document}'")
        assert set(records) <= set(anchors)
        assert all(a["href"][1:] in anchors for a in page.select("aside a[href^='#r-']"))


def test_a_long_document_comes_in_leaves_that_hold_every_passage_once() -> None:
    passages = [
        {
            "kind": "heading" if at % 7 == 0 else "paragraph",
            "page": None,
            "start_char": at * 100,
            "end_char": at * 100 + 99,
        }
        for at in range(50)
    ]
    first = leaf_at(passages, "", longest=1000)
    leaves = [leaf_at(passages, str(start), longest=1000) for start in first.starts]
    assert [row for leaf in leaves for row in leaf.passages] == passages and len(leaves) > 2
    assert [leaf.number for leaf in leaves] == list(range(1, first.of + 1))
    assert all(leaf.passages[0]["kind"] == "heading" for leaf in leaves)
    assert leaf_at(passages, "2345", longest=1000).passages[0]["start_char"] <= 2345
    assert leaf_at(passages, "all", longest=1000).passages == passages
    assert leaf_at(passages, "-1", longest=1000).number == leaf_at([], "9").number == 1


def test_links_in_a_long_document_lead_to_the_right_leaf(
    site: Datasette, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.site.leaves.leaf_at.__defaults__", (600,))
    document = ids(connection, "select document_id from questions order by start_char desc")[0]
    page = soup(site, f"/document/{document}")
    assert page.select("nav[aria-label='Parts of the document'] a[rel=next]")
    for link in page.select("aside a[href]"):
        path, _, anchor = str(link["href"]).partition("#")
        assert soup(site, f"/document/{document}{path}").find(id=anchor)


def test_a_document_reads_as_the_minutes_do(site: Datasette, connection: sqlite3.Connection) -> None:
    for document in ids(connection, "select id from documents where format <> 'pdf'"):
        page = soup(site, f"/document/{document}")
        for letter in page.select(".reading .letter"):
            letter.decompose()
        said = "".join(page.select_one(".reading").get_text().split())  # type: ignore[union-attr]
        passages = ids(
            connection, f"select text from passages where document_id = '{document}' order by start_char"
        )
        assert said == "".join("".join(" ".join(passages).split()).split("|"))


def test_pages_of_a_pdf_and_its_source(site: Datasette, connection: sqlite3.Connection) -> None:
    document = ids(connection, "select id from documents where format = 'pdf' and pages > 1")[0]
    page = soup(site, f"/document/{document}")
    assert [each["id"] for each in page.select(".page")] == ["page-1", "page-2"]


def test_problems_of_a_document_are_told(site: Datasette, connection: sqlite3.Connection) -> None:
    document, detail = connection.execute(
        "select document_id, detail from problems where document_id <> ''"
    ).fetchone()
    assert detail in soup(site, f"/document/{document}").select_one(".notice").get_text()  # type: ignore[union-attr]


def test_the_legend_switches_every_kind_that_is_marked(
    site: Datasette, connection: sqlite3.Connection
) -> None:
    style = get(site, "/static/site.css").text
    for kind in BY_TABLE:
        assert f"body:has(#show-{kind}:not(:checked))" in style
    page = soup(site, f"/document/{ids(connection, 'select document_id from votes')[0]}")
    switches = {box["id"].removeprefix("show-") for box in page.select(".legend input")}
    assert {str(each["class"][1]) for each in page.select(".reading .m")} == switches


def test_meetings_lead_to_their_documents(site: Datasette, connection: sqlite3.Connection) -> None:
    for meeting in ids(connection, "select id from meetings"):
        assert soup(site, f"/meeting/{meeting}").select_one("h1")
    several = ids(
        connection, "select meeting_id from documents where meeting_id <> '' group by 1 having count(*) > 1"
    )[0]
    assert len(soup(site, f"/meeting/{several}").select("main a[href^='/document/']")) >= 2


def test_all_meetings_and_those_of_a_committee(site: Datasette) -> None:
    assert len(soup(site, "/meetings").select(".findings > li")) > 8
    few = soup(site, "/meetings?committee=Cabinet").select(".findings .measure")
    assert {each.get_text() for each in few} == {"Cabinet"}
    assert "No meeting" in soup(site, "/meetings?committee=Nonesuch&page=-1").get_text()


@pytest.mark.parametrize("table", RECORD_TABLES)
def test_every_record_can_be_cited(site: Datasette, connection: sqlite3.Connection, table: str) -> None:
    for row in connection.execute(
        f"select {table}.*, sha256 from {table} join documents on documents.id = document_id"
    ):
        page = soup(site, f"/record/{row['id']}")
        citation = page.select_one("pre").get_text()  # type: ignore[union-attr]
        assert row["text"] in citation and row["sha256"] in citation and f"/record/{row['id']}" in citation
        assert page.select_one(
            f"a[href='/document/{row['document_id']}?at={row['start_char']}#r-{row['id']}']"
        )
        break
    else:
        pytest.fail(f"the sample has no {table}")


def test_a_promise_shows_what_became_of_it(site: Datasette, connection: sqlite3.Connection) -> None:
    promise, said = connection.execute(
        "select action_id, text from follow_ups where relation = 'delivered'"
    ).fetchone()
    page = soup(site, f"/record/{promise}")
    assert "Delivered" in page.get_text() and said in page.get_text()
    link = str(page.select_one("a[href*='#e-']")["href"])  # type: ignore[index]
    path, _, anchor = link.partition("#")
    assert soup(site, path).find(id=anchor)


@pytest.mark.parametrize(
    "path", ["/document/x", "/meeting/x", "/record/x", "/record/%3Cscript%3E", "/record"]
)
def test_unknown_addresses_are_told_in_plain_words(site: Datasette, path: str) -> None:
    page = soup(site, path, status=404)
    assert "There is no" in page.select_one("main").get_text() and not page.select("main script")  # type: ignore[union-attr]


def test_documents_of_unknown_councils_stand_beside_others(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "corpus", range(2))
    (folder / "unknown.txt").write_text(
        "Minutes of the meeting held on 9 May 2024\n\n1. BUSES\n\nThey were late.\n"
    )
    (folder / "manifest.csv").write_text("path,committee,date\nunknown.txt,Bus Panel,2024-05-09\n")
    run(tmp_path / "minutes.db", folder)
    site = publish(tmp_path / "minutes.db")
    for path in ("/", "/meetings", "/pack"):
        assert "Council unknown" in soup(site, path).get_text()
