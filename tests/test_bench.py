"""`make bench` measures all three on the same files and says what it measured; times are not tested."""

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from benchmarks import bench
from benchmarks.bench import Measured, compare_reports, main, write_report


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


def test_the_invented_report_is_long_and_has_tables_on_half_its_pages(tmp_path: Path) -> None:
    path = write_report(tmp_path / "report.pdf")
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        assert len(pdf) == bench._LONG
    assert bench.run_tables(path, tmp_path) == {"pages": 30, "tables": 30}


def test_the_ratio_is_in_one_line_and_an_absent_report_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench, "_REPORTS", tmp_path / "none")
    times = {"layout": Measured(3.0, 90, {}), "tables": Measured(2.0, 80, {"pages": 30})}
    monkeypatch.setattr(bench, "measure", lambda run, _: times[run])
    lines = list(compare_reports(tmp_path))
    assert lines[0].startswith("No PDF of 60 pages or more")
    assert lines[-1] == "layout ÷ extract_tables: 1.50 (aim: at most 1.5)"
