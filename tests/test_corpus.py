"""The sample corpus: what its sources make, in every format, with nothing left over."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from tests.make_corpus import CORPUS, made

DOCUMENTS = sorted(path for path in CORPUS.rglob("*") if path.is_file() and path.parent != CORPUS)


def unpacked(data: bytes) -> object:
    """A Word file's parts, as compression may differ between builds of Python; any other file's bytes."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(("path", "data"), [pytest.param(p, d, id=p.name) for p, d in made()])
def test_made_files_are_what_their_sources_make(path: Path, data: bytes) -> None:
    assert unpacked(path.read_bytes()) == unpacked(data), (
        f"{path.name} is out of step: run python -m tests.make_corpus"
    )


def test_every_format_is_there() -> None:
    assert {path.suffix for path in DOCUMENTS} == {".html", ".xml", ".pdf", ".docx", ".txt", ".md"}
    assert len(DOCUMENTS) >= 12


def test_file_names_are_unique_because_gold_files_name_documents_by_them() -> None:
    assert len({path.stem for path in DOCUMENTS}) == len(DOCUMENTS)


def test_manifest_names_documents_that_are_there_but_not_all() -> None:
    rows = list(csv.DictReader((CORPUS / "manifest.csv").read_text(encoding="utf-8").splitlines()))
    named = {CORPUS / row["path"] for row in rows}
    assert named < set(DOCUMENTS)
