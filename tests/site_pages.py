"""Opens pages of the site in tests."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from datasette.app import Datasette

from tests.databases import run, write_corpus

HOSTILE = """LEYFORD BOROUGH COUNCIL

TRANSPORT <script>alert(1)</script> PANEL

Minutes of the meeting held on 9 May 2024

1. BUS SERVICES <img src=x onerror=alert(2)>

Councillor Dale asked why route 7 was "late" & &lt;i&gt;full&lt;/i&gt;. The Head of Transport said that
\x02forged\x03 drivers were short and undertook to circulate a <svg onload=alert(3)> note by 1 June 2024.

RESOLVED – That the </article><script src=//evil.example/x.js></script> report be noted.
"""


def get(site: Datasette, path: str) -> Any:
    return asyncio.run(site.client.get(path))


def soup(site: Datasette, path: str, status: int = 200) -> BeautifulSoup:
    answer = get(site, path)
    assert answer.status_code == status, answer.text
    return BeautifulSoup(answer.text, "lxml")


def ids(connection: sqlite3.Connection, query: str) -> list[str]:
    return [row[0] for row in connection.execute(query)]


def hostile_corpus(folder: Path) -> Path:
    """A database in the folder, of documents that try to run something in a browser."""
    corpus = write_corpus(folder / "corpus", range(2))
    (corpus / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (corpus / "manifest.csv").write_text(
        "path,council,committee,date,url,kind\n"
        'hostile.txt,"<b>Leyford</b>","Transport <script>alert(4)</script> Panel",2024-05-09,'
        "javascript:alert(5),minutes\n"
    )
    database = folder / "minutes.db"
    run(database, corpus)
    return database
