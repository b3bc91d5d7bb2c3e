"""What members wish to be done: lists emailed, reports that come in June, what would be better; and what is no wish."""

import pytest

from extractors import actions, decisions
from extractors.language.outline import read_outline
from tests.documents import document, parsed

_HEAD = (
    "Minutes of the meeting\n\nPresent: Councillor J Orme (Chair), Councillor P Webb\n\n"
    "Officers: Ms T Vale (Director of Place)\n\n4. Quarterly report\n\n"
)


def _done(text: str) -> list[tuple[str, str]]:
    page = parsed(_HEAD + text + "\n")
    return [(page.text[each.start_char : each.end_char], each.commitment) for each in actions.find(page)]


@pytest.mark.parametrize(
    "wish",
    [
        "The Committee would like a list emailed within ten days",
        "Members would be keen to see the rents looked at before any are sold",
        "The Board would like the minutes to go out within a week",
        "The Panel would be interested to see the costs broken down by ward",
        "The Committee would ask that the Board is invited to talk about it",
        "Councillor Webb would appreciate figures sent in advance",
    ],
)
def test_what_is_wished_is_requested(wish: str) -> None:
    assert _done(wish + ".") == [(wish, "requested")]


@pytest.mark.parametrize(
    "said",
    [
        "Members would like residents treated with respect",
        "Members would prefer the option to have been costed",
        "Ms Vale said that residents would like lamps repaired sooner",
        "Members were told that it would be easier if lorries were smaller",
        "It was suggested that the lamp is old and that the fault is caused by rain",
        "Councillor Webb asked for the number of lamps out",
    ],
)
def test_no_wish_of_the_meetings(said: str) -> None:
    assert _done(said + ".") == []


def test_what_would_be_better_and_each_thing_suggested() -> None:
    better = "It would be better if anglers could book a peg"
    assert _done(better + ".") == [(better, "suggested")]
    found = _done("It was suggested that the number goes on the front and that the map is explained.")
    assert ("that the map is explained", "suggested") in found
    assert len(found) == 2


def test_what_is_asked_for_and_promised_in_one_breath() -> None:
    found = _done("A member asked for the number of lamps out in each division, which would be sent.")
    assert [commitment for _, commitment in found] == ["requested", "promised"]


def test_two_who_are_sent_together() -> None:
    page = parsed(
        _HEAD + "The Panel agreed –\n\n1. to note it;\n\n2. that the Chair and Vice Chair visit the depot.\n"
    )
    assert [each.owner for each in actions.find(page)] == ["the Chair and Vice Chair"]
    assert len(list(decisions.find(page))) == 2


def test_titles_of_tables_that_print_a_stroke_between_their_cells() -> None:
    page = document(
        "Weir Board\n\nMonday 3 March 2014\n\nITEM / SUBJECT / ACTION\n\n1. / Apologies\n\nMr Hay sent his.\n\n"
        "2. / Matters Arising\n\nThe gate was mended. / JF\n\n3. / Date of Next Meeting\n\n5 May\n"
    )
    titles = [page.text[item.start : item.end] for item in read_outline(page).items]
    assert titles == ["Apologies", "Matters Arising", "Date of Next Meeting"]


def test_a_name_of_two_words_begins_the_talk_behind_a_stroke() -> None:
    page = document(
        "Present: Ann Hay, Rob Dee\n\nApologies / Ann Hay sent hers.\n\nLamps – New Poles / Rob Dee left the room.\n\n"
        "Matters Arising / The gate was mended.\n\nDate of Next Meeting / 5 May at 6pm.\n"
    )
    titles = [page.text[item.start : item.end] for item in read_outline(page).items]
    assert "Lamps – New Poles" in titles
