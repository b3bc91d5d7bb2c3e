"""A document runs nothing in the browser; still pages work without a server."""

import re
from pathlib import Path

from tests.browser.conftest import Open
from tests.browser.walking import listen


def test_a_hostile_document_runs_nothing(opened: Open, hostile: tuple[str, list[str]]) -> None:
    served, documents = hostile
    page = opened(served)
    heard: list[str] = []
    listen(page, heard)
    paths = [
        "/",
        "/meetings",
        "/promises",
        "/questions",
        "/decisions",
        "/problems",
        "/pack",
        "/search?q=script+OR+forged",
    ]
    paths += [f"/document/{each}" for each in documents] + [
        "/minutes/documents",
        "/minutes/passages?_search=alert",
    ]
    for path in paths:
        page.goto(served + path)
        assert (
            page.evaluate("document.querySelectorAll('main script, main img, [onerror], [onload]').length")
            == 0
        ), path
    assert "alert(1)" in page.inner_text("body")
    assert not heard


def test_still_pages_work_from_a_folder(opened: Open, published: Path) -> None:
    page = opened("/")
    heard: list[str] = []
    listen(page, heard)
    page.goto((published / "pages" / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"  # the stylesheet is there
    page.get_by_role("link", name="Promises", exact=True).click()
    page.get_by_role("link", name=re.compile("^Delivered")).click()
    page.get_by_role("link", name="Read it in the later document").first.click()
    assert re.search(r"/document/\w+\.html#e-\d+$", page.url)
    page.get_by_role("link", name="Search", exact=True).click()
    assert "cannot search" in page.inner_text("main")
    assert not heard
