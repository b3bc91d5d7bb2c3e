"""Word files for tests, from the XML inside their parts."""

import io
import zipfile
from collections.abc import Mapping, Sequence

from docx import Document
from docx.oxml import parse_xml

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


def word(body: str, numbering: str = "", title: str = "") -> bytes:
    """A Word file whose body holds these elements, in python-docx's plain template."""
    made = Document()
    held = made.element.body
    for element in parse_xml(f"<w:body {NAMES}>{body}</w:body>"):
        held.insert(len(held) - 1, element)
    if numbering:
        root = made.part.numbering_part.element
        for element in list(root):
            root.remove(element)
        root.extend(list(parse_xml(f"<w:numbering {NAMES}>{numbering}</w:numbering>")))
    made.core_properties.title = title
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def p(text: str, *, style: str = "", list_id: str = "", level: int = 0, bold: bool = False) -> str:
    """A paragraph of one run; a tab and a line feed in `text` are Word's."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id else ""
    parts = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(part, f'<w:t xml:space="preserve">{part}</w:t>')
        for part in text.replace("\t", "\0\t\0").replace("\n", "\0\n\0").split("\0")
        if part
    )
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:pPr>{style}{numbered}</w:pPr><w:r>{weight}{parts}</w:r></w:p>"


def levels(*pairs: tuple[str, str], kind: str = "1", start: int = 1) -> str:
    """An abstract list with a level for each pair of number format and pattern."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start if at == 0 else 1}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (style, pattern) in enumerate(pairs)
    )
    return f'<w:abstractNum w:abstractNumId="{kind}">{made}</w:abstractNum>'


def numbered(list_id: str, kind: str = "1", override: int | None = None) -> str:
    """A list of that abstract list, which starts anew at `override`."""
    start = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{override}"/></w:lvlOverride>' if override else ""
    )
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{kind}"/>{start}</w:num>'


def table(*rows: str) -> str:
    """A table of rows made by `tr`."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells: str, header: bool = False) -> str:
    """A row; a cell is text, or "{properties}text" with the XML of its properties before it."""
    made = ""
    for cell in cells:
        known, _, text = cell.removeprefix("{").partition("}") if cell.startswith("{") else ("", "", cell)
        made += f"<w:tc><w:tcPr>{known}</w:tcPr>{p(text)}</w:tc>"
    return f"<w:tr><w:trPr>{'<w:tblHeader/>' if header else ''}</w:trPr>{made}</w:tr>"


def repacked(data: bytes, **parts: bytes) -> bytes:
    """The file with parts put in the place of its own: `document=b"…"` for `word/document.xml`."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            short = name.removeprefix("word/").removesuffix(".xml")
            new.writestr(name, parts.get(short, old.read(name)))
    return made.getvalue()


def replaced(
    data: bytes, changes: Sequence[tuple[bytes, bytes]], added: Mapping[str, bytes] | None = None
) -> bytes:
    """The file with bytes changed in all its parts but relations of parts, whose one of the document is; and parts
    added by their whole names."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            for before, after in changes:
                if before != b"</Relationships>" or name == "word/_rels/document.xml.rels":
                    part = part.replace(before, after)
            new.writestr(name, part)
        for name, part in (added or {}).items():
            new.writestr(name, part)
    return made.getvalue()
