"""The same corpus gives the same database, byte for byte, however it came about."""

import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.store.database import DatabaseProblem, open_for_reading
from tests.databases import dump, minutes, opened, run, write_corpus
from tests.make_corpus import CORPUS


@pytest.fixture(scope="module")
def reference(sample_database: Path) -> list[str]:
    return dump(sample_database)


def test_neither_folder_nor_processes_matter(tmp_path: Path, reference: list[str]) -> None:
    elsewhere = shutil.copytree(CORPUS, tmp_path / "else" / "where")
    run(tmp_path / "minutes.db", elsewhere, workers=2)
    assert dump(tmp_path / "minutes.db") == reference


def test_the_order_of_coming_in_does_not_matter(tmp_path: Path, reference: list[str]) -> None:
    database = tmp_path / "minutes.db"
    for part in sorted(CORPUS.iterdir(), reverse=True):
        if part.is_dir():
            run(database, part)
    run(database, CORPUS)
    assert dump(database) == reference


def test_what_came_and_went_leaves_no_trace(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", range(3))
    run(tmp_path / "fresh.db", corpus)
    changed, kept = corpus / "part-1" / "minutes-1.txt", corpus / "part-2" / "minutes-2.txt"
    passing = corpus / "part-0" / "passing.txt"
    first = changed.read_bytes()
    changed.write_text(minutes(1, "NI 117 stood at 5%."), encoding="utf-8")
    passing.write_text(minutes(9, "The rate of readmissions was 4%."), encoding="utf-8")
    shutil.copyfile(kept, corpus / "a-copy.txt")
    run(tmp_path / "used.db", corpus)
    changed.write_bytes(first)
    passing.unlink()
    (corpus / "a-copy.txt").unlink()
    run(tmp_path / "used.db", corpus)
    assert dump(tmp_path / "used.db") == dump(tmp_path / "fresh.db")


def test_a_killed_run_leaves_a_whole_database_that_the_next_run_completes(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", range(24))
    database = tmp_path / "killed.db"
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "ingest",
        str(corpus),
        "--db",
        str(database),
        "--workers",
        "0",
    ]
    process = subprocess.Popen(command, cwd=Path(__file__).parent.parent, stdout=subprocess.DEVNULL)
    while _documents(database) < 2 and process.poll() is None:
        time.sleep(0.01)
    process.kill()
    process.wait()
    assert 2 <= _documents(database) < 24, "the run was over before it could be killed"
    with opened(database) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        assert connection.execute(
            "select count(*) from documents where id not in (select document_id from passages)"
        ).fetchone() == (0,)
    run(database, corpus)
    run(tmp_path / "fresh.db", corpus)
    assert dump(database) == dump(tmp_path / "fresh.db")


def _documents(database: Path) -> int:
    try:
        with closing(open_for_reading(database)) as connection:
            return int(connection.execute("select count(*) from documents").fetchone()[0])
    except (DatabaseProblem, OSError):
        return 0
    except Exception as error:
        if "no such table" in str(error) or "locked" in str(error):
            return 0
        raise


def test_the_same_bytes_have_the_same_ids_under_any_name(tmp_path: Path) -> None:
    ids = []
    for name in ("one.txt", "two/three.md"):
        path = tmp_path / name.replace("/", "-") / name
        path.parent.mkdir(parents=True)
        path.write_text(minutes(5), encoding="utf-8")
        run(tmp_path / f"{len(ids)}.db", path)
        with opened(tmp_path / f"{len(ids)}.db") as connection:
            ids.append(
                connection.execute("select id from questions union select id from documents").fetchall()
            )
    assert ids[0] == ids[1]
    assert len(ids[0]) > 1
