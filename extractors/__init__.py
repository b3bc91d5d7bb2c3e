"""Extractors: pure functions from a parsed document to records, one file per record type (`kinds` lists them)."""
