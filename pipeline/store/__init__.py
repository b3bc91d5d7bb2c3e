"""The database: its schema, and how one document is put into it."""
