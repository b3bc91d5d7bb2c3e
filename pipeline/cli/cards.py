"""Prints what was found as cards: who, when and where, the exact words, and where to look them up."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

import click

from pipeline.cli.tables import shown
from pipeline.queries.scope import Row
from pipeline.queries.search import CLOSE, OPEN

_NARROWEST, _WIDEST = 60, 110
_STYLES = {
    "overdue": "red",
    "silent": "yellow",
    "open": "blue",
    "repeated": "cyan",
    "reported": "cyan",
    "delivered": "green",
    "closed": "green",
}


def heading(row: Row) -> str:
    """ "2024-03-07  Health Scrutiny Committee, Aldermoor  –  Performance report"."""
    body = ", ".join(filter(None, (row.get("committee"), row.get("council")))) or "committee unknown"
    item = f"  –  {row['agenda_item']}" if row.get("agenda_item") else ""
    return click.style(shown(f"{row.get('date') or 'no date'}  {body}{item}"), bold=True)


def place(row: Row) -> str:
    """Where the words stand: the file, the page, the character, and how sure the record is."""
    parts = [str(row["source"])]
    parts += [f"page {row['page']}"] if row.get("page") else []
    parts += [f"character {row['start_char']}"]
    parts += [f"sure {row['confidence']:.2f}"] if row.get("confidence") is not None else []
    return click.style(shown("  " + " · ".join(parts)), dim=True)


def words(label: str, text: Any) -> list[str]:
    """`text` behind its label, wrapped and indented; nothing where there is none."""
    if text in (None, ""):
        return []
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns - 2))
    first, rest = f"  {shown(label)}: ", "    "
    return textwrap.wrap(
        shown(text), width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def marked(text: str) -> str:
    """A search's snippet with the found words in colour; brackets where the output has no colours."""
    begin, end = ("\x1b[1;33m", "\x1b[0m") if sys.stdout.isatty() else ("[", "]")
    parts = text.replace("\n", " ").replace(CLOSE, OPEN).split(OPEN)
    return "".join(f"{begin}{shown(part)}{end}" if at % 2 else shown(part) for at, part in enumerate(parts))


def status(name: str) -> str:
    """The fate of a promise in its colour."""
    return click.style(name, fg=_STYLES.get(name), bold=True)


def print_cards(cards: Iterable[Sequence[str]]) -> None:
    """The cards, an empty line between two."""
    click.echo("\n\n".join("\n".join(card) for card in cards))
