"""Datasette's own pages, mended for people who cannot see them: names for fields that have none, headings in order,
the long list of columns folded away."""

from markupsafe import Markup

_MENDED = (
    ('<textarea id="sql-editor"', '<textarea aria-label="Query in SQL" id="sql-editor"'),
    ('<select name="_filter_column', '<select aria-label="Column" name="_filter_column'),
    ('<select name="_filter_op', '<select aria-label="Comparison" name="_filter_op'),
    ('<input type="text" name="_filter_value', '<input type="text" aria-label="Value" name="_filter_value'),
    ('<select name="_sort"', '<select aria-label="Sort by" name="_sort"'),
    (
        '<div class="table-wrapper">',
        '<div class="table-wrapper" tabindex="0" role="group" aria-label="Table">',
    ),
    (
        '<dl class="column-descriptions">',
        '<details><summary>What the columns hold</summary><dl class="column-descriptions">',
    ),
    ("</dl>", "</dl></details>"),  # that list is the only one
    ("<h3", "<h2"),
    ("</h3>", "</h2>"),
)


def mended(html: Markup) -> Markup:
    """The part of a page that Datasette's template made; what comes from documents is escaped in it, and so is left
    as it is."""
    mended = str(html)
    for stock, better in _MENDED:
        mended = mended.replace(stock, better)
    return Markup(mended)
