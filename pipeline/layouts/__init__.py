"""Layouts: one file per family of pages, the most particular first."""

from pipeline.layouts import html, moderngov, text
from pipeline.layouts.base import Layout

LAYOUTS: tuple[Layout, ...] = (moderngov.LAYOUT, html.LAYOUT, text.LAYOUT)
"""What a layout is: a family of pages that are read alike."""
