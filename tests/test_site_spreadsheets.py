"""No table that the site gives as CSV runs a formula in a spreadsheet; and a database may have any name."""

import asyncio
import csv
import io
import shutil
from itertools import chain
from pathlib import Path
from urllib.parse import quote

import pytest
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publish import name_of
from pipeline.publish import site as publish
from pipeline.site.headers import Message
from pipeline.site.spreadsheets import with_guarded_cells
from tests.site_pages import get, soup

RUN = ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize("asked", ["", "&_dl=on", "&_stream=on"])
def test_a_query_given_as_csv_runs_nothing(site: Datasette, asked: str) -> None:
    sql = "select '=1+1' as \"@a\", '-2.5' as b, -3 as c, '+44 1' as d, 'say \"=\"' as e, '-x\ny' as f"
    rows = list(csv.reader(io.StringIO(get(site, f"/minutes.csv?sql={quote(sql)}{asked}").text)))
    assert rows == [["'@a", "b", "c", "d", "e", "f"], ["'=1+1", "-2.5", "-3", "'+44 1", 'say "="', "'-x\ny"]]


def test_a_table_given_as_csv_is_whole(site: Datasette) -> None:
    answer = get(site, "/minutes/documents.csv?_stream=on&_labels=on")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == 17 and any("\n" in row["text"] for row in rows)


def test_an_error_stays_as_it_is(site: Datasette) -> None:
    assert get(site, "/minutes/no-such-table.csv").status_code == 404


def sent(chunks: list[bytes], kind: bytes = b"text/csv") -> bytes:
    """What a browser gets of these chunks."""
    got: list[bytes] = []

    async def app(_scope: Message, _receive: object, send: object) -> None:
        headers = [(b"content-type", kind), (b"content-length", b"%d" % sum(map(len, chunks)))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})  # type: ignore[operator]
        for left, chunk in zip(reversed(range(len(chunks))), chunks, strict=True):
            await send({"type": "http.response.body", "body": chunk, "more_body": left > 0})  # type: ignore[operator]

    async def send(message: Message) -> None:
        got.append(message.get("body", b""))
        assert kind != b"text/csv" or b"content-length" not in dict(message.get("headers", ()))

    async def receive() -> Message:
        return {}

    asyncio.run(with_guarded_cells(app)({"type": "http", "path": "/a.csv"}, receive, send))
    return b"".join(got)


CELLS = st.text(alphabet='=-+@\t\r\n",;a1.é', max_size=8)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=3), min_size=1, max_size=5), st.integers(1, 20))
def test_any_table_in_any_pieces_keeps_its_cells(rows: list[list[str]], size: int) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    data = out.getvalue().encode()
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    again = list(csv.reader(io.StringIO(sent(chunks).decode(), newline="")))
    assert [len(row) for row in again] == [len(row) for row in rows]
    for cell, was in zip(chain(*again), chain(*rows), strict=True):
        assert cell in (was, f"'{was}")
        assert not cell.startswith(RUN) or float(cell) is not None


def test_what_is_no_table_is_left() -> None:
    assert sent([b"=1"], b"text/html") == b"=1"


@pytest.mark.parametrize("name", ["promises", "search", "record", "document", "static", "pack"])
def test_a_database_named_like_a_page_is_not_hidden(sample_database: Path, tmp_path: Path, name: str) -> None:
    path = shutil.copy(sample_database, tmp_path / f"{name}.db")
    assert name_of(Path(path)) == f"{name}-data"
    site = publish(Path(path))
    assert "documents" in soup(site, f"/{name}-data").get_text()
    assert soup(site, "/").select_one(f"nav a[href='/{name}-data']")
    assert soup(site, f"/{name}-data/not_read").select_one("table")
    assert get(site, "/promises").status_code == 200


def test_other_names_are_kept() -> None:
    assert name_of(Path("x/minutes.db")) == "minutes"
    assert name_of(Path("promises-2024.db")) == "promises-2024"
