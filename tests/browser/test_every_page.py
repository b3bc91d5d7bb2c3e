"""Every kind of page fits phones and wide screens, is light, can be used by everyone, and breaks none of its rules."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from pipeline.store import open_for_reading
from tests.browser.addresses import STOCK, addresses
from tests.browser.walking import WIDTHS, Seen, listen, look

Pages = dict[str, Seen]


@pytest.fixture(scope="module")
def seen(browser: Browser, address: str, sample_database: Path) -> Iterator[Pages]:
    """What every page was like, by its path."""
    with closing(open_for_reading(sample_database)) as connection:
        paths = [*addresses(connection), *STOCK]
    found: Pages = {}
    context = browser.new_context(base_url=address)
    page = context.new_page()
    heard: list[str] = []
    listen(page, heard)
    for path in paths:
        found[path] = look(page, path)
        found[path].heard, heard[:] = list(heard), []
    yield found
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(seen: Pages, width: int) -> None:
    wide = {path: page.reach[width] for path, page in seen.items() if page.reach[width] > width}
    assert not {path for path in wide if path not in STOCK}


def test_pages_are_light_enough_for_a_phone(seen: Pages) -> None:
    assert min(page.weight for page in seen.values()) > 5_000
    assert not {path: page.weight for path, page in seen.items() if page.weight > 150_000}


def test_axe_finds_nothing_serious(seen: Pages) -> None:
    assert not {path: page.serious for path, page in seen.items() if page.serious}


def test_nothing_happens_that_must_not(seen: Pages) -> None:
    missing = ("/no-such-page",)  # whose status is told on the console
    assert not {path: page.heard for path, page in seen.items() if page.heard and path not in missing}
