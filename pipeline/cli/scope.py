"""Options that say which documents a question is about, shared by the commands that ask."""

import functools
import re
from collections.abc import Callable
from typing import Any

import click

from pipeline.queries.scope import Scope

_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


class Day(click.ParamType[str]):
    """A day, month or year as ISO: 2024-03-07, 2024-03, 2024. A month or year is its first day, or its last."""

    name = "date"

    def __init__(self, *, last: bool) -> None:
        self._rest = "-12-31" if last else "-01-01"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Dates compare as text, so that a month's last day may be called its 31st."""
        if not _DAY.fullmatch(str(value)):
            self.fail(f"{value} is not a date. Write 2024-03-07, 2024-03 or 2024.", param, ctx)
        return str(value) + self._rest[len(str(value)) - 4 :]


def scope_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--council --committee --since --until`; gives the command one `scope`."""

    @functools.wraps(command)
    def with_scope(
        *args: Any,
        council: str | None,
        committee: str | None,
        since: str | None,
        until: str | None,
        **kwargs: Any,
    ) -> Any:
        return command(*args, scope=Scope(council, committee, since, until), **kwargs)

    options = (
        click.option("--council", help="Only councils with this in their name."),
        click.option("--committee", help="Only committees with this in their name."),
        click.option("--since", type=Day(last=False), help="From this date on: 2024-03-07, 2024-03 or 2024."),
        click.option("--until", type=Day(last=True), help="Up to and with this date."),
    )
    for option in reversed(options):
        with_scope = option(with_scope)
    return with_scope


sure_option = click.option(
    "--sure",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Only records at least this sure (0 to 1): of those at 0.9, nine in ten are right.",
)
