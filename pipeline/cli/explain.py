"""`matters explain`: a document's text with every record marked where it stands."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.tables import shown

if TYPE_CHECKING:
    from extractors.model import Document, Record

MOST_BYTES = 60_000_000

STYLES = {
    "agenda_items": ("agenda item", "bold underline"),
    "decisions": ("decision", "green"),
    "questions": ("question", "yellow"),
    "answers": ("answer", "cyan"),
    "actions": ("promise", "magenta"),
    "targets": ("target", "bold blue"),
    "indicator_mentions": ("indicator", "bold"),
    "figures": ("figure", "bold red"),
    "votes": ("vote", "dim"),
    "scorecard_rows": ("table row", "italic"),
}
"""What each kind of record is called, and how it looks on a terminal."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked; `note` says what the record holds, `told` what is said of it in any case."""

    start: int
    end: int
    kind: str
    note: str
    told: str = ""


@click.command(name="explain")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kind", "kinds", type=click.Choice(list(STYLES)), multiple=True, help="Mark only these.")
@click.option(
    "--notes", is_flag=True, help="Under each passage, say what its records hold and which rule found them."
)
@click.option("--json", "as_json", is_flag=True, help="Print the records as JSON.")
def command(file: Path, kinds: tuple[str, ...], notes: bool, as_json: bool) -> None:
    """Show FILE as it was read, with every record marked where it stands: what was understood, and what not.

    Nothing is written. Where the output has no colours, marks are printed in brackets.

    \b
    Examples:
      matters explain corpus/environment/env-2023-07-12-minutes.pdf
      matters explain minutes.docx --kind actions --notes
    """
    from pipeline.documents import read_document
    from pipeline.extract import extract
    from pipeline.layouts.base import Unreadable

    if file.stat().st_size > MOST_BYTES:
        raise click.ClickException(
            f"{file} is too large: at most {MOST_BYTES / 1e6:.0f} MB are read. Split the file."
        )
    try:
        document = read_document(file.read_bytes(), file.name)
    except Unreadable as error:
        raise click.ClickException(f"{file}: {error.problem.error}. {error.problem.detail}") from error
    extraction = extract(document)
    marks = [mark for mark in _marks(extraction.records) if not kinds or mark.kind in kinds]
    if as_json:
        _print_json(document, extraction.records, kinds)
        return
    _print_head(document, marks)
    _print_text(document, marks, notes)
    for problem in (*document.problems, *extraction.problems):
        click.echo(shown(f"{problem.error}: {problem.detail}"), err=True)


def _marks(records: "Sequence[Record]") -> list[Mark]:
    """Every record and every answer, the wider before what stands inside them."""
    marks = []
    for record in records:
        facts = {
            name: value
            for name in record.__dataclass_fields__
            if name
            not in (
                "start_char",
                "end_char",
                "answer",
                "answer_start_char",
                "answer_end_char",
                "title",
                "note",
            )
            and (value := getattr(record, name)) is not None
        }
        note = ", ".join(f"{name} {shown(value)}" for name, value in facts.items())
        told = getattr(record, "note", None) or ""
        marks.append(Mark(record.start_char, record.end_char, record.table, note, told))
        start, end = getattr(record, "answer_start_char", None), getattr(record, "answer_end_char", None)
        if start is not None and end is not None:
            marks.append(Mark(start, end, "answers", ""))
    return sorted(set(marks), key=lambda mark: (mark.start, -mark.end, mark.kind))


def _print_head(document: "Document", marks: Sequence[Mark]) -> None:
    known = (document.kind, document.council, document.committee, document.date, document.title)
    click.echo(shown(" · ".join(filter(None, known)) or "Neither council, committee nor date was found."))
    counts = {kind: sum(mark.kind == kind for mark in marks) for kind in STYLES}
    _print_styled([(f"{count} {STYLES[kind][0]}{'s' * (count != 1)}", STYLES[kind][1], "  ")
                   for kind, count in counts.items() if count])  # fmt: skip
    click.echo()


def _print_styled(parts: Sequence[tuple[str, str, str]]) -> None:
    from rich.console import Console
    from rich.text import Text

    text = Text()
    for words, style, after in parts:
        text.append(words, style)
        text.append(after)
    Console(soft_wrap=True, highlight=False).print(text)


def _print_text(document: "Document", marks: Sequence[Mark], notes: bool) -> None:
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    page = None
    for block in document.blocks:
        if block.page != page:
            page = block.page
            console.print(f"— page {page} —", style="dim", justify="right")
        here = [mark for mark in marks if mark.start < block.end and block.start < mark.end]
        console.print(_styled(document.text, block.start, block.end, here, colours=console.is_terminal))
        for mark in here:
            for note in filter(None, (mark.note if notes else "", mark.told)):
                if mark.start >= block.start:
                    console.print(f"    {STYLES[mark.kind][0]}: {shown(note)}", style="dim", markup=False)


def _styled(text: str, start: int, end: int, marks: Sequence[Mark], *, colours: bool) -> "object":
    """The passage `text[start:end]` with its marks: in colours, or in brackets with their names."""
    from rich.text import Text

    if colours:
        # `shown` keeps the length, so that offsets stay true.
        styled = Text(shown(text[start:end]))
        for mark in marks:
            styled.stylize(STYLES[mark.kind][1], max(0, mark.start - start), mark.end - start)
        return styled
    signs: list[tuple[int, int, str]] = []
    for order, mark in enumerate(marks):
        signs.append((max(mark.start, start), order, f"⟦{STYLES[mark.kind][0]}: "))
        signs.append((min(mark.end, end), -order - 1, "⟧"))
    parts, at = [], start
    for where, _, sign in sorted(signs):
        parts += [shown(text[at:where]), sign]
        at = where
    return Text("".join([*parts, shown(text[at:end])]))


def _print_json(document: "Document", records: "Sequence[Record]", kinds: Sequence[str]) -> None:
    from pipeline.evaluation.sources import as_rows

    rows = as_rows(document, records)
    known = {name: getattr(document, name) for name in ("kind", "council", "committee", "date", "title")}
    found = {table: found for table, found in rows.items() if not kinds or table in kinds}
    click.echo(json.dumps(known | {"records": found}, ensure_ascii=False, indent=2, default=str))
