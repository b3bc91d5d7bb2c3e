"""Reference pages made from the code: `python -m benchmarks.docs` writes them, `--check` fails where they are old."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from pipeline.cli.group import COMMANDS, matters
from pipeline.described import described_columns
from pipeline.publish import OUTPUT
from pipeline.store.columns import Table, tables
from pipeline.store.schema import VIEWS, view_query

DOCS = Path(__file__).parents[1] / "docs"
_MADE = "<!-- Made by `make docs` from the code. Change the code, not this page. -->\n"
_WIDTH = 100


def cli_page() -> str:
    """The help of every command."""
    parts = [_MADE, "# The command line\n", _help(matters, "matters")]
    root = click.Context(matters, info_name="matters")
    for name in COMMANDS:
        command = matters.get_command(root, name)
        assert command is not None
        parts.append(_help(command, f"matters {name}"))
        for child, sub in getattr(command, "commands", {}).items():
            parts.append(_help(sub, f"matters {name} {child}"))
    return "\n".join(parts)


def _help(command: click.Command, name: str) -> str:
    context = click.Context(
        command, info_name=name, max_content_width=_WIDTH, terminal_width=_WIDTH,
        help_option_names=["-h", "--help"],
    )  # fmt: skip
    return f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"


def schema_page() -> str:
    """Every table and view with its columns."""
    parts = [_MADE, "# The database\n", _INTRODUCTION]
    for table in sorted(tables(), key=lambda each: each.name):
        parts += [f"## {table.name}\n", *_table_lines(table), ""]
    columns = described_columns(OUTPUT)
    for view in VIEWS:
        parts += [f"## {view} (view)\n", _comment(view_query(view)), "", "| column | holds |\n|---|---|"]
        parts += [f"| `{column}` | {holds} |" for column, holds in columns[view].items()]
        parts.append("")
    return "\n".join(parts[:-1]) + "\n"


_INTRODUCTION = """\
Every record says where it stands: `document_id`, `start_char` and `end_char` point into `documents.text`, and `text`
is exactly that slice. `rule` names what found it and `confidence` how often that rule has been right. Ids come from
content and span alone: the same bytes give the same ids on any machine. What a document does not say is NULL.
"""


def _table_lines(table: Table) -> Iterator[str]:
    holds = described_columns(OUTPUT)[table.name]
    yield "| column | type | holds |\n|---|---|---|"
    kinds = {str: "text", int: "integer", float: "real", bool: "integer"}
    for column, kind in table.columns.items():
        link = f"id of `{table.links[column]}`" if column in table.links else ""
        key = "key" if column in table.key else ""
        notes = ", ".join(filter(None, (key, link)))
        yield f"| `{column}` | {kinds[kind]} | {holds[column]}{f' ({notes})' if notes else ''} |"


def _comment(query: str) -> str:
    lines = [line.removeprefix("--").strip() for line in query.splitlines() if line.startswith("--")]
    return " ".join(lines)


PAGES = {"cli.md": cli_page, "schema.md": schema_page}


def main() -> int:
    behind = []
    for name, make in PAGES.items():
        path, made = DOCS / name, make()
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != made:
                behind.append(name)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(made, encoding="utf-8")
    if behind:
        print(f"docs/{', docs/'.join(behind)} behind the code: run make docs")
    return bool(behind)


if __name__ == "__main__":
    sys.exit(main())
