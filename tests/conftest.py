"""What several test modules share: the sample corpus, read once."""

from contextlib import closing
from pathlib import Path

import pytest

from pipeline.ingest import ingest
from pipeline.store import open_for_writing
from tests.make_corpus import CORPUS


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the sample corpus. Tests only read it."""
    path = tmp_path_factory.mktemp("sample") / "minutes.db"
    with closing(open_for_writing(path)) as connection:
        ingest(connection, path.parent, [CORPUS], workers=0)
    return path
