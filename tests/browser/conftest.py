"""One browser and one server for each database, for all tests in this folder; closed before other tests run, as the
browser's event loop would be in the way of theirs."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.store import open_for_reading
from tests.browser.serving import CHROMIUM, serving
from tests.site_pages import hostile_corpus

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def address(sample_database: Path) -> Iterator[str]:
    """Where the site on the sample corpus is served."""
    with serving(sample_database) as served:
        yield served


@pytest.fixture(scope="package")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """Where the site on hostile documents is served, and the ids of its documents."""
    database = hostile_corpus(tmp_path_factory.mktemp("hostile"))
    with closing(open_for_reading(database)) as connection:
        documents = [row[0] for row in connection.execute("select id from documents")]
    with serving(database) as served:
        yield served, documents


@pytest.fixture
def pages(sample_database: Path) -> Iterator[sqlite3.Connection]:
    """The database, to ask it for addresses."""
    with closing(open_for_reading(sample_database)) as connection:
        yield connection


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a path of the site in a new window, with options of `Browser.new_context`."""
    contexts: list[Any] = []

    def opening(path: str = "/", **options: Any) -> Page:
        context = browser.new_context(
            **{"viewport": {"width": 1200, "height": 800}, "base_url": address, **options}
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield opening
    for context in contexts:
        context.close()
