"""Every page of the site: headers that let nothing run, plain words where there is nothing, nothing written."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from markupsafe import Markup

from pipeline.plain import counted, day, page_address, web_address
from pipeline.publish import site as publish
from pipeline.queries.search import CLOSE, OPEN
from pipeline.site.errors import answer_error
from pipeline.site.rendering import guarded, read
from pipeline.site.snippets import highlighted
from tests.site_pages import get

RESPONSES = (
    "/", "/no-such-page", "/minutes", "/minutes/promises", "/minutes/promises.json", "/minutes/promises.csv",
    "/minutes?sql=select+1", "/minutes.json?sql=nonsense", "/static/site.css", "/-/static/app.css", "/.json",
)  # fmt: skip


@pytest.mark.parametrize("path", RESPONSES)
def test_every_response_forbids_what_a_document_could_bring(site: Datasette, path: str) -> None:
    headers = get(site, path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "script-src 'self'" in policy and "unsafe-eval" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] in ("same-origin", "no-referrer")  # Datasette sends the latter


def test_our_own_pages_allow_no_style_in_the_page(site: Datasette) -> None:
    assert "unsafe" not in get(site, "/").headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/minutes", "/minutes/promises", "/minutes?sql=select+1"])
def test_no_page_needs_a_script_in_the_page(site: Datasette, path: str) -> None:
    page = get(site, path).text
    assert "<script>" not in page and "onclick" not in page


@pytest.mark.parametrize("path", ["/", "/minutes", "/no-such-page"])
def test_landmarks_and_a_way_past_them(site: Datasette, path: str) -> None:
    page = get(site, path).text
    for part in ('<html lang="en">', 'href="#main"', "<header", "<nav", '<main id="main"', "<footer", "<h1"):
        assert part in page


def test_an_unknown_address_is_told_in_plain_words(site: Datasette) -> None:
    answer = get(site, "/no-such-page")
    assert answer.status_code == 404
    assert "There is no page at this address" in answer.text


def test_a_fault_inside_is_told_without_its_words(site: Datasette, caplog: pytest.LogCaptureFixture) -> None:
    answer = asyncio.run(answer_error(site, Request.fake("/x.json"), ValueError("secret"))())
    assert answer.status == 500 and "secret" not in answer.body and "log" in answer.body
    assert "secret" in caplog.text


def test_what_takes_too_long_is_stopped_and_told(sample_database: Path) -> None:
    site = publish(sample_database)

    def endless(connection: Any) -> None:
        numbers = "with recursive n(i) as (select 1 union all select i + 1 from n)"
        connection.execute(f"{numbers} select count(*) from n").fetchone()

    async def view(datasette: Datasette, _: Request) -> Response:
        await read(datasette, endless)
        raise AssertionError

    async def attempt() -> Response:
        await site.invoke_startup()
        request = Request.fake("/slow")
        request.scope["csrftoken"] = str
        return await guarded(view)(site, request)

    site._settings["sql_time_limit_ms"] = 20
    answer = asyncio.run(attempt())
    assert answer.status == 503 and "took too long" in answer.body


def test_the_database_can_only_be_read(site: Datasette) -> None:
    def write(connection: Any) -> None:
        connection.execute("delete from documents")

    async def attempt() -> None:
        await site.get_database().execute_fn(write)

    with pytest.raises(Exception, match="readonly"):
        asyncio.run(attempt())


def test_the_database_and_the_corpus_cannot_be_downloaded(site: Datasette) -> None:
    assert get(site, "/minutes.db").status_code in (403, 404)
    assert get(site, "/static/").status_code in (302, 403, 404)
    assert get(site, "/static/../queries/asked_about.sql").status_code == 404


@pytest.mark.parametrize(
    ("snippet", "html"),
    [
        (f"the {OPEN}bus{CLOSE} is late", "the <mark>bus</mark> is late"),
        (f"{OPEN}<b>{CLOSE} & co", "<mark>&lt;b&gt;</mark> &amp; co"),
        (f"{CLOSE}forged {OPEN}open", "forged open"),
        (f"{OPEN}{OPEN}twice{CLOSE}{CLOSE}", "<mark>twice</mark>"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("", ""),
    ],
)
def test_snippets_are_escaped_then_marked(snippet: str, html: str) -> None:
    assert highlighted(snippet) == Markup(html)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "//host/x", "http:", "http://[",
     "", None],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert web_address(url) is None


def test_addresses_of_pages() -> None:
    assert web_address("https://example.org/a b") == "https://example.org/a b"
    assert page_address("https://example.org/a.pdf#page=9", 3, "pdf") == "https://example.org/a.pdf#page=3"
    assert page_address("https://example.org/a", 3, "html") == "https://example.org/a"
    assert page_address("javascript:x", 3, "pdf") is None


def test_days_and_counts_in_words() -> None:
    assert day("2024-03-07") == "7 March 2024"
    assert day("2024-03-07T10:00:00+00:00") == "7 March 2024"
    assert (day("2024"), day(None), day("")) == ("2024", "date unknown", "date unknown")
    assert (counted(1, "body", "bodies"), counted(1200, "body", "bodies")) == ("1 body", "1,200 bodies")
    assert counted(0, "page") == "0 pages"
