"""The pipeline: read, parse, extract, link, store, publish; and the command line."""
