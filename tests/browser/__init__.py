"""The site in Debian's chromium, used as people use it."""
