"""What makes a database file ours, of which version, and how its text is cut for search."""

APPLICATION_ID = 0x4D415454
"""`MATT` in the file's header: tells our databases from other programs'."""
VERSION = 5
"""Goes up whenever tables or columns change; an older database is built anew from its documents."""
TOKENIZER = "porter unicode61 remove_diacritics 2"
"""Full-text search finds "absence" for "absences", and Irish and Welsh names with and without their accents."""
