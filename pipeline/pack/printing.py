"""A page as Markdown, as HTML that prints well, and as a Word file."""

import io
import re
from html import escape

from docx import Document

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
            lines += [f"{number}. **{_plain(entry.lead)}**  ", f"   “{_plain(entry.quote)}”  "]
            lines += [f"   {_plain(note)}  " for note in entry.notes]
            lines += [f"   *{_plain(entry.place)}*", ""]
        if not section.entries:
            lines += [section.nothing, ""]
    return "\n".join([*lines, f"*{page.foot}*", ""])


def to_html(page: Page) -> str:
    """The page as one HTML file without scripts or outside parts; what documents say stands as text."""
    parts = [f"<main><h1>{escape(page.title)}</h1><p>{escape(page.subtitle)}</p>"]
    for section in page.sections:
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        entries = "".join(f"<li>{_html_entry(entry)}</li>" for entry in section.entries)
        parts.append(f"<ol>{entries}</ol>" if entries else f"<p>{escape(section.nothing)}</p>")
    parts.append(f"</main><footer><p>{escape(page.foot)}</p></footer>")
    return single_page(f"{page.title}: pack", parts)


def _html_entry(entry: Entry) -> str:
    notes = "".join(f"<p>{escape(note)}</p>" for note in entry.notes)
    return (
        f"<p><strong>{escape(entry.lead)}</strong></p><blockquote>{escape(entry.quote)}</blockquote>{notes}"
        f'<p class="place">{escape(entry.place)}</p>'
    )


def to_docx(page: Page) -> bytes:
    """The page as a Word file."""
    word = Document()
    word.core_properties.title = _printable(page.title)
    word.add_heading(_printable(page.title), 0)
    word.add_paragraph(_printable(page.subtitle))
    for section in page.sections:
        word.add_heading(section.heading, 1)
        for entry in section.entries:
            word.add_paragraph(style="List Number").add_run(_printable(entry.lead)).bold = True
            word.add_paragraph(f"“{_printable(entry.quote)}”", style="Quote")
            for note in entry.notes:
                word.add_paragraph(_printable(note))
            word.add_paragraph().add_run(_printable(entry.place)).italic = True
        if not section.entries:
            word.add_paragraph(section.nothing)
    word.add_paragraph().add_run(page.foot).italic = True
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", _printable(text).replace("\n", " "))


def _printable(text: str) -> str:
    """Without control characters, which Word's XML cannot hold."""
    return _CONTROL.sub(" ", text)
