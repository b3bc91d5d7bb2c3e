"""Files of kinds that are not read: each says what it is, and what to do."""

import io
import zipfile

import pytest

from pipeline.documents import read_document
from pipeline.layouts.base import Unreadable


def package(**parts: str) -> bytes:
    """A zip with these parts, a slash written as two underscores."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return made.getvalue()


OPEN_TEXT = package(mimetype="application/vnd.oasis.opendocument.text", content="<x/>")


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (OPEN_TEXT, "m.odt", "OpenDocument"),
        (OPEN_TEXT, "m.docx", "OpenDocument"),
        (b"{\\rtf1 hello}", "m.rtf", "Rich Text"),
        (b"{\\rtf1 hello}", "m.doc", "Rich Text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "m.wps", "old Office"),
        (package(xl__workbook="x"), "m.xlsx", "spreadsheet"),
        (b"From: clerk", "m.eml", "e-mail"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "scan.jpg", "OCR"),
        (b"\x89PNG\r\n\x1a\n", "scan", "OCR"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "m.xml", "XML"),
        (b"anything", "m.xyz", "end in .xyz"),
        (b"\x7fELF", "m", "without suffix"),
    ],
)
def test_what_is_not_read_says_what_to_do(data: bytes, name: str, says: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_document(data, name)
    detail = raised.value.problem.detail
    assert says in detail
    assert detail.count(".") >= 2 or "Save" in detail
