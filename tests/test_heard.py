"""Who asks and who answers, where no list of those present tells."""

import pytest

from tests.documents import parsed


def sides(text: str) -> dict[str, str]:
    page = parsed(f"# 4. Heating\n{text}")
    return {p.words(page.text): p.side for p in page.people if p.kind == "named"}


def put(text: str) -> list[tuple[str, str]]:
    page = parsed(f"# 1. Apologies\n# 4. Heating\n{text}")
    asked = ((e.query.asker, e.query) for e in page.exchanges)
    return [(asker.words(page.text), page.text[q.start : q.end]) for asker, q in asked if asker]


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Mark Bell asked why.\nPaula Ash replied that it was late.", "Mark Bell", "member"),
        ("Mark Bell asked why.\nPaula Ash replied that it was late.", "Paula Ash", "officer"),
        ("Leonard (LC) was there.\nLC felt the message was too long.", "LC", "member"),
        ("Leonard Cole spoke of the pier.\nLeonard explained how it was built.", "Leonard", "officer"),
        ("Mark Bell asked why. Mark Bell replied to Paula Ash.", "Mark Bell", "unknown"),
    ],
)
def test_side_is_what_somebody_does(text: str, name: str, side: str) -> None:
    assert sides(text)[name] == side


@pytest.mark.parametrize(
    "text",
    [
        "Key Points raised:",
        "Leeds Road reported in May by the Council.",
        "The Lenton Council (LC) met.\nLC felt the message was too long.",
        "Rain stopped play.",
        "DCC noted concerns about the state of the bin stores.",
    ],
)
def test_what_is_no_person_is_not_heard(text: str) -> None:
    assert sides(text) == {}


def test_who_only_asks_comments_too() -> None:
    found = put(
        "Mark Bell felt that the reply was poor.\nMark Bell asked for the figures.\nPaula Ash advised of them."
    )
    assert found[0] == ("Mark Bell", "Mark Bell felt that the reply was poor")


@pytest.mark.parametrize(
    "said", ["noted concerns about", "requested more detail on", "queried", "felt uneasy about"]
)
def test_two_letters_are_somebody(said: str) -> None:
    assert put(f"SM {said} the state of the bin stores.")[0][0] == "SM"
