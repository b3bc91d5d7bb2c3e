"""From a folder of files to rows in the database, reading only what changed."""

from pipeline.ingest.run import MissingPath, Progress, ingest
from pipeline.ingest.summary import Summary

__all__ = ["MissingPath", "Progress", "Summary", "ingest"]
