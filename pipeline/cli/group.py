"""The command `matters` and the list of its subcommands, each loaded only when it is used."""

from collections.abc import Mapping
from importlib import import_module

import click

COMMANDS: Mapping[str, str] = {
    "ingest": "pipeline.cli.ingest",
    "search": "pipeline.cli.search",
    "asked": "pipeline.cli.asked",
    "promises": "pipeline.cli.promises",
    "pack": "pipeline.cli.pack",
    "decisions": "pipeline.cli.decisions",
    "figures": "pipeline.cli.figures",
    "indicator": "pipeline.cli.indicator",
    "discrepancies": "pipeline.cli.discrepancies",
    "explain": "pipeline.cli.explain",
    "evaluate": "pipeline.cli.evaluate",
    "problems": "pipeline.cli.problems",
    "serve": "pipeline.cli.serve",
    "publish": "pipeline.cli.publish",
}
"""Name and module, in the order that `matters --help` lists them. The module has a click command `command`,
and its imports at the top are light: what takes long to load is imported where it is used."""


class LazyGroup(click.Group):
    """Loads a command's module when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="matters-arising", prog_name="matters")
def matters() -> None:
    """Matters Arising: what was asked, promised, decided and measured, from council committee minutes.

    \b
    Start here:
      matters ingest corpus
    """
