"""Which measure a figure or target speaks of, and its role; on invented sentences and their lookalikes."""

import pytest

from extractors import figures, targets
from extractors.language.parsed import Parsed
from extractors.model import Cell, Document, Piece, digest
from pipeline.compose import compose
from tests.documents import parsed

HEAD = "1. Welcome\nThe Chair opened the meeting.\n2. Performance report\n"


def linked(sentence: str) -> list[tuple[str, str | None]]:
    page = parsed(HEAD + sentence)
    return [(page.text[f.start_char : f.end_char], f.indicator_id) for f in figures.find(page)]


def roles(sentence: str) -> list[tuple[str, str]]:
    page = parsed(HEAD + sentence)
    return [(page.text[f.start_char : f.end_char], f.role) for f in figures.find(page)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was explained that 41 applications had been received.",
        "A sample of 300 victims had been commissioned from the university.",
        "Nine of the 40 trees needed urgent work.",
        "It was said that 612 vehicles had been checked.",
    ],
)
def test_what_was_merely_dealt_with_is_no_measure(sentence: str) -> None:
    assert {indicator for _, indicator in linked(sentence)} == {None}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was explained that 41 pupils had been permanently excluded.", 1),
        ("Staff took an average of 12 days to inspect a boat, against a target of 9 days.", 2),
        ("94% of service requests had been answered in a day against a target of 90%.", 2),
        ("The crew had missed 51 collections for every 100,000 made (WS07), against a target of 60.", 2),
        ("The target of 68% for waste recycled (PAM/030) was close.", 1),
    ],
)
def test_a_figure_speaks_of_the_measure_that_governs_it(sentence: str, expected: int) -> None:
    found = {indicator for _, indicator in linked(sentence)}
    assert None not in found
    assert len(found) == 1
    assert len(linked(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Sickness absence was red, while 76% of the indicators met their target.",
        "Of the 14 measures nine were on target and one (sickness absence) was below target.",
        "Rent arrears were green, and 66 milestones had been reached.",
    ],
)
def test_a_number_of_measures_speaks_of_none(sentence: str) -> None:
    assert linked(sentence)[0][1] is None


def test_a_number_of_cases_beside_speaks_of_the_measure() -> None:
    assert linked("Sickness absence was red and stood at nine days.") == [("nine days", "bvpi-12")]


def test_a_paragraph_goes_on_about_the_one_measure_of_the_paragraph_before() -> None:
    assert linked("The Board looked at sickness absence.\nIt stood at 9.1 days.") == [("9.1 days", "bvpi-12")]
    both = "The Board looked at sickness absence and rent arrears.\nIt stood at 9.1 days."
    assert linked(both) == [("9.1 days", None)]


def test_a_code_in_brackets_means_the_known_measure_named_before_it() -> None:
    page = parsed(HEAD + "Missed bins (WS07) stood at 4%.\nWS07 was 5% in May.")
    assert {m.indicator_id for m in page.measures.mentions} == {"missed-bins"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Absence was lower than for all staff in the county (6.1%) and in Wales (6.4%).",
         [("6.1%", "benchmark"), ("6.4%", "benchmark")]),
        ("The rate, at 52%, was under the average for similar towns of 58%.",
         [("52%", "actual"), ("58%", "benchmark")]),
        ("The priority to reduce arson by 5% was kept.", [("5%", "target")]),
        ("Thefts had risen by 9% (510 thefts to 556).",
         [("9%", "change"), ("510 thefts", "benchmark")]),
        ("The target for the winter, 35%, will be hard to reach.", [("35%", "target")]),
        ("Turnout beat the target, 35% having come.", [("35%", "actual")]),
        ("Of those who replied, 61% supported an increase.", [("61%", "actual")]),
    ],
)  # fmt: skip
def test_roles_of_figures_beside_others(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [found for found in roles(sentence) if found[0] in dict(expected)] == expected


def test_a_target_between_commas_is_stated() -> None:
    page = parsed(HEAD + "The target for the winter, 35%, will be hard to reach.")
    assert [(t.value, t.unit) for t in targets.find(page)] == [(35.0, "%")]


@pytest.mark.parametrize(("heads", "found"), [("Ref|Action|Owner|Due", 0), ("Ref|Measure|Actual|Note", 1)])
def test_what_numbers_the_entries_of_an_action_log_is_no_measure(heads: str, found: int) -> None:
    lines = [
        heads,
        "LB/04|Average time to mend a boat, in a note|A Punter|May",
        "LB/05|Book a boat|A Punter|June",
    ]
    pieces = [
        Piece(
            "table_row", "", table=1, cells=tuple(Cell(c, column=at) for at, c in enumerate(line.split("|")))
        )
        for line in lines
    ]
    text, blocks = compose(pieces)
    page = Parsed(Document(digest(text), "t.html", "0" * 64, "html", text, blocks))
    assert sum(mention.code is not None for mention in page.measures.mentions) == found


@pytest.mark.parametrize(
    ("told", "is_linked"),
    [
        ("Quarter 2 activity 118, an increase of 9%.", True),
        ("Officers explained that the target was 140.", True),
        ("Officers had bought 118 lamps.", False),
    ],
)
def test_a_line_that_names_a_measure_stands_over_its_paragraphs(told: str, is_linked: bool) -> None:
    page = "2.1 Accidental Dwelling Fires\n\nThe scope was explained.\n\n"
    found = [indicator for _, indicator in linked(page + told)]
    assert found and bool(found[-1]) == is_linked


def test_a_share_nationally_is_of_what_was_told_before() -> None:
    found = linked("Missed bins had increased by 8 per cent in May and 2 per cent nationally.")
    assert [i for _, i in found] == ["missed-bins", "missed-bins"]
