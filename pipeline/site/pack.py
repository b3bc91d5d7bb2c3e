"""The pack for a committee's next meeting, as a page that prints well and as a Word file."""

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from pipeline.pack import page_of, to_docx
from pipeline.pack.page import Page
from pipeline.queries.overview import bodies
from pipeline.queries.pack import NoSuchCommittee, make_pack
from pipeline.site.files import document_file
from pipeline.site.filters import Filters
from pipeline.site.rendering import Routes, page, read

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NAMES = ("committee", "council", "date")


async def show(datasette: Datasette, request: Request) -> Response:
    """`/pack?committee=…&council=…&date=…`; without a committee, a list to choose from."""
    filters = Filters.of(request, "/pack", _NAMES)
    made, problem = await _made(datasette, filters)
    return await page(
        datasette, request, "pack.html",
        pack=made, problem=problem, filters=filters, bodies=await read(datasette, bodies),
    )  # fmt: skip


async def word(datasette: Datasette, request: Request) -> Response:
    """`/pack.docx?committee=…`"""
    filters = Filters.of(request, "/pack", _NAMES)
    made, problem = await _made(datasette, filters)
    if made is None:
        return await page(
            datasette,
            request,
            "missing.html",
            status=404,
            said=problem or "Name a committee: /pack.docx?committee=…",
        )
    return document_file(to_docx(made), _WORD, "pack.docx")


async def _made(datasette: Datasette, filters: Filters) -> tuple[Page | None, str | None]:
    """The pack's page, or why there is none."""
    if not filters.said("committee"):
        return None, None
    try:
        pack = await read(
            datasette, make_pack, filters.said("committee"),
            council=filters.said("council") or None, date=filters.said("date") or None,
        )  # fmt: skip
    except NoSuchCommittee as error:
        return None, str(error)
    return page_of(pack), None


ROUTES: Routes = ((r"/pack$", show), (r"/pack\.docx$", word))
