"""Promises, questions and decisions as lists: every filter narrows, counts are true, and every file says the same."""

import csv
import io
import re
import sqlite3
from collections import Counter
from xml.etree import ElementTree as Xml

import pytest
from bs4 import BeautifulSoup
from datasette.app import Datasette
from openpyxl import load_workbook

from pipeline.queries.asked import count_questions, questions
from pipeline.queries.outcomes import count_decisions, decisions, promises
from pipeline.queries.scope import Scope
from tests.site_pages import get, soup

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
LISTS = ("promises", "questions", "decisions")
FILTERED = (
    "promises?status=overdue", "promises?committee=Cabinet", "promises?owner=director", "promises?q=damp",
    "promises?age=182", "promises?due_by=2023-12-31", "questions?sure=70", "promises?year=2024",
    "questions?outcome=deferred", "questions?asker=pri", "questions?q=housing&year=2024",
    "decisions?outcome=approved", "decisions?committee=Cabinet&q=damp",
)  # fmt: skip


def total(page: BeautifulSoup) -> int:
    said = page.select_one("[role=status]")
    return int(re.search(r"\d+", said.get_text()).group()) if said else 0  # type: ignore[union-attr]


def as_file(site: Datasette, path: str, form: str) -> bytes:
    name, _, query = path.partition("?")
    answer = get(site, f"/{name}.{form}?{query}")
    assert answer.status_code == 200
    return bytes(answer.content)


def csv_rows(site: Datasette, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_file(site, path, "csv").decode("utf-8-sig"))))


def test_the_counts_are_those_of_the_database(site: Datasette, connection: sqlite3.Connection) -> None:
    statuses = Counter(row["status"] for row in promises(connection))
    for path, counts in (
        ("promises", statuses),
        ("questions", count_questions(connection)),
        ("decisions", count_decisions(connection)),
    ):
        fates = [each.get_text(" ", strip=True) for each in soup(site, f"/{path}").select(".fates a")]
        wanted = {f"{name.capitalize()} {count}" for name, count in counts.items()}
        assert set(fates[1:]) == wanted and fates[0] == f"All {sum(counts.values())}"


@pytest.mark.parametrize("path", FILTERED)
def test_a_filter_narrows_the_page_and_its_files_alike(site: Datasette, path: str) -> None:
    page = soup(site, f"/{path}")
    some, everything = total(page), total(soup(site, "/" + path.partition("?")[0]))
    assert 0 < some < everything
    assert len(page.select("main > .findings > li")) == min(some, 50)
    assert len(csv_rows(site, path)) == some
    sheet = load_workbook(io.BytesIO(as_file(site, path, "xlsx"))).active
    assert sheet is not None and sheet.max_row == some + 1
    links = [a["href"] for a in page.select(".take-away a")]
    assert len(links) == 3 and all(get(site, str(link)).status_code == 200 for link in links)


def test_filters_keep_what_they_say(site: Datasette) -> None:
    assert {row["status"] for row in csv_rows(site, "promises?status=overdue")} == {"overdue"}
    assert all("director" in row["owner"].lower() for row in csv_rows(site, "promises?owner=director"))
    assert all(int(row["age_days"]) > 182 for row in csv_rows(site, "promises?age=182"))
    assert all(row["due_date"] <= "2023-12-31" for row in csv_rows(site, "promises?due_by=2023-12-31"))
    assert {row["committee"] for row in csv_rows(site, "decisions?committee=Cabinet")} == {"Cabinet"}
    assert all(row["date"].startswith("2024") for row in csv_rows(site, "questions?year=2024"))


def test_the_files_link_to_records_that_are_there(site: Datasette) -> None:
    for path in LISTS:
        link = csv_rows(site, path)[0]["link"]
        assert link.startswith("http") and get(site, link.split("localhost", 1)[1]).status_code == 200


def test_evidence_stands_beside_the_promise(site: Datasette, connection: sqlite3.Connection) -> None:
    row = next(each for each in promises(connection) if each["evidence"])
    pairs = soup(site, f"/promises?status={row['status']}").select(".pairs > li")
    pair = next(each for each in pairs if row["promise"] in each.get_text())
    promise, later = pair.find_all("div", recursive=False)
    assert row["promise"] in promise.get_text() and row["evidence"] in later.get_text()
    assert row["evidence_reason"] in later.get_text() and "likeness" in later.get_text()
    for link in pair.select("a"):
        assert get(site, str(link["href"]).partition("#")[0]).status_code == 200


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=99", "status=nonsense", "age=x", "sure=1000", "year=20", "due_by=soon", "committee=%00",
     "q=%22", "q=AND", "owner=%27%3B--", "outcome=%3Cscript%3E"],
)  # fmt: skip
def test_no_address_is_an_error(site: Datasette, query: str) -> None:
    for name in LISTS:
        assert soup(site, f"/{name}?{query}").select_one("h1")
        assert get(site, f"/{name}.csv?{query}").status_code == 200


def test_nothing_found_says_so(site: Datasette) -> None:
    for name in LISTS:
        assert "fits all of this" in soup(site, f"/{name}?q=xyzzy").get_text()
        head, whole = (as_file(site, path, "csv").splitlines()[0] for path in (f"{name}?q=xyzzy", name))
        assert head == whole and b"link" in head


@pytest.mark.parametrize("name", LISTS)
def test_feeds_are_valid_atom_with_ids_that_stay(site: Datasette, name: str) -> None:
    feed, again = (Xml.fromstring(as_file(site, f"{name}?year=2024", "atom")) for _ in range(2))
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    entries = feed.findall("atom:entry", ATOM)
    ids = [each.findtext("atom:id", "", ATOM) for each in entries]
    assert entries and len(set(ids)) == len(ids) and all(each.startswith("urn:uuid:") for each in ids)
    assert ids == [each.findtext("atom:id", "", ATOM) for each in again.findall("atom:entry", ATOM)]
    for part in (feed, *entries):
        for required in ("title", "updated", "id"):
            assert part.findtext(f"atom:{required}", "", ATOM)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", part.findtext("atom:updated", "", ATOM))
    moments = [each.findtext("atom:updated", "", ATOM) for each in entries]
    assert moments == sorted(moments, reverse=True) and feed.findtext("atom:updated", "", ATOM) == moments[0]
    assert feed.findtext("atom:author/atom:name", "", ATOM)
    own = {link.get("rel"): link.get("href", "") for link in feed.findall("atom:link", ATOM)}
    assert f"/{name}.atom?year=2024" in own["self"] and f"/{name}?year=2024" in own["alternate"]


def test_pages_of_a_list_hold_every_row_once(connection: sqlite3.Connection) -> None:
    for listed in (questions, decisions):
        every = [row["id"] for row in listed(connection)]
        paged = [row["id"] for at in range(0, 99, 7) for row in listed(connection, limit=7, offset=at)]
        assert paged == every and len(every) > 7


def test_counts_follow_the_other_filters(connection: sqlite3.Connection) -> None:
    scope = Scope(committee="Cabinet", exact=True)
    counted = Counter(row["outcome"] for row in decisions(connection, scope))
    assert count_decisions(connection, scope) == counted and counted
    asked = Counter(row["outcome"] for row in questions(connection, words="damp"))
    assert count_questions(connection, words="damp") == asked and asked


def test_the_words_looked_for_are_marked_in_questions_and_answers(site: Datasette) -> None:
    marks = {mark.get_text() for mark in soup(site, "/questions?q=NEET").select("blockquote mark")}
    assert {"NEET", "NI 117"} <= marks
    assert not soup(site, "/questions").select("mark")
