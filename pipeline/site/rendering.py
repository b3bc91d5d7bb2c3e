"""What every page does: ask the database through `pipeline.queries`, put the answer into a template."""

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from datasette.app import Datasette
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Request, Response

from pipeline.site.headers import STRICT_POLICY

View = Callable[[Datasette, Request], Awaitable[Response]]
Routes = tuple[tuple[str, View], ...]
_P = ParamSpec("_P")
_T = TypeVar("_T")


class Missing(Exception):
    """There is no such page; the message says in plain words what is not there, and what to do."""


async def read(
    datasette: Datasette,
    function: Callable[Concatenate[sqlite3.Connection, _P], _T],
    *args: _P.args,
    **kwargs: _P.kwargs,
) -> _T:
    """What `function(connection, ...)` says, on a connection that can only read, in a thread, within the time limit
    for queries. Rows are read by column name. Raises sqlite3.OperationalError ("interrupted") past the limit."""

    def ask(connection: sqlite3.Connection) -> _T:
        with sqlite_timelimit(connection, datasette.setting("sql_time_limit_ms")):
            return function(connection, *args, **kwargs)

    answer: _T = await datasette.get_database().execute_fn(ask)
    return answer


async def page(
    datasette: Datasette, request: Request | None, template: str, *, status: int = 200, **context: Any
) -> Response:
    """The template, filled in; without `request`, it does not know its own address. Our own pages have no style or
    script inside, and the browser is told to allow none."""
    html = await datasette.render_template(template, context | {"status": status}, request=request)
    return Response.html(html, status=status, headers={"content-security-policy": STRICT_POLICY})


def guarded(view: View) -> View:
    """The view, with a page in plain words for what is not there and for what takes too long."""

    async def answer(datasette: Datasette, request: Request) -> Response:
        try:
            return await view(datasette, request)
        except Missing as missing:
            return await page(datasette, request, "missing.html", status=404, said=str(missing))
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
            return await page(datasette, request, "too_slow.html", status=503)

    return answer
