"""Measures by their codes: what is a code, what looks like one, and what the code and its title say together."""

import pytest

from extractors.indicators import find
from tests.documents import parsed


def coded(text: str) -> list[tuple[str, str]]:
    """(code, id) of each coded mention of a page of Aldermoor's."""
    page = parsed(text, council="Aldermoor Borough Council")
    return [(m.code, m.indicator_id) for m in page.measures.mentions if m.code]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Panel turned to NI 117 and NI 148.", [("NI 117", "ni-117"), ("NI 148", "ni-148")]),
        ("BV 12a and BVPI 204 were missed.", [("BV 12a", "bvpi-12"), ("BVPI 204", "bvpi-204")]),
        ("Members noted NI065 with approval.", [("NI065", "ni-65")]),
        ("TP01 overall satisfaction was 71%.", [("TP01", "tp01")]),
        ("ZX5 working days lost due to sickness absence – this had risen.", [("ZX5", "bvpi-12")]),
        ("AC007 Percentage of kites flown at noon was on target.", [("AC007", "aldermoor-ac007")]),
        ("H&J5: Number of hedges planted", [("H&J5", "aldermoor-h-j5")]),
        ("The Committee discussed target C1 and measure A3.", [("C1", "aldermoor-c1"), ("A3", "aldermoor-a3")]),
        ("Measure 34 was red.", [("Measure 34", "aldermoor-measure-34")]),
        ("P1 16 percentage of moles counted", [("P1 16", "aldermoor-pi-16")]),
        ("Missed collections (EN09) had improved.", [("EN09", "missed-bins")]),
        ("He said that 143 fly-tips (NI 196) had been recorded.", [("NI 196", "ni-196")]),
        ("Data for REG 3 and indicator ZX41", [("REG 3", "aldermoor-reg-3"), ("ZX41", "aldermoor-zx41")]),
        ("AS2 – Average number of swans: this was red.", [("AS2", "aldermoor-as2")]),
        ("He asked about performance indicator 85A.", [("performance indicator 85A", "aldermoor-pi-85a")]),
        ("KPIs QN510 to QN511 were green.", [("QN510", "aldermoor-qn510"), ("QN511", "aldermoor-qn511")]),
        ("Performance Indicator – 22 - The percentage of missed bins", [("Performance Indicator – 22", "missed-bins")]),
        ("KPI 1.1.2.1 – the number of geese", [("KPI 1.1.2.1", "aldermoor-kpi-1-1-2-1")]),
        ("HPS.3.2 (NI 59) Initial assessments was red.", [("HPS.3.2", "ni-59")]),
        ("Members turned to ASCOF 2B and PAM/012.", [("ASCOF 2B", "ascof-2b"), ("PAM/012", "pam-12")]),
        ("The hens (ASCOF measure 2B) had rallied; so had the geese (PAM 012).",
         [("ASCOF measure 2B", "ascof-2b"), ("PAM 012", "pam-12")]),
    ],
)  # fmt: skip
def test_codes_are_measures(text: str, expected: list[tuple[str, str]]) -> None:
    assert coded(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "NI 157ai was red.", "BV211a rose.", "PAF D40 rose.", "PHOF 2.12 rose.", "TP12 fell.", "C1: number of owls",
        "AC007 (number of newts)", "HBS025 % of claims paid in a week", "CUL 008a Number of loans",
        "LI 034 – Time to answer a call", "MI P&R 001: Rate of turnover", "EHPI 64 - % of kitchens inspected",
        "NE1003 Proportion of paths mended", "M1.2 Number of trees planted", "LPICT1 - Average time to mend a server",
        "L&CS3 number of lessons", "[Op147] Number of ponds open", "PI 21 percentage of grants paid",
        "KPI 18: average cost of a visit", "Indicator 26 was red.", "N175 Number of kites lost in wires",
    ],
)  # fmt: skip
def test_every_form_of_code_with_its_title_is_one_measure(text: str) -> None:
    assert len(coded(text)) == 1


def test_lists_and_ranges_are_expanded() -> None:
    text = "Indicators COU15, 16, 21, 22, and 23 were behind, as were measures ENV 7-9."
    assert [code for code, _ in coded(text)] == [
        "COU15", "COU16", "COU21", "COU22", "COU23", "ENV 7", "ENV 8", "ENV 9"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "In Q2 and in H1 the service did well.",
        "Section 47 enquiries, S106 money, Schedule 12A and Rule 12.6 were explained.",
        "KS2 and Year 11 results, A8 and P8 were awaited.",
        "The A127, the M25 and the B1023 were closed.",
        "Rooms at RG40 1BN and A3 paper were booked; see Appendix D and Annex A.",
        "Item 12, Minute 103 and Page 9 were corrected; CYP 19 refers.",
        "Risk H8 on the risk register had been closed.",
        "Application 08/01234/FUL fell under policy H5.",
        "PM10, PM2.5, CO2 and NO2 were sampled at the gate.",
        "Covid-19 and G4S were mentioned with COP26.",
        "Guests from Northern Ireland (NI) and the NI 2012 report were noted.",
        "NI contributions had gone up.",
        "Regulation 44 visits were announced.",
        "Report CAB2301, decision D23 and project P104 were deferred; SCDC 2018 was cited.",
        "The contract ref LC45, invoice no. IN445 and licence PL123 were noted, as was grant reference GR12.",
        "The share fell by ZX15 % in a week, and ZX15% of it was lost.",
        "The Q2 performance report and the KS2 indicators were noted.",
        "A measure 3 metres long would do; PM10 indicators and HS2 targets were absent.",
        "Table 3 - Percentage of reeds cut was in the indicator report.",
    ],
)
def test_what_looks_like_a_code(text: str) -> None:
    assert coded(text) == []


def test_a_titled_code_is_known_again_without_its_title() -> None:
    text = "ZX5 – Number of kites flown was discussed.\nIt was said that ZX5 would be reviewed."
    assert coded(text) == [("ZX5", "aldermoor-zx5"), ("ZX5", "aldermoor-zx5")]


def test_where_code_and_title_disagree_the_title_is_right() -> None:
    page = parsed("NI 177 (NEET) stood at 5%.")
    assert [(m.indicator_id, m.rule) for m in page.measures.mentions] == [
        ("ni-117", "measure.title-over-code")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NI 148 Care leavers in suitable accommodation was 90%.", "ni-147"),
        ("NI 59 Core assessments within 35 working days was 80%.", "ni-60"),
        ("NI 193 – Household waste sent for reuse, recycling and composting: this was 41%.", "ni-192"),
        ("NI 117 Care leavers in education, employment or training stood at 55%.", "ni-148"),
    ],
)
def test_a_title_wins_over_the_code_of_a_measure_much_like_it(text: str, expected: str) -> None:
    mention = parsed(text).measures.mentions[0]
    assert (mention.indicator_id, mention.rule) == (expected, "measure.title-over-code")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BVPI 161 Care leavers in education, employment or training was 60%.", "bvpi-161"),
        ("NI 63 Stability of placements of looked after children: length of placement was 66%.", "ni-63"),
        ("NI 148 Care leavers in education or work was 60%.", "ni-148"),
        ("NI 157b Processing of planning applications was 80%.", "ni-157b"),
    ],
)
def test_a_title_that_is_older_shorter_or_loose_does_not_disagree(text: str, expected: str) -> None:
    assert {(m.indicator_id, m.note) for m in parsed(text).measures.mentions} == {(expected, None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CH01 Complaints relative to the size of the landlord rose.", "ch01"),
        ("CH01 Number of hedgehogs counted rose.", "aldermoor-ch01"),
        ("ASC1 Proportion of older people still at home 91 days after discharge rose.", "reablement"),
    ],
)
def test_a_published_code_of_a_common_form_may_be_a_councils_own(text: str, expected: str) -> None:
    mention = parsed(text, council="Aldermoor Borough Council").measures.mentions[0]
    assert mention.note is None
    assert mention.indicator_id == expected


def test_a_title_before_the_code_wins_as_well() -> None:
    (mention,) = find(parsed("The rate of NEET (NI 177) rose."))
    assert (mention.indicator_id, mention.rule) == ("ni-117", "measure.title-over-code")
    assert mention.note and "NI 177 is the code of" in mention.note


def test_that_code_and_title_disagree_is_said_in_words() -> None:
    (mention,) = find(parsed("NI 177 (NEET) stood at 5%."))
    assert mention.note is not None
    assert mention.note.startswith("Code and title disagree: NI 177 is the code of “")
    assert "that of NI 117 “" in mention.note
    assert [m.note for m in find(parsed("NI 117 (NEET) stood at 5%. The Panel turned to NI 148."))] == [
        None,
        None,
    ]


def test_a_local_code_joins_no_documents_of_unknown_councils() -> None:
    one, other = (
        parsed(f"ZX5 – Number of kites flown in {where} was red.") for where in ("March", "the park")
    )
    assert one.measures.mentions[0].indicator_id != other.measures.mentions[0].indicator_id


@pytest.mark.parametrize(
    ("text", "name"),
    [("NI 117 (NEET) rose.", "NEET"), ("HR9 (days lost to sickness) rose.", "days lost to sickness")],
)  # fmt: skip
def test_a_title_in_brackets_is_named_without_them(text: str, name: str) -> None:
    assert [m.name for m in parsed(text).measures.mentions] == [name]


def test_the_span_holds_code_and_title() -> None:
    page = parsed("She referred to C1 – young people’s attendance at reviews of their plans when asked.")
    assert [page.text[m.start : m.end] for m in page.measures.mentions] == [
        "C1 – young people’s attendance at reviews of their plans"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ZC1 – Proportion of hens (65+) that were still laying after a week: he said it was red.",
            "ZC1 – Proportion of hens (65+) that were still laying after a week",
        ),
        ("KPI 58 – “The rate of kites against the wind” was met.", "KPI 58 – “The rate of kites against the wind"),
        ("Performance Indicator – 22 - The rate of lost keys", "Performance Indicator – 22 - The rate of lost keys"),
        ("Reeds cut for thatch, cots and mats (NI 192) had grown.", "Reeds cut for thatch, cots and mats (NI 192)"),
    ],
)  # fmt: skip
def test_a_title_ends_with_its_line_or_its_quotation(text: str, expected: str) -> None:
    page = parsed(text)
    assert [page.text[m.start : m.end] for m in page.measures.mentions] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members turned to PAM/005 – Kites mended within 12 weeks, which was red.",
         "PAM/005 – Kites mended within 12 weeks"),
        ("He queried the status of CL07 – Friendship with the Heron Trust and asked why.",
         "CL07 – Friendship with the Heron Trust"),
        ("NI 117 – Jo Bell explained that it had fallen.", "NI 117"),
        ("NI 117 – The Director was asked why.", "NI 117"),
        ("NI 117 – Members asked why.", "NI 117"),
        ("TR45 – Oak tree at Mill Lane was to be felled.", None),
        ("EP12 – Land behind Mill Lane had been sold.", None),
    ],
)  # fmt: skip
def test_a_heading_behind_a_sure_code_is_its_title(text: str, expected: str | None) -> None:
    page = parsed(text)
    found = [page.text[m.start : m.end] for m in page.measures.mentions if m.code]
    assert found == ([expected] if expected else [])


def test_the_number_of_a_note_in_an_action_log_is_no_measures_code() -> None:
    assert coded("The note on missed collections (EH/05) had been sent.") == []
    assert coded("Missed collections (EN/09) had fallen.") == [("EN/09", "missed-bins")]
