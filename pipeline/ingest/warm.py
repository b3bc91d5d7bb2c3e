"""What the fork server does before it forks: load the rules and fill their caches, once for all workers."""

from pipeline.documents import read_document
from pipeline.extract import extract

_TEXT = b"Minutes of a meeting of the Panel\n\n1. Performance\n\nMembers asked why NI 117 stood at 5% in June 2024.\n"

extract(read_document(_TEXT, "warm.txt"))
