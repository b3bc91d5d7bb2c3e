"""Findings as files that people take elsewhere: CSV, spreadsheets, feeds. The command line and the site share them."""
