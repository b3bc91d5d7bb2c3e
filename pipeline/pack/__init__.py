"""The next meeting's pack as a page: Markdown, HTML or Word."""

from pipeline.pack.page import Entry, Section, page_of
from pipeline.pack.printing import to_docx, to_html, to_markdown

__all__ = ["Entry", "Section", "page_of", "to_docx", "to_html", "to_markdown"]
