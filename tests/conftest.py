"""What several test modules share: the sample corpus, read once."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from datasette.app import Datasette
from hypothesis import settings

from pipeline.exports.publication import publish
from pipeline.ingest import ingest
from pipeline.publish import site as open_site
from pipeline.store import open_for_reading, open_for_writing
from tests.make_corpus import CORPUS

# An example that takes long on a busy machine is no defect of the code's.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the sample corpus. Tests only read it."""
    path = tmp_path_factory.mktemp("sample") / "minutes.db"
    with closing(open_for_writing(path)) as connection:
        ingest(connection, path.parent, [CORPUS], workers=0)
    return path


@pytest.fixture(scope="session")
def published(sample_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `matters publish` makes of it. In a thread, as the thread of the browser tests has a loop of its own."""
    folder = tmp_path_factory.mktemp("public") / "site"
    with ThreadPoolExecutor(1) as thread:
        thread.submit(publish, sample_database, folder, lambda *_: None).result()
    return folder


@pytest.fixture(scope="session")
def site(sample_database: Path) -> Datasette:
    """The site on the sample corpus."""
    return open_site(sample_database)


@pytest.fixture
def connection(sample_database: Path) -> Iterator[sqlite3.Connection]:
    """The sample corpus, to be asked."""
    with closing(open_for_reading(sample_database)) as opened:
        yield opened
