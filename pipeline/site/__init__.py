"""The published site: pages on Datasette for people who have never seen SQL. One module for each kind of page."""

from pipeline.site import (
    accuracy,
    decisions,
    document,
    front,
    indicators,
    pack,
    problems,
    promises,
    questions,
    record,
    search,
)

PAGES = (
    accuracy, decisions, document, front, indicators, pack, problems, promises, questions, record, search,
)  # fmt: skip
"""Modules with `ROUTES`: (a pattern of the address, the view that answers it) for each page."""
