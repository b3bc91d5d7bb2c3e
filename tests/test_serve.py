"""The published database: pages open, the daily questions answer, tables are described, nothing can be written."""

from contextlib import closing
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from datasette.app import Datasette

from pipeline.described import described_columns
from pipeline.publish import OUTPUT, metadata
from pipeline.store import open_for_reading
from pipeline.store.columns import tables
from pipeline.store.schema import VIEWS
from tests.site_pages import get

NAME = "minutes"


@pytest.mark.parametrize("path", ["/", f"/{NAME}", f"/{NAME}/promises", f"/{NAME}/passages?_search=damp"])
def test_pages_open(site: Datasette, path: str) -> None:
    assert get(site, path).status_code == 200


@pytest.mark.parametrize(
    ("query", "column"),
    [
        ("asked_about?indicator=NI+117", "question"),
        ("promises_to_raise?committee=environment", "promise"),
        ("not_read", "detail"),
        ("search_passages?words=damp", "words"),
        ("search_passages?words=%22damp", "words"),
    ],
)
def test_daily_questions_have_answers(site: Datasette, query: str, column: str) -> None:
    path, _, parameters = query.partition("?")
    rows = get(site, f"/{NAME}/{path}.json?_shape=array&{parameters}").json()
    assert rows and rows[0][column]


def test_every_table_and_view_is_described_or_hidden() -> None:
    described = metadata(NAME)["databases"][NAME]["tables"]
    assert {table.name for table in tables()} | set(VIEWS) <= set(described)


def test_every_column_is_described_and_no_other(sample_database: Path) -> None:
    columns = described_columns(OUTPUT)
    with closing(open_for_reading(sample_database)) as connection:
        for name in {table.name for table in tables()} | set(VIEWS):
            held = [row["name"] for row in connection.execute(f"pragma table_info({name})")]
            assert set(held) == set(columns[name]), name
            assert all(columns[name].values())


def test_the_page_of_a_table_describes_its_columns(site: Datasette) -> None:
    assert "How firm: agreed, promised, requested or suggested" in get(site, f"/{NAME}/actions").text


@pytest.mark.parametrize(
    "path", [f"/{NAME}", f"/{NAME}/actions?_sort=due_date", f"/{NAME}?sql=select+1", f"/{NAME}/not_read"]
)
def test_every_field_has_a_name(site: Datasette, path: str) -> None:
    page = BeautifulSoup(get(site, path).text, "lxml")
    for field in page.select("main input:not([type=submit]):not([type=hidden]), main select, main textarea"):
        labelled = field.find_parent("label") or page.find("label", attrs={"for": field.get("id") or " "})
        assert field.get("aria-label") or labelled, field


def test_every_query_says_what_it_answers() -> None:
    queries = metadata(NAME)["databases"][NAME]["queries"]
    assert len(queries) == len(list((OUTPUT / "queries").glob("*.sql")))
    assert all(query["title"].endswith((".", "?")) for query in queries.values())


def test_nothing_can_be_written(site: Datasette) -> None:
    answer = get(site, f"/{NAME}.json?sql=delete+from+documents&_shape=objects")
    assert answer.status_code == 400
