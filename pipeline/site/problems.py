"""What could not be read, or only in part, and why."""

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from pipeline.queries.problems import problems
from pipeline.site.front import page_number
from pipeline.site.rendering import Routes, page, read

A_PAGE = 100


async def show(datasette: Datasette, request: Request) -> Response:
    """`/problems`"""
    rows = await read(datasette, problems)
    number = page_number(request)
    groups = {
        "Not read at all": [row for row in rows if row["document_id"] is None],
        "Read in part": [row for row in rows if row["document_id"] is not None],
    }
    return await page(
        datasette, request, "problems.html", groups=groups, number=number, a_page=A_PAGE,
        most=max(map(len, groups.values())),
    )  # fmt: skip


ROUTES: Routes = ((r"/problems$", show),)
