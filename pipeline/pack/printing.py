"""A page as Markdown, as HTML that prints well, and as a Word file."""

import io
import re
from html import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from pipeline.pack.page import Entry, Page
from pipeline.single_page import single_page

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def to_markdown(page: Page) -> str:
    """The page as Markdown; marks inside quotes stand as characters."""
    lines = [f"# {_plain(page.title)}", "", _plain(page.subtitle), ""]
    for section in page.sections:
        lines += [f"## {section.heading}", ""]
        for number, entry in enumerate(section.entries, 1):
            quote = f"“{_plain(entry.quote)}” " if entry.quote else ""
            later = [_plain(entry.later)] if entry.later else []
            parts = [
                f"**{_plain(entry.lead)}**{_plain(entry.said)}",
                f"{quote}*{_plain(entry.place)}*",
                *later,
            ]
            lines.append(f"{number}. " + "  \n   ".join(parts))
        lines += ["" if section.entries else section.nothing, *([section.more, ""] if section.more else [""])]
    return "\n".join([*lines, f"*{page.foot}*", ""])


def to_html(page: Page) -> str:
    """The page as one HTML file without scripts or outside parts; what documents say stands as text."""
    parts = [f'<main class="pack"><h1>{escape(page.title)}</h1><p>{escape(page.subtitle)}</p>']
    for section in page.sections:
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        entries = "".join(f"<li>{_html_entry(entry)}</li>" for entry in section.entries)
        parts.append(f"<ol>{entries}</ol>" if entries else f"<p>{escape(section.nothing)}</p>")
        parts += [f"<p>{escape(section.more)}</p>"] if section.more else []
    parts.append(f"</main><footer><p>{escape(page.foot)}</p></footer>")
    return single_page(f"{page.title}: pack", parts)


def _html_entry(entry: Entry) -> str:
    quote = f"“{escape(entry.quote)}” " if entry.quote else ""
    later = f"<p>{escape(entry.later)}</p>" if entry.later else ""
    return (
        f"<p><strong>{escape(entry.lead)}</strong>{escape(entry.said)}</p>"
        f'<p>{quote}<span class="place">{escape(entry.place)}</span></p>{later}'
    )


def to_docx(page: Page) -> bytes:
    """The page as a Word file: one sheet of A4."""
    word = Document()
    word.core_properties.title = _printable(page.title)
    _set_small(word)
    word.add_heading(_printable(page.title), 1)
    word.add_paragraph(_printable(page.subtitle))
    for section in page.sections:
        word.add_heading(section.heading, 2)
        for number, entry in enumerate(section.entries, 1):
            _write_entry(word.add_paragraph(), number, entry)
        for said in filter(None, ("" if section.entries else section.nothing, section.more)):
            word.add_paragraph(said)
    word.add_paragraph().add_run(page.foot).italic = True
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _set_small(word: WordDocument) -> None:
    """Narrow margins and small print, so that a page is one sheet."""
    for section in word.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(15)
        section.top_margin = section.bottom_margin = Mm(12)
    normal = word.styles["Normal"]
    normal.font.size, normal.paragraph_format.space_after = Pt(9), Pt(2)
    for name, size in (("Heading 1", 14), ("Heading 2", 11)):
        heading = word.styles[name]
        heading.font.size, heading.paragraph_format.space_before = Pt(size), Pt(6)


def _write_entry(paragraph: Paragraph, number: int, entry: Entry) -> None:
    """A number of its own: Word would go on counting from one list to the next."""
    paragraph.paragraph_format.left_indent = Mm(5)
    paragraph.paragraph_format.first_line_indent = Mm(-5)
    paragraph.add_run(f"{number}. {_printable(entry.lead)}").bold = True
    paragraph.add_run(_printable(entry.said)).add_break()
    paragraph.add_run(f"“{_printable(entry.quote)}” " if entry.quote else "")
    paragraph.add_run(_printable(entry.place)).italic = True
    if entry.later:
        paragraph.add_run().add_break()
        paragraph.add_run(_printable(entry.later))


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", _printable(text).replace("\n", " "))


def _printable(text: str) -> str:
    """Without control characters, which Word's XML cannot hold."""
    return _CONTROL.sub(" ", text)
