"""Layouts: one file per family of pages, the most particular first."""

from pipeline.layouts import docx, html, mhtml, moderngov, moderngov_text, moderngov_xml, pdf, text
from pipeline.layouts.base import Layout

LAYOUTS: tuple[Layout, ...] = (
    moderngov_xml.LAYOUT,
    mhtml.LAYOUT,
    moderngov.LAYOUT,
    pdf.LAYOUT,
    html.LAYOUT,
    docx.LAYOUT,
    moderngov_text.LAYOUT,
    text.LAYOUT,
)
"""What a layout is: a family of pages that are read alike."""
