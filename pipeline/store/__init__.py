"""The database: its schema, and how one document is put into it."""

from pipeline.store.database import DatabaseProblem, open_for_reading, open_for_writing
from pipeline.store.rows import DocumentRows, to_rows

__all__ = ["DatabaseProblem", "DocumentRows", "open_for_reading", "open_for_writing", "to_rows"]
