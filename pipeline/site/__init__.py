"""The published site: pages on Datasette for people who have never seen SQL. One module for each kind of page."""

from pipeline.site import decisions, document, front, promises, questions, record, search

PAGES = (decisions, document, front, promises, questions, record, search)
"""Modules with `ROUTES`: (a pattern of the address, the view that answers it) for each page."""
