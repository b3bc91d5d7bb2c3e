"""Prints what was found as cards: who, when and where, the exact words, and where to look them up."""

import re
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
_MARKS = re.compile(f"([{OPEN}{CLOSE}])")
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
    return click.style(marked(f"{row.get('date') or 'no date'}  {body}{item}"), bold=True)


def place(row: Row) -> str:
    """Where the words stand: the file, the page, the character, and how sure the record is."""
    parts = [str(row["source"])]
    parts += [f"page {row['page']}"] if row.get("page") else []
    parts += [f"character {row['start_char']}"]
    parts += [f"sure {row['confidence']:.2f}"] if row.get("confidence") is not None else []
    return click.style(shown("  " + " · ".join(parts)), dim=True)


def words(label: str, text: Any) -> list[str]:
    """`text` behind its label, wrapped and indented, the found words in it marked; nothing where there is none."""
    if text in (None, ""):
        return []
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns - 2))
    first, rest = f"  {shown(label)}: ", "    "
    lines = textwrap.wrap(
        _without_controls(str(text)), width,
        initial_indent=first, subsequent_indent=rest, break_on_hyphens=False,
    )  # fmt: skip
    return [_coloured(line) for line in lines]


def marked(text: str) -> str:
    """A text on one line with the words that a search found in colour; in brackets where the output has no colours."""
    return _coloured(_without_controls(text.replace("\n", " ")))


def _without_controls(text: str) -> str:
    """The text fit for a terminal, the search's marks left in."""
    return "".join(part if part in (OPEN, CLOSE) else shown(part) for part in _MARKS.split(text))


def _coloured(text: str) -> str:
    begin, end = ("\x1b[33m", "\x1b[39m") if sys.stdout.isatty() else ("[", "]")
    return text.replace(f"{CLOSE} {OPEN}", " ").replace(OPEN, begin).replace(CLOSE, end)


def status(name: str) -> str:
    """The fate of a promise in its colour."""
    return click.style(name, fg=_STYLES.get(name), bold=True)


def print_cards(cards: Iterable[Sequence[str]]) -> None:
    """The cards, an empty line between two."""
    click.echo("\n\n".join("\n".join(card) for card in cards))
