"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, Windows-1252, what was encoded twice."""

import codecs
import re

from extractors.model import Problem
from pipeline.layouts.base import Unreadable

MOST_BYTES = 50_000_000
"""The longest real file, a year of a county's agenda packs as text, is a tenth of this; a longer one is no
minutes, and its analysis would not fit in memory."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that no text file holds, in the code points that Windows-1252 leaves as they are.
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f�]")
_BYTES = {bytes([byte]).decode("cp1252", errors="ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
"""The byte that each letter was, before somebody took UTF-8 for Windows-1252; and control characters themselves."""
_BYTES |= {chr(byte): byte for byte in range(0x80, 0xA0)}
_GOES_ON = "".join(re.escape(letter) for letter, byte in _BYTES.items() if byte < 0xC0)
_TWICE = re.compile(f"[Â-ß][{_GOES_ON}]|[à-ï][{_GOES_ON}]{{2}}|[ð-ô][{_GOES_ON}]{{3}}")
_WESTERN = re.compile("[\u00a0-\u017f\u2000-\u2122\u2190-\u27bf\ufeff\ufffd]")
"""What minutes may hold; other letters that come out are a chance of the bytes."""
_SAMPLE = 20_000
_MOST_BINARY = 0.02


def decode(data: bytes) -> str:
    """The text of `data`, line ends as they are. Raises `Unreadable` where there is none, or too much."""
    check_size(data)
    text = _decoded(data)
    if not text.strip("\x00\ufeff \t\r\n\f\v"):
        raise Unreadable(Problem("read", "empty", "The file holds no text."))
    sample = text[:_SAMPLE]
    if len(_BINARY.findall(sample)) > _MOST_BINARY * len(sample):
        raise Unreadable(Problem("read", "not text", "The file is not text. Check that it was saved whole."))
    return _TWICE.sub(_mend, text)


def _mend(twice: re.Match[str]) -> str:
    """ "â€™" is "’": two or three letters that are the bytes of one in UTF-8."""
    letter = bytes(_BYTES[letter] for letter in twice.group()).decode("utf-8", errors="ignore")
    return letter if _WESTERN.fullmatch(letter) else twice.group()


def check_size(data: bytes) -> None:
    """Raise `Unreadable` for a file of more than `MOST_BYTES`."""
    if len(data) > MOST_BYTES:
        size = f"{len(data) / 1e6:.0f} MB; at most {MOST_BYTES / 1e6:.0f} MB are read. Split the file."
        raise Unreadable(Problem("read", "too large", f"The file has {size}"))


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    sample = data[:_SAMPLE]
    # English text in UTF-16 has a zero in nearly every second byte; which half says the byte order.
    if sample.count(0) > len(sample) // 4:
        little = sample[1::2].count(0) > sample[0::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # The five bytes that Windows-1252 leaves undefined stand for themselves, as browsers read them.
        return data.decode("cp1252", errors="replace")
