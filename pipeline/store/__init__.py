"""The database: its schema, and how one document is put into it."""

from pipeline.store.database import DatabaseProblem, open_for_reading, open_for_writing

__all__ = ["DatabaseProblem", "open_for_reading", "open_for_writing"]
