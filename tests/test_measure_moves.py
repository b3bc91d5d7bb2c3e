"""Measures known by what is said of them: what moved, stands on a side of something, is told of a term."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents import parsed

HEAD = "1. Welcome\nThe Chair opened the meeting.\n2. Performance report\n"

FOUND = [
    # --- what moved, without a number
    ("Hall bookings were up.", ["Hall bookings"]),
    ("It was noted that RRV numbers were falling.", ["RRV numbers"]),
    ("Adult safeguarding concerns had doubled.", ["Adult safeguarding concerns"]),
    ("Dog-related incidents continued to rise.", ["Dog-related incidents"]),
    ("Slips and pressure ulcers had increased.", ["Slips", "pressure ulcers"]),
    ("The Head said that late arrivals were falling.", ["late arrivals"]),
    ("Enforcement cases were mounting and sheep worrying had soared.", ["Enforcement cases", "sheep worrying"]),
    ("Freedom of Information requests had grown.", ["Freedom of Information requests"]),
    ("Turnaround times at the depots had improved.", ["Turnaround times at the depots"]),
    ("Evictions were low.", ["Evictions"]),
    ("101 call abandonment had fallen.", ["101 call abandonment"]),
    # --- what stands above, below or among others
    ("Breastfeeding at six weeks was below the England average.", ["Breastfeeding at six weeks"]),
    ("Trust in the wardens was ranked 8 out of 8.", ["Trust in the wardens"]),
    ("Tree planting was behind plan.", ["Tree planting"]),
    ("Time lost to delays at the gate amounted to 400 hours.", ["Time lost to delays at the gate"]),
    ("Void rates were low but the overspend on cover was over budget.", ["Void rates", "the overspend on cover"]),
    ("Punctuality of the first boat had fallen.", ["Punctuality of the first boat"]),
    ("Void loss had risen.", ["Void loss"]),
    # --- a term, a roll, a deed, a pace
    ("Governors asked about attendance this term.", ["attendance this term"]),
    ("The Head spoke of attendance, which was 95.1%.", ["attendance"]),
    ("The number on roll was given.", ["The number on roll"]),
    ("Good performance in terms of mending street lamps went on.", ["mending street lamps"]),
    ("Health histories were taking a little longer.", ["Health histories were taking a little longer"]),
    ("All wards had their deep clean on time.", ["All wards had their deep clean on time"]),
    # --- by the last word
    ("The Board saw reading scores and sickness days.", ["reading scores", "sickness days"]),
    ("There was a link between turnaround times and cost.", ["turnaround times"]),
    ("Rights of way faults had been cut.", ["Rights of way faults"]),
    ("Friends and Family scores were up.", ["Friends and Family scores"]),
    ("Attainment in maths had dipped.", ["Attainment in maths"]),
    ("There were unacceptably long wait times.", ["wait times"]),
    ("The Trust had a year to date deficit of £18,000.", ["a year to date deficit"]),
    ("The figure for fires in sheds was green.", ["fires in sheds"]),
    ("Improved performance on kerb repairs was welcome.", ["kerb repairs"]),
    ("The number of Safe and Well visits had doubled.", ["The number of Safe and Well visits"]),
    ("Days lost to stress led to a change.", ["Days lost to stress"]),
    ("Following a rise in the number of swans ringed a Working Group was set up.", ["the number of swans ringed"]),
    ("Category two calls were a worry.", ["Category two calls"]),
    ("They had seen less footfall at the Custom House.", ["footfall at the Custom House"]),
]  # fmt: skip

NONE = [
    "Members' concerns had grown and tensions had risen.",
    "Prices were up and fees had increased.",
    "The trees had grown and the hedges were high.",
    "Relations had improved and links with schools had improved.",
    "The flags were up for the Jubilee and the posters were down.",
    "Councillors were up in arms and the Chair was up for election.",
    "The minutes were up to date and the papers were up on the website.",
    "Phone numbers would be exchanged; the house numbers were hard to see.",
    "Large numbers of people came.",
    "The budget figures were agreed and the annual figures were read.",
    "Opening times would be cut and the band had played eleven times.",
    "The audit results were good and the election results were read out.",
    "The works were taking longer.",
    "All members had received their papers on time.",
    "Performance in the school play was praised.",
    "Rents fell due in May and the duties had fallen to the Clerk.",
    "The Sickness Absence Policy was approved and the School Attendance Officer was thanked.",
    "The average age of members was discussed.",
    "Inflation was at 4%.",
    "The figure for January was read out and the figure on page 4 was wrong.",
    "The verges had been cut and two trees had fallen across the lane.",
    "The signs had gone up and plans had gone up on the website.",
    "Opinions had hardened, facilities had improved and children had grown up.",
    "All five objectives were met and the milestones were reached.",
    "Indicators with a target were meeting it.",
    "Interest rates had risen.",
]


def _named(text: str) -> list[str]:
    page = parsed(HEAD + text)
    return [page.text[m.start : m.end] for m in page.measures.mentions]


@pytest.mark.parametrize(("sentence", "expected"), FOUND)
def test_finds(sentence: str, expected: list[str]) -> None:
    assert _named(sentence) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_leaves_alone(sentence: str) -> None:
    assert _named(sentence) == []


@given(
    st.lists(
        st.sampled_from(
            ["falls", "and", "that", "had", "risen", "were", "up", ",", ".", "the", "101", "taking", "longer"]
        ),
        max_size=30,
    )
)
def test_any_words_are_read(words: list[str]) -> None:
    page = parsed(" ".join(words))
    assert all(0 <= m.start < m.end <= len(page.text) for m in page.measures.mentions)


def test_the_lines_of_a_list_are_measures_where_two_are() -> None:
    listed = "The focus was on:\n• Void rent lost\n• Arrears\n• ASB\n• The hall\nThanks to:\n• The Clerk\n• Repairs"
    assert _named(listed) == ["Void rent lost", "Arrears", "ASB"]
