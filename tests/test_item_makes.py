"""The makes in which clerks print an agenda's items, read from text as the pipeline does; and the lookalikes."""

import pytest

from extractors.language.outline import find_items
from extractors.language.parsed import Parsed
from pipeline.documents import read_document


def items(text: str) -> list[tuple[str | None, str]]:
    document = read_document(text.encode(), "minutes.txt")
    return [(item.number, document.text[item.start : item.end]) for item in find_items(document)]


TITLES = ("Apologies", "Minutes of the last meeting", "Ferry landings", "Date of next meeting")
TALK = ("Dr Hay sent hers.", "They were read.", "Two were mended.", "It is 4 June.")


def minutes(make: str, numbers: str = "1 2 3 4", *, between: str = "\n\n") -> str:
    """The four titles as `make` prints them, each with talk under it."""
    return between.join(
        make.format(number=number, title=title, talk=talk)
        for number, title, talk in zip(numbers.split(), TITLES, TALK, strict=True)
    )


@pytest.mark.parametrize(
    ("make", "numbers"),
    [
        ("{number}. {title}\n{talk}", "1 2 3 4"),
        ("{number}) {title}\n\n{talk}", "1 2 3 4"),
        ("({number}) {title}\n\n{talk}", "a b c d"),
        ("{number}) {title}\n\n{talk}", "a b c d"),
        ("{number}. {title}\n\n{talk}", "A B C D"),
        ("{number}. {title}\n\n{talk}", "I II III IV"),
        ("{number}. {title}: {talk}", "1 1 1 1"),
        ("{number}.\n\n{title}\n\n{talk}", "1 2 3 4"),
        ("{number} – {title}\n\n{talk}", "1 2 3 4"),
        ("Item {number}\n{title}\n\n{talk}", "1 2 3 4"),
        ("Agenda Item {number}: {title}\n{talk}", "1 2 3 4"),
        ("Minute {number} – {title}\n\n{talk}", "23 24 25 26"),
        ("{title} (Agenda Item {number})\n\n{talk}", "1 2 3 4"),
        ("PCP/19/{number} {title}\n\n{talk}", "12 13 14 15"),
        ("({number}) {title}\n\n{talk}", "1 2 3 4"),
        ("{number}.- {title}\n{talk}", "1 2 3 4"),
        ("{number}.0\n\n{title}\n\n{number}.1\n\n{talk}", "1 2 3 4"),
        ("{title} ({number})\n\n{talk}", "1 2 3 4"),
        ("{title}    {number}/23\n\n{talk}", "1 2 3 4"),
        ("{title} 23/{number}\n\n{talk}", "041 042 043 044"),
        ("| {number} | {title} | {talk} |", "1 2 3 4"),
        ("| {number}. {title} | {talk} | AH |", "1 2 3 4"),
        ("{number} | {title}. {talk} | AH", "1 2 3 4"),
        ("{number} {title} Order: {talk}", "1 2 3 4"),
    ],
)
def test_numbers_of_many_makes(make: str, numbers: str) -> None:
    found = items(minutes(make, numbers, between="\n" if make.startswith("|") else "\n\n"))
    assert [title for _, title in found] == list(TITLES)
    for (number, _), printed in zip(found, numbers.split(), strict=True):
        assert number and printed in number


@pytest.mark.parametrize(
    "make",
    [
        "**{title}**\n\n{talk}",
        "{title}:\n\n{talk}",
        "{title}\n----------------\n{talk}",
        "## {title}\n\n{talk}",
        "| {title} | {talk} | AH |",
        "{title}: {talk}",
        "• {title}\n\n{talk}",
        "Agenda item: {title}\n\n{talk}",
        "{title} / {talk}",
    ],
)
def test_titles_without_numbers(make: str) -> None:
    if "---" in make:
        text = "\n\n".join(
            f"{title}\n{'-' * len(title)}\n{talk}" for title, talk in zip(TITLES, TALK, strict=True)
        )
    else:
        text = minutes(make, between="\n" if make.startswith("|") else "\n\n")
    assert items(text) == [(None, title) for title in TITLES]


def test_under_apologies_minutes_is_an_item() -> None:
    text = "# Apologies\n\nNone.\n\n# Minutes\n\nThey were read.\n\n# Roof\n\nIt leaks."
    assert items(text) == [(None, "Apologies"), (None, "Minutes"), (None, "Roof")]


def test_orders_of_the_day_have_full_stops() -> None:
    titles = (
        "To note apologies",
        "To sign the minutes",
        "To mend the ferry",
        "To fix the date of the next meeting",
    )
    text = "\n".join(f"{number}. {title}.\nDone." for number, title in enumerate(titles, 1))
    assert items(text) == [(str(number), title) for number, title in enumerate(titles, 1)]


def test_parts_with_usual_titles_belong_to_numbered_items() -> None:
    text = (
        "5. Business\n\n5.1 Apologies\n\nNone.\n\n5.2 Minutes\n\nRead.\n\n6. Roof\n\n6.1 Slates\n\nTwo fell."
    )
    assert items(text) == [("5", "Business"), ("6", "Roof")]


@pytest.mark.parametrize(
    "text",
    [
        "Present:\n1. Cllr A Hay\n2. Mr Bill Orme\n3. Mrs C Vance (Chair)\n\nMembers spoke about the ferry.",
        "Members said:\n\n(a) The ferry is late.\n(b) The stage is rotten.\n(c) Fares are high.",
        "| Name | Votes |\n|---|---|\n| Ann Hay | 4 |\n| Bill Orme | 5 |",
        "The rule below parts two sections of a long letter about the ferry and its landings.\n\n-----\n\nYours.",
    ],
)  # fmt: skip
def test_lists_that_are_no_agenda(text: str) -> None:
    assert items(text) == []


def test_names_under_present_and_apologies_are_no_items() -> None:
    text = (
        "# Present\n\nAnn Hay, Bill Orme\n\n# Apologies\n\nCy Vance\n\n# Ferry fares\n\nThey rose.\n\n"
        "# Correspondence\n\nNone."
    )
    assert items(text) == [(None, "Ferry fares"), (None, "Correspondence")]


def test_a_page_that_has_lost_its_title_has_no_item() -> None:
    talk = "Members heard from the Head of Ferries, who said that fares had risen. " * 5
    assert items(f"Agenda item\n\n{talk}\n\nA Member asked why.") == []


def test_an_action_log_behind_the_last_item_is_one() -> None:
    text = "1. Apologies\n\nNone.\n\n2. Minutes\n\nRead.\n\nACTION LOG\n\n| No | Action |\n|---|---|\n| 1 | Mend it |"
    assert items(text) == [("1", "Apologies"), ("2", "Minutes"), (None, "ACTION LOG")]


def test_two_items_of_an_excerpt_count_on_from_far() -> None:
    assert items("213. Lamps\n\nThey were lit.\n\n214. Ferries\n\nThey were late.") == [
        ("213", "Lamps"),
        ("214", "Ferries"),
    ]
    assert [number for number, _ in items("5: Lamps\n\nThey were lit.\n\n6: Ferries\n\nThey were late.")] == [
        "5",
        "6",
    ]
    assert [number for number, _ in items("1. Lamps\n\nThey were lit.\n\n2. Ferries\n\nThey were late.")] != [
        "1",
        "2",
    ]


def test_a_document_in_one_line_is_parted() -> None:
    text = (
        "The Council met on 3 May at 7 pm. 1. Apologies Cllr Hay sent apologies. 2. Minutes The minutes were signed. "
        "3. Ferry landings: Two of the 5 Boats were out. 4. Date of next meeting 4 June."
    )
    assert [number for number, _ in items(text)] == ["1", "2", "3", "4"]


def test_a_day_is_no_title() -> None:
    assert items("# Apologies\n\nNone.\n\n# Date of next meeting\n\n# 4 June 2024 at 7 pm") == [
        (None, "Apologies"),
        (None, "Date of next meeting"),
    ]


def test_a_cell_says_what_became_of_the_item() -> None:
    text = "| 12 | Apologies | None |\n| 13 | Minutes of the last meeting | Approved |\n| 14 | Lamps | Two are lit |"
    document = read_document(text.encode(), "minutes.txt")
    limbs = Parsed(document).resolutions
    assert [(limb.outcome, document.text[limb.start : limb.end]) for limb in limbs] == [
        ("approved", "Approved")
    ]


def test_titles_before_a_dash() -> None:
    text = (
        "Declarations of interest – none were made.\n\nMinutes of the last meeting - agreed and signed.\n\n"
        "Roof – the head said that two slates had fallen.\n\nThe yard, which floods – as it did in May – was seen."
    )
    titles = ("Declarations of interest", "Minutes of the last meeting", "Roof")
    assert items(text) == [(None, title) for title in titles]


def test_talk_follows_a_title_without_a_mark() -> None:
    text = (
        "1. Reading of Minutes On the proposal of Ms Hay, seconded by Mr Orme, they were adopted.\n\n"
        "2. Ferry Fares Mr Vance presented his report to the members.\n\n"
        "3. Update on the Stage Ann Roche gave an update on the stage at Mill Lane.\n\n"
        "4. Correspondence The members noted the letter from the harbour master."
    )
    titles = ("Reading of Minutes", "Ferry Fares", "Update on the Stage", "Correspondence")
    assert items(text) == [(str(number), title) for number, title in enumerate(titles, 1)]


def test_that_there_was_nothing_is_no_part_of_a_title() -> None:
    text = "1. Co-options – None\n\n2. Ferry fares: no change\n\n3. Correspondence - nothing to report.\n\n4. Roof"
    titles = ("Co-options", "Ferry fares", "Correspondence", "Roof")
    assert items(text) == [(str(number), title) for number, title in enumerate(titles, 1)]


@pytest.mark.parametrize(
    ("make", "numbers"),
    [
        ("Item {number}. {title}. {talk}", "1 2 3 4"),
        ("Minute No. {number} – {title}: {talk}", "23/1 23/2 23/3 23/4"),
        ("Item {number}: {title}\n\n{talk}", "I II III IV"),
        ("Agenda item {number}\n{title}\n\n{talk}", "A B C D"),
        ("{number} {title}\n\n{talk}", "21-041 21-042 21-043 21-044"),
        ("{title} [{number}]\n\n{talk}", "FC12/21 FC13/21 FC14/21 FC15/21"),
        ("{number}. {title}:- {talk}", "1 2 3 4"),
    ],
)
def test_more_makes_of_numbers(make: str, numbers: str) -> None:
    assert items(minutes(make, numbers)) == list(zip(numbers.split(), TITLES, strict=True))


@pytest.mark.parametrize("make", ["{title}. {talk}", "{title} | {talk}", "{title} –\n\n{talk}"])
def test_more_makes_without_numbers(make: str) -> None:
    assert items(minutes(make)) == [(None, title) for title in TITLES]


def test_titles_in_capitals_before_the_talk() -> None:
    text = "\n\n".join(f"{title.upper()} {talk}" for title, talk in zip(TITLES, TALK, strict=True))
    assert items(text) == [(None, title.upper()) for title in TITLES[:3]] + [(None, TITLES[3].upper())]


def test_the_mark_of_most_titles_parts_them_all() -> None:
    text = (
        "1. Apologies: none.\n\n2. Minutes: they were read.\n\n3. Lamps – Mill Lane: two were out.\n\n"
        "4. Budget: it was met."
    )
    titles = ("Apologies", "Minutes", "Lamps – Mill Lane", "Budget")
    assert items(text) == [(str(number), title) for number, title in enumerate(titles, 1)]


@pytest.mark.parametrize(
    "talk",
    [
        "The county had inspected it in May.",
        "A resident of the lane asked why.",
        "Members of the forum were told so.",
        "No report from the depot was received.",
    ],
)
def test_a_sentence_begins_in_the_middle_of_the_line(talk: str) -> None:
    minute = "2. Minutes of 4 March 2021 The minutes were signed."
    text = f"1. Apologies There were none.\n\n{minute}\n\n3. Footbridge {talk}"
    titles = ("Apologies", "Minutes of 4 March 2021", "Footbridge")
    assert items(text) == [(str(number), title) for number, title in enumerate(titles, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Item 4 was taken first. It was long.\n\nItem 5 was short. It was read.",
        "Minutes of the ferry forum.\n\nMinor works. They went on.",
    ],
)
def test_numbers_that_count_no_items(text: str) -> None:
    assert items(text) == []


def test_a_whole_title_ends_where_the_talk_begins() -> None:
    text = (
        "21/30 Apologies for absence Cllr Evans sent his.\n21/31 Police matters PCSO Hay sent a report.\n"
        "21/32 Planning Policy – Local Plan\n21/33 Correspondence Letter from Mr Orme was read."
    )
    titles = ("Apologies for absence", "Police matters", "Planning Policy – Local Plan", "Correspondence")
    assert items(text) == [(f"21/{number}", title) for number, title in enumerate(titles, 30)]


def test_titles_behind_a_slash_and_words_to_do() -> None:
    minutes_title = "To Correct & Approve minutes of previous meetings"
    text = f"1. / Welcome\n\nMr Hay spoke.\n\n2. / {minutes_title}.\n\nRead.\n\n3. / Roof\n\nIt leaks."
    titles = ("Welcome", minutes_title, "Roof")
    assert items(text) == [(str(number), title) for number, title in enumerate(titles, 1)]


def test_a_first_name_opens_the_talk_behind_a_title() -> None:
    text = (
        "1.0 Apologies\n2.0 Repairs Report Tessa went through the list of lamps.\n"
        "3.0 Bulbs There were two in the store.\n4.0 Damp and Mould Idris raised the matter of the cellar."
    )
    assert [title for _, title in items(text)] == ["Apologies", "Repairs Report", "Bulbs", "Damp and Mould"]


def test_a_reference_of_year_body_and_number_stands_over_its_title() -> None:
    text = (
        "22-23/LAM/31\n# Communications\nThere were none.\n"
        "22-23/LAM/32\n# Minutes of the last meeting\nThese were confirmed."
    )
    assert items(text) == [
        ("22-23/LAM/31", "Communications"),
        ("22-23/LAM/32", "Minutes of the last meeting"),
    ]
