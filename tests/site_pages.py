"""Opens pages of the site in tests."""

import asyncio
import sqlite3
from typing import Any

from bs4 import BeautifulSoup
from datasette.app import Datasette


def get(site: Datasette, path: str) -> Any:
    return asyncio.run(site.client.get(path))


def soup(site: Datasette, path: str, status: int = 200) -> BeautifulSoup:
    answer = get(site, path)
    assert answer.status_code == status, answer.text
    return BeautifulSoup(answer.text, "lxml")


def ids(connection: sqlite3.Connection, query: str) -> list[str]:
    return [row[0] for row in connection.execute(query)]
