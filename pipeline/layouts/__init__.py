"""Layouts: one file per family of pages, the most particular first."""

from pipeline.layouts import html, moderngov, pdf, text
from pipeline.layouts.base import Layout

LAYOUTS: tuple[Layout, ...] = (pdf.LAYOUT, moderngov.LAYOUT, html.LAYOUT, text.LAYOUT)
