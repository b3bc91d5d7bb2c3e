"""The PDF layout: what stands on a printed page, as pieces."""

from pathlib import Path

import pytest

from extractors.model import Piece
from pipeline.layouts import pdf
from pipeline.layouts.base import Unreadable

CORPUS = Path(__file__).parents[1] / "corpus"


def read(path: str) -> list[Piece]:
    return list(pdf.read((CORPUS / path).read_bytes()).pieces)


def test_owners_at_the_margin_follow_their_paragraph() -> None:
    texts = [piece.text for piece in read("environment/env-2023-07-12-minutes.pdf")]
    at = texts.index("Arrange a visit to the Tanner’s Bridge depot in September.")
    assert texts[at + 1] == "Democratic Services"
    assert "street by street." in texts[at - 3]
    assert texts[at - 2] == "Pete Garrick"


def test_running_heads_and_page_numbers_are_dropped() -> None:
    pieces = read("environment/env-2023-07-12-minutes.pdf")
    assert not any(
        piece.text.startswith("Environment and Housing Scrutiny Panel 12 July") for piece in pieces
    )
    assert not any(piece.text.isdigit() for piece in pieces)


def test_points_keep_their_labels_and_pages() -> None:
    pieces = read("environment/env-2023-07-12-minutes.pdf")
    assert [(piece.label, piece.page) for piece in pieces if piece.kind == "bullet"] == [
        ("(i)", 2),
        ("(ii)", 2),
    ]
    headings = [piece.label for piece in pieces if piece.kind == "heading" and piece.label]
    assert headings == [f"{number}." for number in range(1, 8)]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<<", b"\x00" * 100, b""])
def test_what_is_no_pdf_is_broken(data: bytes) -> None:
    with pytest.raises(Unreadable) as raised:
        pdf.read(data)
    assert raised.value.problem.error == "broken"
