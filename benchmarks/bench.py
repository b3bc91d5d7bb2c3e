"""Speed and memory beside two baselines: `python -m benchmarks.bench [FOLDER] [--no-report]`.

`matters` is `pipeline.ingest.ingest` into a fresh database. `naive` is what one writes first: pdfplumber on every page,
a spaCy pipeline on every word, a commit for each passage. `floor` is the least that any reader of these files has to
do: pypdfium2's text, a blank tokenizer, one insert. All run in one process, each in an interpreter of its own, and
their times include what they import and load. Baselines decode files that are no PDFs, and skip binary ones.
"""

import argparse
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.syntax import HOW_TO_GET, load_trained
from pipeline.ingest.discover import Found, discover

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parents[1]
_REPORTS = ROOT.parent / "shared" / "corpus"
_LONG = 60
"""Pages from which a PDF is a report to measure apart."""
_MOST_OF_TABLES = 1.5
"""The PDF layout reads a whole report in at most this many times what pdfplumber takes for its tables alone."""
_TIMES = 3
_MEBIBYTE = 2**20
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes that `ru_maxrss` counts in."""

Notes = dict[str, Any]
"""What a measured run says of itself; JSON."""


@dataclass(frozen=True)
class Measured:
    """One run: seconds, the peak of resident memory in MiB, and what it said of itself."""

    seconds: float
    memory: float
    notes: Notes


def files_of(folder: Path) -> list[Path]:
    """The documents that `ingest` would read."""
    return [found.path for found in discover(folder, folder) if isinstance(found, Found)]


def run_matters(folder: Path, database: Path) -> Notes:
    """The pipeline itself, in this process."""
    from pipeline.ingest import ingest
    from pipeline.store import open_for_writing

    with closing(open_for_writing(database)) as connection:
        summary = ingest(connection, database.parent, [folder], workers=0)
    return {"documents": summary.documents, "failed": summary.failed}


def run_naive(folder: Path, database: Path) -> Notes:
    """The first thing one would write."""
    language, name = trained_or_blank()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE passages (source TEXT, text TEXT, sentences INTEGER)")
        for path in files_of(folder):
            for page in _pages(path, _plumbed):
                for passage in filter(str.strip, page.split("\n\n")):
                    sentences = sum(1 for _ in language(passage).sents)
                    row = (str(path), passage, sentences)
                    connection.execute("INSERT INTO passages VALUES (?, ?, ?)", row)
                    connection.commit()
    return {"language": name}


def run_floor(folder: Path, database: Path) -> Notes:
    """The least there is to do. Counts the documents, pages and words that all rates are given in."""
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    rows: list[tuple[str, str, int]] = []
    documents = words = 0
    for path in files_of(folder):
        documents += 1
        for page in _pages(path, _rendered):
            rows.append((str(path), page, len(tokenizer(page))))
            words += len(page.split())
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("CREATE TABLE pages (source TEXT, text TEXT, tokens INTEGER)")
        connection.executemany("INSERT INTO pages VALUES (?, ?, ?)", rows)
    return {"documents": documents, "pages": len(rows), "words": words}


def run_layout(report: Path, _: Path) -> Notes:
    """The whole of a report through the PDF layout."""
    from pipeline.documents import read_document

    return {"blocks": len(read_document(report.read_bytes(), report.name).blocks)}


def run_tables(report: Path, _: Path) -> Notes:
    """pdfplumber's tables, on the pages alone that seem to have any."""
    import pdfplumber
    import pypdfium2

    from pipeline.layouts.pdf_table_pages import look_at

    with closing(pypdfium2.PdfDocument(report)) as pdf:
        looks = [look_at(page) for page in pdf]
    numbers = [number for number, look in enumerate(looks) if look.ruled or look.aligned]
    with pdfplumber.open(report) as plumbed:
        tables = sum(len(plumbed.pages[number].extract_tables()) for number in numbers)
    return {"pages": len(numbers), "tables": tables}


RUNS: dict[str, Callable[[Path, Path], Notes]] = {
    "matters": run_matters,
    "naive": run_naive,
    "floor": run_floor,
    "layout": run_layout,
    "tables": run_tables,
}


def trained_or_blank() -> tuple["Language", str]:
    """spaCy's small trained English pipeline where it is installed, else rules; and its name, in words."""
    import spacy

    if trained := load_trained():
        return trained
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    return language, f"no trained model, so a blank pipeline with the rule sentencizer; {HOW_TO_GET}"


def _pages(path: Path, read_pdf: Callable[[Path], Iterator[str]]) -> Iterator[str]:
    data = path.read_bytes()
    if b"%PDF-" in data[:1024]:
        yield from read_pdf(path)
    elif b"\0" not in data:
        yield data.decode("utf-8", errors="replace").replace("\r\n", "\n")


def _plumbed(path: Path) -> Iterator[str]:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            yield page.extract_text()


def _rendered(path: Path) -> Iterator[str]:
    import pypdfium2

    with closing(pypdfium2.PdfDocument(path)) as pdf:
        for page in pdf:
            yield page.get_textpage().get_text_range()


def measure(run: str, path: Path) -> Measured:
    """Run one of RUNS on `path` in an interpreter of its own. Raises CalledProcessError where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.bench", str(path), "--child", run, "--into", folder]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def _run_here(run: str, path: Path, folder: Path) -> None:
    began = time.perf_counter()
    notes = RUNS[run](path, folder / "bench.db")
    seconds = time.perf_counter() - began
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({"seconds": seconds, "memory": peak * _RSS_UNIT / _MEBIBYTE, "notes": notes}))


def compare(folder: Path) -> Iterator[str]:
    """The table of a folder, line by line."""
    runs = {name: measure(name, folder) for name in ("matters", "naive", "floor")}
    counts, own = runs["floor"].notes, runs["matters"]
    yield (
        f"{folder.name}: {counts['documents']:,} documents, {counts['pages']:,} pages, {counts['words']:,} words; "
        "one process"
    )
    yield f"{'':10}{'seconds':>9}{'pages/s':>9}{'words/s':>10}{'peak MiB':>10}{'time ÷ matters':>16}"
    for name, run in runs.items():
        yield (
            f"{name:10}{run.seconds:9.2f}{counts['pages'] / run.seconds:9.1f}{counts['words'] / run.seconds:10,.0f}"
            f"{run.memory:10.0f}{run.seconds / own.seconds:16.2f}"
        )
    yield f"matters read {own.notes['documents']:,}, failed {own.notes['failed']:,}"
    yield f"naive used {runs['naive'].notes['language']}"


def compare_report(report: Path, pages: int) -> Iterator[str]:
    """The table of a long PDF, line by line: the quickest of a few runs, taken in turn."""
    runs = [(measure("layout", report), measure("tables", report)) for _ in range(_TIMES)]
    layout, tables = (min(each, key=lambda run: run.seconds) for each in zip(*runs, strict=True))
    yield f"{report.name}: {pages} pages"
    yield f"{'':32}{'seconds':>9}{'peak MiB':>10}{'time ÷ layout':>16}"
    named = {
        "PDF layout, all pages": layout,
        f"extract_tables on {tables.notes['pages']} pages": tables,
    }
    for name, run in named.items():
        yield f"{name:32}{run.seconds:9.2f}{run.memory:10.0f}{run.seconds / layout.seconds:16.2f}"
    yield f"layout ÷ extract_tables: {layout.seconds / tables.seconds:.2f} (aim: at most {_MOST_OF_TABLES})"


def compare_reports(folder: Path) -> Iterator[str]:
    """The tables of the long PDF beside the project, where there is one, and of an invented one."""
    if long := _long_report():
        yield from compare_report(*long)
    else:
        yield f"No PDF of {_LONG} pages or more in {_REPORTS}: the real report is left out."
    yield ""
    yield from compare_report(write_report(folder / "invented-report.pdf"), _LONG)


def write_report(path: Path) -> Path:
    """An invented report as long as one that is measured: a ruled table on every other page, prose on the rest."""
    from tests.pdf_writer import Pages, Row

    pages = Pages("Performance report", "Leyford Borough Council")
    heading: Row = [(text, None) for text in ("Measure", "Q1 2024/25", "Q2 2024/25", "Target", "RAG")]
    prose = "The service took more calls than in the spring and answered them sooner. " * 8
    for number in range(_LONG // 2):
        if number:
            pages.room(10_000)
        rows: list[Row] = [
            [(f"Calls answered at desk {number}.{row}", None), (f"{80 + row}%", None), (f"{81 + row}%", None),
             ("85%", None), ("Green", "green")]
            for row in range(12)
        ]  # fmt: skip
        pages.paragraph(f"Desk {number}", font="bold")
        pages.table([heading, *rows], [200, 70, 70, 60, 60])
        pages.room(10_000)
        for _ in range(4):
            pages.paragraph(prose)
    path.write_bytes(pages.finish("Performance report"))
    return path


def _long_report() -> tuple[Path, int] | None:
    """The longest PDF beside the project, where one is long."""
    import pypdfium2

    lengths: list[tuple[int, Path]] = []
    for path in _REPORTS.rglob("*.pdf"):
        with closing(pypdfium2.PdfDocument(path)) as pdf:
            lengths.append((len(pdf), path))
    pages, path = max(lengths, default=(0, _REPORTS))
    return (path, pages) if pages >= _LONG else None


def main(arguments: list[str] | None = None) -> None:
    """Measure a folder, a long report where there is one and an invented one, and print the tables."""
    parser = argparse.ArgumentParser(description="Speed and memory beside two baselines.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "corpus")
    parser.add_argument("--no-report", action="store_true", help="leave out the long reports")
    parser.add_argument("--child", choices=RUNS, help=argparse.SUPPRESS)
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    path = options.folder.absolute()
    if options.child:
        _run_here(options.child, path, options.into)
        return
    if not path.is_dir() or not files_of(path):
        parser.error(f"there are no documents in {options.folder}")
    for line in compare(path):
        print(line, flush=True)
    if not options.no_report:
        print()
        with tempfile.TemporaryDirectory() as made:
            for line in compare_reports(Path(made)):
                print(line, flush=True)


if __name__ == "__main__":
    main()
