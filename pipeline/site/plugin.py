"""Tells Datasette of the site: its routes, its filters and headers. `pipeline.publish` registers it."""

import re
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
from pipeline.site.accuracy import PLUGIN
from pipeline.site.errors import answer_error
from pipeline.site.grouping import in_runs
from pipeline.site.headers import App, with_headers
from pipeline.site.rendering import View, guarded
from pipeline.site.snippets import highlighted
from pipeline.site.spreadsheets import with_guarded_cells
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
_FILTERS = (counted, day, highlighted, in_runs, mended, page_address, web_address)


@hookimpl
def register_routes() -> list[tuple[str, View]]:
    """Every page's routes; they come before Datasette's own."""
    return [(pattern, guarded(view)) for module in PAGES for pattern, view in module.ROUTES]


def is_taken(name: str) -> bool:
    """Whether the address /name, or one below it, is one of our pages, and so could not be a database's."""
    patterns = (pattern for module in PAGES for pattern, _ in module.ROUTES)
    return name == "static" or any(
        re.match(pattern, f"/{name}{rest}") for pattern in patterns for rest in ("", "/x")
    )


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    """The filters, and what the layout of every page knows, error pages included. `still`: the page is to
    be a file, and must do without forms. `place` is the address of a span in
    its document's text: the document's id, the character that the span begins at, and the span's anchor."""
    env.filters |= {each.__name__: each for each in _FILTERS}
    still = bool((datasette.plugin_config(PLUGIN) or {}).get("still"))
    data = ("Data", f"/{datasette.get_database().route}")
    env.globals["still"] = still
    env.globals["site_links"] = NAVIGATION if still else (*NAVIGATION, data)
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
    """The headers on every response, and no formula in any CSV."""
    return lambda app: with_headers(with_guarded_cells(app))


def _stamp(datasette: Datasette) -> str:
    """Changes when the site's static files do, so that browsers never keep an old stylesheet."""
    folders: list[Any] = [folder for mount, folder in datasette.static_mounts if mount == "static"]
    contents = (path.read_bytes() for folder in folders for path in sorted(Path(folder).iterdir()))
    return sha256(b"".join(contents)).hexdigest()[:8]
