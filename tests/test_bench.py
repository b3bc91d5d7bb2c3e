"""`make bench` measures all three on the same files and says what it measured; times are not tested."""

from pathlib import Path

import pytest

from benchmarks.bench import main


def test_the_table_counts_the_same_files_for_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "first.txt").write_text("The panel noted the report.\n\nThe meeting closed.\n")
    (tmp_path / "second.txt").write_text("Bus use rose to 62%.\n")

    main([str(tmp_path), "--no-report"])

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{tmp_path.name}: 2 documents, 2 pages, 13 words; one process"
    assert [line.split()[0] for line in lines[2:5]] == ["matters", "naive", "floor"]
    assert all(float(line.split()[4]) > 0 for line in lines[2:5])
    assert lines[2].endswith("1.00")
    assert lines[5] == "matters read 2, failed 0"
    assert lines[6].startswith("naive used ")


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
