"""Whatever a folder holds, the run goes on, and says what it could not read."""

import os
import zipfile
from pathlib import Path

import pytest

from tests.databases import minutes, opened, run


def write_hostile(folder: Path) -> None:
    """Files that no pipeline should trust."""
    folder.mkdir()
    (folder / "good.txt").write_text(minutes(1), encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "spaces.md").write_text(" \n\t\n")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "garbage.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    (folder / "truncated.pdf").write_bytes(
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<<"
    )
    (folder / "not-a-zip.docx").write_bytes(b"PK\x03\x04 and nothing more")
    with zipfile.ZipFile(folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 5_000_000)
    (folder / "line.txt").write_text("word " * 5_000)
    (folder / "one-word.txt").write_text("x" * 50_000)
    (folder / "deep.html").write_text("<div>" * 5_000 + "deep" + "</div>" * 5_000)
    (folder / "external.xml").write_text('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
    (folder / "laughs.xml").write_text(
        '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><meeting>&c;</meeting>'
    )
    (folder / "'; drop table documents; --.txt").write_text(minutes(2))
    (folder / "\x1b[31mred\n.txt").write_text(minutes(3))
    (folder / "no-suffix").write_bytes(b"\x7fELF")
    (folder / ".hidden.txt").write_text(minutes(4))


@pytest.mark.parametrize("workers", [0])
def test_hostile_files_are_problems_and_the_rest_is_read(tmp_path: Path, workers: int) -> None:
    write_hostile(tmp_path / "corpus")
    summary = run(tmp_path / "minutes.db", tmp_path / "corpus", workers=workers)
    failed = {row["source"] for row in summary.problems}
    assert {"empty.txt", "spaces.md", "binary.txt", "garbage.pdf", "truncated.pdf", "no-suffix"} <= failed
    assert {"not-a-zip.docx", "bomb.docx"} <= failed
    assert summary.failed + summary.new == 16
    assert not {"line.txt", "one-word.txt"} & failed
    assert not any("report this document" in row["detail"] for row in summary.problems), summary.problems
    with opened(tmp_path / "minutes.db") as connection:
        sources = {source for (source,) in connection.execute("select source from documents")}
        assert {"good.txt", "'; drop table documents; --.txt", "\x1b[31mred\n.txt"} <= sources
        assert connection.execute("select count(*) from passages where text like '%root:%'").fetchone() == (
            0,
        )


def test_nothing_outside_the_folder_is_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(minutes(1))
    corpus = tmp_path / "corpus"
    (corpus / "inside").mkdir(parents=True)
    (corpus / "inside" / "minutes.txt").write_text(minutes(2))
    (corpus / "file.txt").symlink_to(outside / "secret.txt")
    (corpus / "folder").symlink_to(outside)
    (corpus / "loop").symlink_to(corpus)
    (corpus / "broken.txt").symlink_to(tmp_path / "nothing")
    os.mkfifo(corpus / "pipe.txt")
    summary = run(tmp_path / "minutes.db", corpus)
    assert summary.documents == 1
    assert {(row["source"], row["error"]) for row in summary.problems} == {
        ("file.txt", "link out of the corpus"),
        ("broken.txt", "link out of the corpus"),
        ("pipe.txt", "not a file"),
    }


def test_a_name_that_is_no_text_is_kept_as_text(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    try:
        (Path(os.fsdecode(os.fsencode(corpus) + b"/\xff\xfe.txt"))).write_text(minutes(1))
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    assert run(tmp_path / "minutes.db", corpus).documents == 1
    assert run(tmp_path / "minutes.db", corpus).unchanged == 1
