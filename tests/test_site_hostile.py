"""Whatever a document or a manifest brings shows as text, on every page."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as Xml

import pytest

from pipeline.publish import site as publish
from pipeline.store import open_for_reading
from tests.site_pages import get, hostile_corpus, ids, soup


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_corpus(tmp_path_factory.mktemp("hostile"))


def pages_of(database: Path) -> Iterator[str]:
    yield from (
        "/",
        "/search?q=script",
        "/search?q=note+OR+forged",
        "/search?q=%3Cscript%3Ealert(6)%3C/script%3E",
        "/meetings",
        "/promises",
        "/promises?owner=%3Cscript%3Ealert(8)%3C/script%3E",
        "/questions",
        "/decisions",
        "/indicators",
        "/problems",
        "/pack",
        "/pack?committee=Transport",
        "/pack?committee=%3Cscript%3Ealert(9)%3C/script%3E",
    )
    yield from (f"/search?q=bus&committee={quote('<script>alert(7)</script>')}",)
    with closing(open_for_reading(database)) as connection:
        for table, path in (
            ("documents", "document"),
            ("meetings", "meeting"),
            ("records", "record"),
            ("indicators", "indicator"),
        ):
            yield from (f"/{path}/{each}" for each in ids(connection, f"select id from {table}"))


def test_what_a_document_brings_shows_as_text(hostile: Path) -> None:
    site = publish(hostile)
    seen = ""
    for path in pages_of(hostile):
        page = soup(site, path)
        assert [script["src"].partition("?")[0] for script in page.select("script")] == ["/static/site.js"], (
            path
        )
        assert not page.select("img, svg, iframe, style, [style], [onerror], [onload], b"), path
        links = [str(a.get("href", "")) for a in page.find_all(["a", "link", "form"])]
        assert not [link for link in links if link.lower().startswith("javascript")], path
        assert not set("\x02\x03") & set(page.get_text()), path
        seen += page.get_text()
    for shown in ("alert(2)", "alert(3)", "alert(4)", "javascript:alert(5)", "alert(6)", "&lt;i&gt;full"):
        assert shown in seen


@pytest.mark.parametrize("path", ["documents", "passages?_search=alert", "records", "promises", "meetings"])
def test_it_shows_as_text_on_the_pages_of_tables_too(hostile: Path, path: str) -> None:
    page = soup(publish(hostile), f"/minutes/{path}")
    assert not page.select("script, img, iframe, [onerror], [onload], main b, svg[onload]")
    assert not [a for a in page.find_all("a") if str(a.get("href", "")).lower().startswith("javascript")]


def test_a_forged_mark_is_no_mark(hostile: Path) -> None:
    marks = soup(publish(hostile), "/search?q=drivers").select("mark")
    assert marks and {mark.get_text() for mark in marks} <= {"drivers", "driver"}


@pytest.mark.parametrize("name", ["promises", "questions", "decisions"])
def test_what_a_document_brings_is_text_in_files_too(hostile: Path, name: str) -> None:
    site = publish(hostile)
    feed = Xml.fromstring(get(site, f"/{name}.atom").content)
    contents = feed.findall("{*}entry/{*}content")
    assert contents and all(not len(each) and each.get("type") == "text" for each in contents)
    assert get(site, f"/{name}.xlsx").content.startswith(b"PK")
    answer = get(site, f"/{name}.csv")
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    assert answer.headers["x-content-type-options"] == "nosniff"
