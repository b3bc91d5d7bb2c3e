"""Printed numbers, letters and bullets at the head of a paragraph."""

import re

BULLETS = "•·●○◦▪■□▫◆❖➢►▶✓✔‣⁃∙»o\uf0b7\uf0a7\uf0d8\uf02d\uf0fc¢*–—-"
"""As typed, and as Word's symbol fonts come out of PDF and HTML, and as scans misread them (¢)."""

LABEL = re.compile(
    r"(?P<label>"
    r"\d{1,3}(?:\.\d{1,3}){1,3}\.?(?=\s+[A-Z“‘\"'(])|"  # 4.1, 12.3.1
    r"\d{1,3}[.)](?=\s)|"  # 12.
    r"\((?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})\)(?=\s*\S)|"  # (1), (a), (iv)
    r"(?:[a-zA-Z]|[ivx]{1,6}|[IVX]{2,6})[.)](?=\s)|"  # a), iv., A.
    r"\d{1,3}(?=\t|\s{2,}[A-Z])|"  # 12   Apologies
    rf"[{re.escape(BULLETS)}](?=\s)|[•·●▪\uf0b7](?=\S)"
    r")\s*"
)

OPENER = re.compile(
    r"\(?(?:A(?:genda|GENDA)\s+)?(?:I(?:tem|TEM)|Q(?:uestion|UESTION)|Motion|Minute|A(?:ppendix|PPENDIX)|Annex)"
    r"\s+(?:No\.?\s*)?(?:\d{1,4}[a-z]?|[A-Z])\b|"
    r"(?:RESOLVED|RECOMMENDED|AGREED|DECISION|DECIDED|NOTED|ACTION|RECOMMENDATIONS?)\b"
)
"""Words that begin a new paragraph wherever they stand at a line's start."""

BRACKETED_ITEM = re.compile(r"[(\[](?:agenda\s+)?item\s+(?:no\.?\s*)?\d{1,3}[a-z]?[)\]]", re.IGNORECASE)
"""How some councils print the agenda's number under the title in the minutes."""
