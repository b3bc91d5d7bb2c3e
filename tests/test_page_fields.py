"""What a page and its site say of the document: its title, its council."""

import pytest

from pipeline.documents import read_document


def lines(page: str) -> list[str]:
    """What a page reads as, one block a line."""
    return read_document(page.encode(), "page.html").text.splitlines()


@pytest.mark.parametrize(
    ("title", "first", "kept"),
    [
        ("Minutes", "Minutes of the Salt Panel", "Minutes of the Salt Panel"),
        (
            "MARSH OVERY PARISH COUNCIL",
            "Minutes of the Salt Panel held on 4 May 2025",
            "Minutes of the Salt Panel",
        ),
        ("Salt Panel minutes, May", "Salt Panel minutes, May", "Salt Panel minutes, May"),
    ],
)
def test_a_title_names_its_document(title: str, first: str, kept: str) -> None:
    page = f"<title>{title}</title><p>Marsh Overy Parish Council</p><p>{first}</p><p>Present: Cllr Rush</p>"
    assert read_document(page.encode(), "page.html").title == kept


COUNCIL = "Marsh Overy Parish Council"
SALT = "<p>Minutes of the Salt Panel</p>" + "<p>Salt was bought for the winter.</p>" * 4


@pytest.mark.parametrize(
    ("page", "council"),
    [
        (f"<title>Minutes | {COUNCIL}</title>{SALT}", COUNCIL),
        (f"<title>{COUNCIL} | Minutes</title>{SALT}", COUNCIL),
        (f"<title>Minutes | Full Council</title>{SALT}", None),
        (f"<header><img alt='{COUNCIL} logo'></header>{SALT}", COUNCIL),
        (f"{SALT}<footer><p>© 2025 {COUNCIL}, Mill Lane</footer>", COUNCIL),
        (
            f"<title>Minutes | Marsh District Council</title><p>Minutes of {COUNCIL} held on 4 May 2025</p>",
            COUNCIL,
        ),
        (f"{SALT}<footer><p>Links: county council</footer>", None),
    ],
    ids=range(7),
)
def test_the_site_tells_the_council_where_its_document_does_not(page: str, council: str | None) -> None:
    assert read_document(f"<html>{page}</html>".encode(), "page.html").council == council


def test_a_banner_may_hold_the_title() -> None:
    told = "<p>Salt was bought for the winter.</p>" * 4
    page = f"<header><h1>Minutes of the Salt Panel, May</h1></header><main><p>Present: Cllr Rush</p>{told}</main>"
    assert (
        lines(f"<title>Minutes of the Salt Panel, May - Marsh</title>{page}")[0]
        == "Minutes of the Salt Panel, May"
    )
    assert lines(f"<title>Marsh</title>{page}")[0] == "Present: Cllr Rush"
