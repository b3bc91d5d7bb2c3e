"""How good is this: what was measured on documents marked by hand. The numbers come from `output/accuracy.json`, which
`python -m benchmarks.gate --raise` writes; none is typed by hand."""

from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from pipeline.site.kinds import BY_TABLE
from pipeline.site.rendering import Routes, page

PLUGIN = "matters-arising"
_NAMES = {
    "indicators": "Measures named",
    "percentages": "Figures that are percentages",
    "same_indicator": "Pairs of mentions held to be one measure",
}


async def accuracy(datasette: Datasette, request: Request) -> Response:
    """`/accuracy`"""
    config: dict[str, Any] = datasette.plugin_config(PLUGIN) or {}
    return await page(datasette, request, "accuracy.html", said=config.get("accuracy", {}), name_of=name_of)


def name_of(kind: str) -> str:
    """A kind of record in words: "agenda_items" is "Agenda items"."""
    known = BY_TABLE.get(kind)
    return known.many if known else _NAMES.get(kind, kind.replace("_", " ").capitalize())


ROUTES: Routes = ((r"/accuracy$", accuracy),)
