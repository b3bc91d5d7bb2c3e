"""Files that go to other programs: nothing in them runs, and they can be read."""

import csv
import io
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from pipeline.exports.cells import guarded, without_controls
from pipeline.exports.feed import Entry, to_atom
from pipeline.exports.tables import to_csv
from pipeline.exports.workbook import write_workbook

RUNS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")


@pytest.mark.parametrize("text", RUNS)
def test_no_cell_runs(text: str) -> None:
    assert guarded(text) == f"'{text}"
    [row] = csv.DictReader(io.StringIO(to_csv([{"said": text}], []), newline=""))
    assert row["said"] == f"'{text}".replace("\r", "\n")
    out = io.BytesIO()
    write_workbook(out, "Sheet", [("Said", 10)], [[text]])
    sheet = load_workbook(out).active
    assert sheet is not None
    cell = sheet["A2"]
    assert cell.data_type == "s" and str(cell.value).startswith("'")


def test_numbers_and_plain_text_are_left() -> None:
    assert [guarded(value) for value in (-2.5, None, "a-b", "")] == [-2.5, None, "a-b", ""]


@given(st.text())
def test_any_text_fits_into_xml(text: str) -> None:
    entry = Entry("id", text, text, text, "2024-03-07", None)
    feed = Xml.fromstring(to_atom("name", text, text, text, [entry]))
    said = feed.findtext("{*}entry/{*}content", "")
    assert len(said) >= len(without_controls(text).replace("\r\n", "\n"))


def test_what_has_no_date_is_no_news() -> None:
    entries = [
        Entry(str(at), "t", "t", "l", when, when) for at, when in enumerate((None, "soon", "2024-03-07"))
    ]
    feed = Xml.fromstring(to_atom("name", "Title", "self", "page", entries))
    assert len(feed.findall("{*}entry")) == 1 and feed.findtext("{*}updated") == "2024-03-07T00:00:00Z"
    empty = Xml.fromstring(to_atom("name", "Title", "self", "page", []))
    assert empty.findtext("{*}updated") == "1970-01-01T00:00:00Z"
