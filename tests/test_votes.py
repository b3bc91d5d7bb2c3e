"""Recorded votes as tables print them, from a page to the records."""

import pytest

from extractors.language.parsed import Parsed
from extractors.votes import find
from pipeline.documents import read_document


def votes(body: str) -> list[tuple[str, str]]:
    """Who voted how, by a page with this body."""
    parsed = Parsed(read_document(f"<p>A recorded vote was taken.</p>{body}".encode(), "page.html"))
    return [(vote.councillor, vote.vote) for vote in find(parsed)]


def table(*rows: str) -> str:
    """A table whose cells are parted by bars."""
    cells = (row.replace("|", "</td><td>") for row in rows)
    return "<table>" + "".join(f"<tr><td>{row}</td></tr>" for row in cells) + "</table>"


@pytest.mark.parametrize(
    "body",
    [
        table("Councillor|Vote", "Councillor Ida Hale|For", "Cllr Leon Beck|Against"),
        table("Name|For|Against|Abstain", "Ida Hale|X||", "Leon Beck||X|"),
        table("For (1)|Councillor Ida Hale", "Against (1)|Councillor Leon Beck", "Abstain (0)|"),
        table("For|Against", "Ida Hale|Leon Beck"),
        "<p>For: Ida Hale</p><p>Against: Leon Beck</p>",
    ],
)
def test_each_way_of_printing_a_vote(body: str) -> None:
    assert votes(body) == [("Ida Hale", "for"), ("Leon Beck", "against")]


@pytest.mark.parametrize(
    "body",
    [
        table("Measure|For|Against", "bins emptied|4%|5%"),
        table("Ward|Budget", "Mill Lane|For the year"),
        table("Name|For|Against", "Ida Hale|X|X"),
        table("Name|Ward", "Ida Hale|Mill"),
    ],
)
def test_what_only_looks_like_a_vote(body: str) -> None:
    assert votes(body) == []
