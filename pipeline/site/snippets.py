"""Search snippets as HTML: everything escaped, the found words in <mark>."""

import re

from markupsafe import Markup

from pipeline.queries.search import CLOSE, OPEN

_FOUND = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


def highlighted(snippet: str) -> Markup:
    """The snippet with <mark> around what stands between the search's marks. Marks without a partner are dropped."""
    parts = _FOUND.split(snippet)
    return Markup().join(
        Markup("<mark>{}</mark>").format(part) if at % 2 else part.replace(OPEN, "").replace(CLOSE, "")
        for at, part in enumerate(parts)
    )
