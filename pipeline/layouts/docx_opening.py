"""Opening a Word file safely: what it is, how large it would unfold, and what to tell who cannot."""

import io
import zipfile
import zlib

from docx import Document
from docx.document import Document as Word
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from extractors.model import Problem
from pipeline.layouts.base import Unreadable
from pipeline.layouts.docx_package import as_usual
from pipeline.layouts.text_decoding import check_size
from pipeline.layouts.unread import tell_format

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_PART = b"word/document"
_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot"})
MOST_UNFOLDED = 250_000_000
"""Bytes of all parts together. The text of the longest agenda pack takes a hundredth of this; pictures fill the
rest."""
_MOST_PARTS = 10_000
_MOST_OF_ONE = 60_000_000
"""Bytes of one part of XML."""
_STEP = 1 << 16


def looks_like_word(data: bytes, suffix: str) -> bool:
    """Whether the suffix or, for an unknown suffix, the bytes say that this is a Word file."""
    return suffix in _SUFFIXES or (data.startswith(_ZIP) and _PART in data)


def open_word(data: bytes) -> Word:
    """The opened file. Raises `Unreadable` for what is no Word file, encrypted, damaged, or far too large."""
    check_size(data)
    if data.startswith(_OLE):
        raise Unreadable(_old_format(data))
    if not data.strip():
        raise Unreadable(Problem("read", "empty", "The file holds nothing."))
    if not data.startswith(_ZIP) or (_PART not in data and tell_format(data, "")):
        raise Unreadable(
            tell_format(data, "")
            or Problem("read", "not understood", "This is no Word file. Open it and save it as .docx.")
        )
    try:
        _check_unfolded(data)
        return Document(io.BytesIO(as_usual(data)))
    except Unreadable:
        raise
    except (zipfile.BadZipFile, zlib.error, PackageNotFoundError, etree.XMLSyntaxError, KeyError, ValueError, OSError,
            RuntimeError, NotImplementedError, AttributeError, TypeError, EOFError) as error:  # fmt: skip
        # The zip reader and python-docx tell a damaged package in as many ways as it can be damaged.
        raise Unreadable(Problem("read", "damaged", _DAMAGED)) from error


_DAMAGED = (
    "The Word file is damaged or in a form that is not read. Open it in Word and save it as .docx again."
)


def _old_format(data: bytes) -> Problem:
    if _ENCRYPTED in data:
        return Problem("read", "encrypted", "The Word file needs a password. Save it as .docx without one.")
    return Problem("read", "old Word format", "The file is a Word 97-2003 document. Save it as .docx.")


def _check_unfolded(data: bytes) -> None:
    """Unfold every part once, a little at a time: what the file says of its sizes may be a lie, and then the
    check sum of what was unfolded is wrong."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        whole = sum(part.file_size for part in parts)
        xml = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
        if whole > MOST_UNFOLDED or len(parts) > _MOST_PARTS or xml > _MOST_OF_ONE:
            size = f"{whole / 1e6:.0f} MB in {len(parts)} parts"
            raise Unreadable(
                Problem("read", "too large", f"The Word file unfolds to {size}, and was not opened.")
            )
        for part in parts:
            with archive.open(part) as unfolding:
                while unfolding.read(_STEP):
                    pass
