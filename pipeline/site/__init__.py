"""The published site: pages on Datasette for people who have never seen SQL. One module for each kind of page."""

from pipeline.site import document, front, record, search

PAGES = (document, front, record, search)
"""Modules with `ROUTES`: (a pattern of the address, the view that answers it) for each page."""
