"""The words of a PDF with their places, by pdfium; what no reader of the page sees is left out."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.layouts.pdf_model import Page, Word

MOST_LETTERS = 200_000
"""Characters of one page. A large plan with all its street names has a twentieth."""

_WORD = re.compile(r"[^\s\x00-\x1f\ufffe\uffff]+")
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uefff]")
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|semibold", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_HEAVY = 600
_PLAIN = str.maketrans({
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "–", "\uf0a8": "□", "\uf0e0": "→",
})  # fmt: skip
_EM_HEIGHT = 1.15
"""Of the font size: from the highest letters of most fonts to the lowest."""
_MOST_RULES = 40
"""Lines and boxes that may stand on a page left blank."""
_BREAK_HYPHEN = "\ufffe"
"""pdfium's sign for a hyphen at a line's end."""


class PageFailed(Exception):
    """A page that cannot be read; the message says why."""


class _Setting(NamedTuple):
    """How the words of one text object are set."""

    size: float
    bold: bool
    hidden: bool
    """Set in the mode that draws nothing: the text under a scanned picture, or something to be found by
    searching only."""
    clipped: bool
    angle: int
    """Degrees, a multiple of 90, that the page must be turned by for the words to stand upright."""


def read_page(document: pypdfium2.PdfDocument, number: int) -> Page:
    """The page `number`, from 1. Raises `PageFailed`."""
    try:
        page = document[number - 1]
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise PageFailed(str(error)) from error
    try:
        text_page = page.get_textpage()
        try:
            return _read(page, text_page, number)
        finally:
            text_page.close()
    except pypdfium2.PdfiumError as error:
        raise PageFailed(str(error)) from error
    finally:
        page.close()


def _read(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, number: int, turn: int = 0) -> Page:
    """The page, turned by `turn` degrees before it is read."""
    count = text_page.count_chars()
    if count > MOST_LETTERS:
        raise PageFailed(f"it holds {count:,} characters; at most {MOST_LETTERS:,} are read")
    width, height = page.get_size() if turn % 180 == 0 else page.get_size()[::-1]
    rotation = (page.get_rotation() + turn) % 360
    found = list(
        _words(text_page.raw, _characters(text_page, count), _Placing(page.get_bbox(), rotation), _Settings())
    )
    upright = [pair for pair in found if (pair[1].angle - rotation) % 360 == 0]
    if len(upright) * 2 < len(found) and not turn:
        # A wide table is set sideways on an upright page: most of its words say which way.
        angle = Counter(setting.angle for _, setting in found).most_common(1)[0][0]
        return _read(page, text_page, number, (angle - rotation) % 360)
    inside = [pair for pair in upright if not pair[1].clipped and _is_inside(pair[0], width, height)]
    seen = [word for word, setting in inside if not setting.hidden]
    # A scan that was read by machine draws the picture and hides the words under it.
    scanned = len(seen) * 10 < len(inside) and _has_picture(page)
    words = [word for word, _ in inside] if scanned else seen
    return Page(number, width, height, tuple(words), _is_legible(words) if words else _is_blank(page))


def _is_inside(word: Word, width: float, height: float) -> bool:
    return -1 < (word.x0 + word.x1) / 2 < width + 1 and -1 < word.middle < height + 1


def _is_legible(words: Sequence[Word]) -> bool:
    """Whether most characters say what they are. Bullets of symbol fonts stand alone and are no letters."""
    letters = "".join(word.text for word in words if len(word.text) > 1)
    return len(_UNREADABLE.findall(letters)) * 3 <= len(letters)


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _is_blank(page: pypdfium2.PdfPage) -> bool:
    """Whether a page without words holds nothing else: no picture, and no letters drawn as shapes."""
    drawn = page.get_objects([pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)
    return not _has_picture(page) and sum(1 for _ in islice(drawn, _MOST_RULES + 1)) <= _MOST_RULES


def _characters(text_page: pypdfium2.PdfTextPage, count: int) -> str:
    """The page's characters, one for each of pdfium's: half a character where it has halves."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = max(0, pdfium.FPDFText_GetText(text_page.raw, 0, count, buffer) - 1)
    text = bytes(buffer)[: 2 * written].decode("utf-16-le", "replace")
    return text if len(text) == written else "".join(map(chr, buffer[:written]))


def _whole(text: str) -> str:
    """Halves of characters put together, joined letters parted, symbol fonts' bullets as bullets."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").translate(_PLAIN)


def _words(raw: Any, text: str, place: "_Placing", settings: "_Settings") -> Iterator[tuple[Word, _Setting]]:
    box = pdfium.FS_RECTF()
    shifted = len(text) != pdfium.FPDFText_CountChars(raw)
    for match in _WORD.finditer(text):
        first, last = match.start(), match.end() - 1
        if shifted:
            first = pdfium.FPDFText_GetCharIndexFromTextIndex(raw, first)
            last = pdfium.FPDFText_GetCharIndexFromTextIndex(raw, last)
        if not pdfium.FPDFText_GetLooseCharBox(raw, first, box):
            continue
        corners = place(box)
        if last != first and pdfium.FPDFText_GetLooseCharBox(raw, last, box):
            corners = _around(corners, place(box))
        setting = settings.of(pdfium.FPDFText_GetTextObject(raw, first))
        broken = text[match.end() : match.end() + 1] == _BREAK_HYPHEN
        spaced = text[match.start() - 1 : match.start()] in (" ", "\xa0", "\t")
        height = corners[3] - corners[1]
        size = setting.size if 0.6 * setting.size < height < 2.5 * setting.size else height / _EM_HEIGHT
        shown = _whole(match[0]) + ("-" if broken else "")
        yield Word(shown, *corners, max(1.0, size), setting.bold, spaced), setting


Corners = tuple[float, float, float, float]


def _around(one: Corners, other: Corners) -> Corners:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


class _Placing:
    """From the file's coordinates to points from the top left corner of the page as it is shown."""

    def __init__(self, box: Corners, rotation: int) -> None:
        self.left, self.bottom, self.right, self.top = box
        self.rotation = rotation

    def __call__(self, box: Any) -> Corners:
        x0, y0, x1, y1 = box.left, box.bottom, box.right, box.top
        match self.rotation:
            case 90:
                return y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
            case 180:
                return self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom
            case 270:
                return self.top - y1, self.right - x1, self.top - y0, self.right - x0
        return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0


class _Settings:
    """Each text object and font is asked once: a call costs more than what it tells."""

    def __init__(self) -> None:
        self._objects: dict[int, _Setting] = {}
        self._fonts: dict[int, bool] = {}

    def of(self, text_object: Any) -> _Setting:
        """How the words of `text_object` are set."""
        address = _address(text_object)
        if address not in self._objects:
            self._objects[address] = (
                self._ask(text_object) if address else _Setting(0, False, False, False, 0)
            )
        return self._objects[address]

    def _ask(self, text_object: Any) -> _Setting:
        size = ctypes.c_float()
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFTextObj_GetFontSize(text_object, size)
        pdfium.FPDFPageObj_GetMatrix(text_object, matrix)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        stroked = mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        return _Setting(
            size=abs(size.value) * scale,
            bold=stroked or self._is_bold(pdfium.FPDFTextObj_GetFont(text_object)),
            hidden=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
            clipped=mode == pdfium.FPDF_TEXTRENDERMODE_CLIP or _is_clipped(text_object),
            angle=_angle(matrix),
        )

    def _is_bold(self, font: Any) -> bool:
        address = _address(font)
        if address and address not in self._fonts:
            name = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, name, 200)
            self._fonts[address] = (
                bool(_BOLD_NAME.search(name.value.decode("latin-1")))
                or pdfium.FPDFFont_GetWeight(font) >= _HEAVY
                or bool(max(0, pdfium.FPDFFont_GetFlags(font)) & _FORCE_BOLD)
            )
        return self._fonts.get(address, False)


def _angle(matrix: Any) -> int:
    if abs(matrix.a) >= abs(matrix.b):
        return 0 if matrix.a >= 0 else 180
    return 90 if matrix.b > 0 else 270


def _address(pointer: Any) -> int:
    return ctypes.c_void_p.from_buffer(pointer).value or 0


def _is_clipped(text_object: Any) -> bool:
    """Whether the text object stands wholly outside the path that it is clipped to."""
    clip = pdfium.FPDFPageObj_GetClipPath(text_object)
    if not clip or pdfium.FPDFClipPath_CountPaths(clip) != 1:
        return False
    points = _points(clip)
    edges = [ctypes.c_float() for _ in range(4)]
    if len(points) < 2 or not pdfium.FPDFPageObj_GetBounds(text_object, *edges):
        return False
    left, bottom, right, top = (edge.value for edge in edges)
    xs, ys = zip(*points, strict=True)
    return bool(right < min(xs) or left > max(xs) or top < min(ys) or bottom > max(ys))


def _points(clip: Any) -> list[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for at in range(pdfium.FPDFClipPath_CountPathSegments(clip, 0)):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, 0, at)
        if segment and pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            points.append((x.value, y.value))
    return points
