"""The front page: search, what is in the database, what is new, what is late, what is off target."""

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from pipeline.site.rendering import Routes, page


async def front(datasette: Datasette, request: Request) -> Response:
    """`/`"""
    return await page(datasette, request, "front.html")


ROUTES: Routes = ((r"/$", front),)
