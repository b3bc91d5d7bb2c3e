"""Answers that are files: CSV, spreadsheets, feeds."""

import io
from collections.abc import Callable, Sequence

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from pipeline.exports.tables import to_csv
from pipeline.queries.scope import Row

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes a pound sign for something else."""


def absolute(datasette: Datasette, request: Request, path: str) -> str:
    """The path of the site as an address that works outside of it."""
    return str(datasette.absolute_url(request, datasette.urls.path(path)))


def csv_file(name: str, rows: Sequence[Row], columns: Sequence[str]) -> Response:
    """The rows as NAME.csv; `columns` head it where there are none."""
    return _file(
        (_BYTE_ORDER_MARK + to_csv(rows, columns)).encode(), "text/csv; charset=utf-8", f"{name}.csv"
    )


def workbook_file(
    name: str, write: Callable[[Sequence[Row], io.BytesIO], None], rows: Sequence[Row]
) -> Response:
    """The rows as NAME.xlsx, as `write` writes them."""
    out = io.BytesIO()
    write(rows, out)
    return _file(out.getvalue(), _SHEET, f"{name}.xlsx")


def feed_file(feed: bytes) -> Response:
    """A feed, shown by the browser or taken by a reader of feeds."""
    return Response(feed, content_type="application/atom+xml; charset=utf-8")


def document_file(data: bytes, content_type: str, name: str) -> Response:
    """Any other file that is to be kept under `name`."""
    return _file(data, content_type, name)


def _file(data: bytes, content_type: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, headers=headers, content_type=content_type)
