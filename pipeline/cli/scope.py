"""Options that say which documents a question is about, shared by the commands that ask."""

import calendar
import datetime
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
        self._last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day as ISO; fails where there is no such day."""
        year, month, day = (*str(value).split("-"), "", "")[:3]
        try:
            if not _DAY.fullmatch(str(value)):
                raise ValueError
            in_month = int(month or (12 if self._last else 1))
            last = calendar.monthrange(int(year), in_month)[1]
            return datetime.date(int(year), in_month, int(day or (last if self._last else 1))).isoformat()
        except ValueError:
            self.fail(f"{value} is not a date. Write 2024-03-07, 2024-03 or 2024.", param, ctx)


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
