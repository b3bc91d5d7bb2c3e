"""Tells Datasette of the site: its routes, its filters and headers. `pipeline.publish` registers it."""

from collections.abc import Awaitable, Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from jinja2 import Environment
from pluggy import HookimplMarker

from pipeline.plain import counted, day, page_address, web_address
from pipeline.site import PAGES
from pipeline.site.errors import answer_error
from pipeline.site.headers import App, with_headers
from pipeline.site.rendering import View, guarded
from pipeline.site.snippets import highlighted
from pipeline.site.stock import mended

hookimpl = HookimplMarker("datasette")

NAVIGATION = (
    ("Search", "/search"),
    ("Promises", "/promises"),
    ("Questions", "/questions"),
    ("Decisions", "/decisions"),
    ("Indicators", "/indicators"),
    ("How good is this?", "/accuracy"),
)
_FILTERS = (counted, day, highlighted, mended, page_address, web_address)


@hookimpl
def register_routes() -> list[tuple[str, View]]:
    """Every page's routes; they come before Datasette's own."""
    return [(pattern, guarded(view)) for module in PAGES for pattern, view in module.ROUTES]


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    """The filters, and what the layout of every page knows, error pages included. `place` is the address of a span in
    its document's text: the document's id, the character that the span begins at, and the span's anchor."""
    env.filters |= {each.__name__: each for each in _FILTERS}
    env.globals["site_links"] = (*NAVIGATION, ("Data", f"/{datasette.get_database().route}"))
    env.globals["place"] = lambda document_id, start, anchor: datasette.urls.path(
        f"/document/{document_id}?at={start}#{anchor}"
    )
    env.globals["site_stamp"] = _stamp(datasette)


@hookimpl
def handle_exception(
    datasette: Datasette, request: Request, exception: Exception
) -> Callable[[], Awaitable[Response]]:
    """What is said where something went wrong."""
    return answer_error(datasette, request, exception)


@hookimpl
def asgi_wrapper() -> Callable[[App], App]:
    """The headers, on every response."""
    return with_headers


def _stamp(datasette: Datasette) -> str:
    """Changes when the site's static files do, so that browsers never keep an old stylesheet."""
    folders: list[Any] = [folder for mount, folder in datasette.static_mounts if mount == "static"]
    contents = (path.read_bytes() for folder in folders for path in sorted(Path(folder).iterdir()))
    return sha256(b"".join(contents)).hexdigest()[:8]
