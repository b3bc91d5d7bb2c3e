"""Layouts: one file per family of pages, the most particular first."""

from pipeline.layouts import text
from pipeline.layouts.base import Layout

LAYOUTS: tuple[Layout, ...] = (text.LAYOUT,)
