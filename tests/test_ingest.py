"""Incremental runs: only what changed is read, and nothing else is touched."""

import os
import shutil
from pathlib import Path

import pytest

from extractors.model import Problem
from pipeline.ingest import MissingPath
from pipeline.ingest.manifest import read_manifest
from pipeline.ingest.pool import read_in_parallel
from pipeline.ingest.reading import Outcome, Task, read_file
from tests.databases import dump, minutes, opened, run, write_corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus", range(4))


def values(database: Path, query: str) -> list[tuple[object, ...]]:
    with opened(database) as connection:
        return [tuple(row) for row in connection.execute(query)]


def test_a_second_run_writes_nothing(tmp_path: Path, corpus: Path) -> None:
    (corpus / "empty.txt").touch()
    database = tmp_path / "minutes.db"
    first = run(database, corpus)
    assert (first.new, first.failed) == (4, 1)
    with opened(database) as connection:
        before = connection.execute("pragma data_version").fetchone(), connection.total_changes
        from pipeline.ingest import ingest

        second = ingest(connection, tmp_path, [corpus], workers=0)
        assert connection.total_changes == before[1]
    assert (second.read, second.unchanged, second.failed) == (0, 5, 1)


def test_a_new_time_alone_is_no_change(tmp_path: Path, corpus: Path) -> None:
    database = tmp_path / "minutes.db"
    run(database, corpus)
    for path in corpus.rglob("*.txt"):
        os.utime(path, ns=(1, 1))
    assert run(database, corpus).unchanged == 4


def test_changed_and_removed_documents_are_replaced_and_taken_out(tmp_path: Path, corpus: Path) -> None:
    database = tmp_path / "minutes.db"
    run(database, corpus)
    untouched = values(database, "select * from documents where source like '%minutes-2%'")
    (corpus / "part-1" / "minutes-1.txt").write_text(minutes(1, "Members asked about tram fares."), "utf-8")
    (corpus / "part-0" / "minutes-0.txt").unlink()
    summary = run(database, corpus)
    assert (summary.new, summary.changed, summary.removed, summary.unchanged) == (0, 1, 1, 2)
    assert summary.documents == 3
    assert values(database, "select count(*) from passages where text like '%tram fares%'") == [(1,)]
    assert values(database, "select * from documents where source like '%minutes-2%'") == untouched
    found = "select count(*) from passages_fts where passages_fts match 'route'"
    assert values(database, found) == [(3,)]


def test_one_file_or_folder_alone_removes_no_other(tmp_path: Path, corpus: Path) -> None:
    database = tmp_path / "minutes.db"
    run(database, corpus)
    path = corpus / "part-1" / "minutes-1.txt"
    path.write_text(minutes(1, "More."), encoding="utf-8")
    assert (run(database, path).changed, run(database, corpus / "part-0").unchanged) == (1, 2)
    assert values(database, "select count(*), min(source) from documents") == [(4, "part-0/minutes-0.txt")]
    other = write_corpus(tmp_path / "other", range(20, 22))
    assert run(database, other).documents == 6


def test_two_corpora_may_use_the_same_names(tmp_path: Path) -> None:
    database = tmp_path / "minutes.db"
    for number, name in enumerate(("one", "two")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "minutes.txt").write_text(minutes(number), encoding="utf-8")
        run(database, tmp_path / name)
    assert values(database, "select source from documents order by 1") == [
        ("minutes.txt",),
        ("two/minutes.txt",),
    ]
    assert run(database, tmp_path / "two").unchanged == 1


def test_a_moved_corpus_is_known_again(tmp_path: Path, corpus: Path) -> None:
    database = tmp_path / "minutes.db"
    run(database, corpus)
    before = dump(database)
    moved = corpus.rename(tmp_path / "moved")
    assert run(database, moved).unchanged == 4
    assert dump(database) == before
    (moved / "part-0" / "minutes-3.txt").unlink()
    assert run(database, moved).removed == 1


def test_the_same_bytes_twice_are_one_document(tmp_path: Path, corpus: Path) -> None:
    database = tmp_path / "minutes.db"
    shutil.copyfile(corpus / "part-1" / "minutes-1.txt", corpus / "z-copy.txt")
    summary = run(database, corpus)
    assert (summary.new, summary.duplicates) == (4, 1)
    assert [(row["source"], row["error"]) for row in summary.problems] == [("z-copy.txt", "duplicate")]
    (corpus / "part-1" / "minutes-1.txt").unlink()
    run(database, corpus)
    assert values(database, "select source from documents where source like 'z%'") == [("z-copy.txt",)]
    assert values(database, "select count(*) from problems") == [(0,)]


def test_a_file_that_can_no_longer_be_read_keeps_its_last_good_version(tmp_path: Path, corpus: Path) -> None:
    database = tmp_path / "minutes.db"
    run(database, corpus)
    path = corpus / "part-1" / "minutes-1.txt"
    path.write_bytes(b"\x00\x01\x02" * 500)
    summary = run(database, corpus)
    assert (summary.failed, summary.documents) == (1, 4)
    assert "stays in the database" in summary.problems[0]["detail"]
    assert run(database, corpus).failed == 1
    path.unlink()
    assert run(database, corpus).documents == 3


def test_a_new_version_of_the_rules_reads_again(
    tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "minutes.db"
    run(database, corpus)
    monkeypatch.setattr("pipeline.ingest.run.reader_version", lambda: "another")
    assert run(database, corpus).changed == 4


def test_the_manifest_is_believed_and_its_changes_are_seen(tmp_path: Path, corpus: Path) -> None:
    database = tmp_path / "minutes.db"
    manifest = corpus / "manifest.csv"
    manifest.write_text(
        "path,council,committee,date\npart-1/minutes-1.txt,Dale Council,Cabinet,2 June 2023\n", "utf-8"
    )
    run(database, corpus)
    known = "select council, committee, date from documents where source like '%minutes-1%'"
    assert values(database, known) == [("Dale Council", "Cabinet", "2023-06-02")]
    manifest.unlink()
    assert run(database, corpus).changed == 1
    assert values(database, known) == [("Leyford Borough Council", "Transport Panel", "2024-05-02")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "path\n",
        "path,date\na.txt,soon\n",
        "name\nx\n",
        "\x00",
        'path,kind\n"a.txt,\n',
        "path,path\na,b,c,d\n",
    ],
)
def test_a_bad_manifest_is_a_problem_not_a_crash(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.csv").write_bytes(text.encode() + b"\xff")
    assert read_manifest(tmp_path).problems
    (tmp_path / "manifest.csv").write_text(text, encoding="utf-8")
    read_manifest(tmp_path)


def test_a_missing_path_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingPath, match="nowhere"):
        run(tmp_path / "minutes.db", tmp_path / "nowhere")


def read_or_die(task: Task) -> Outcome:
    """A reader for the pool that dies of one file and hangs on another."""
    if "dies" in task.source:
        os._exit(7)
    while "hangs" in task.source:
        pass
    return read_file(task)


def test_a_worker_that_dies_or_hangs_costs_only_its_document(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(minutes(1), encoding="utf-8")
    names = (
        [f"good-{number}" for number in range(5)]
        + ["dies", "hangs"]
        + [f"fine-{number}" for number in range(5)]
    )
    tasks = [
        Task(f"{name}.txt", tmp_path / "good.txt", {}, 0.3 if name == "hangs" else 60.0) for name in names
    ]
    outcomes = {
        outcome.source.removesuffix(".txt"): outcome for outcome in read_in_parallel(tasks, 2, read_or_die)
    }
    assert sorted(outcomes) == sorted(names)
    assert [name for name in names if outcomes[name].rows is None] == ["dies", "hangs"]


def test_a_document_that_takes_too_long_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object) -> Problem:
        while True:
            pass

    (tmp_path / "slow.txt").write_text(minutes(1), encoding="utf-8")
    monkeypatch.setattr("pipeline.ingest.reading.read_document", hang)
    outcome = read_file(Task("slow.txt", tmp_path / "slow.txt", {}, seconds=0.05))
    assert (outcome.rows, outcome.problems[0].error, outcome.again) == (None, "took too long", True)


def test_links_that_a_kill_prevented_are_made_by_the_next_run(
    tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    database = tmp_path / "minutes.db"
    with monkeypatch.context() as patched:
        patched.setattr("pipeline.ingest.run.refresh_follow_ups", killed)
        with pytest.raises(KeyboardInterrupt):
            run(database, corpus)
    assert run(database, corpus).read == 0
    run(tmp_path / "fresh.db", corpus)
    assert dump(database) == dump(tmp_path / "fresh.db")
