"""A page as Markdown, as HTML that prints well, and as a Word file."""

import io
import re
from html import escape

from docx import Document

from pipeline.pack.page import Entry, Page

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b;
  background: #fff }
h1 { margin-bottom: 0 } h2 { border-bottom: 1px solid #767676; margin-top: 2rem }
li { margin: 0 0 1rem } blockquote { margin: .25rem 0; padding-left: .75rem; border-left: 3px solid #767676 }
.place, footer { color: #555; font-size: .875rem } p { margin: .25rem 0 }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #161616 } .place, footer { color: #bbb } }
@media print { body { margin: 0; max-width: none; color: #000; background: #fff } li { break-inside: avoid } }
"""


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
    parts = [
        "<!doctype html>",
        f'<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(page.title)}: pack</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{_STYLE}</style></head><body><main>",
        f"<h1>{escape(page.title)}</h1><p>{escape(page.subtitle)}</p>",
    ]
    for section in page.sections:
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        entries = "".join(f"<li>{_html_entry(entry)}</li>" for entry in section.entries)
        parts.append(f"<ol>{entries}</ol>" if entries else f"<p>{escape(section.nothing)}</p>")
    return "\n".join([*parts, f"</main><footer><p>{escape(page.foot)}</p></footer></body></html>", ""])


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
