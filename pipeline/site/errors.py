"""Errors in plain words. Takes the place of Datasette's own handler, which prints a traceback with all values for every
mistyped address, and shows people the words of errors inside the program."""

import logging
from collections.abc import Awaitable, Callable

from datasette.app import Datasette
from datasette.utils.asgi import Base400, Request, Response
from datasette.views.base import DatasetteError
from markupsafe import Markup

from pipeline.site.rendering import page

_log = logging.getLogger(__name__)


def answer_error(
    datasette: Datasette, request: Request, exception: Exception
) -> Callable[[], Awaitable[Response]]:
    """The answer to a request that failed: JSON where JSON was asked for, else a page."""

    async def answer() -> Response:
        status, title, said = _told(exception)
        if status >= 500:
            _log.error("%s failed", request.path, exc_info=exception)
        if request.path.endswith(".json"):
            told = {"ok": False, "error": str(said), "status": status, "title": title}
            return Response.json(told, status=status)
        return await page(datasette, None, "error.html", status=status, title=title, error=said)

    return answer


def _told(exception: Exception) -> tuple[int, str | None, str]:
    """Status, title, and what is said. Datasette's own words may be HTML, which it has escaped."""
    if isinstance(exception, DatasetteError):
        said = Markup(exception.message) if exception.message_is_html else exception.message
        return exception.status, exception.title, said
    if isinstance(exception, Base400):
        return exception.status, None, str(exception.args[0]) if exception.args else ""
    return 500, None, "The page could not be made. This is a fault of the program; its log says more."
