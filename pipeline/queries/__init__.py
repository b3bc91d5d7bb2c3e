"""The questions that people ask of the database: the command line and the published site share the answers."""
