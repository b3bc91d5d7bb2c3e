"""A document, or all that a meeting left: the text as it reads, every record where it stands, and lists beside it."""

import sqlite3
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from pipeline.queries import documents
from pipeline.queries.scope import Row
from pipeline.site.kinds import BY_TABLE, KINDS
from pipeline.site.leaves import leaf_at
from pipeline.site.reading import marks_of, parts_of
from pipeline.site.rendering import Missing, Routes, page, read

LISTED = tuple(BY_TABLE[table] for table in ("decisions", "actions", "questions"))


async def document(datasette: Datasette, request: Request, document_id: str | None = None) -> Response:
    """`/document/ID`; of a long one, the leaf on which the character `?at=…` stands"""
    held = await read(datasette, _gather, document_id or request.url_vars["id"])
    if held is None:
        raise Missing(
            "There is no document at this address. It may have left the database, or have changed since."
        )
    return await _show(datasette, request, held)


async def meeting(datasette: Datasette, request: Request) -> Response:
    """`/meeting/ID`: the document itself where there is one only."""
    found = await read(datasette, documents.find_meeting, request.url_vars["id"])
    if found is None:
        raise Missing("There is no meeting at this address. Its documents may have left the database.")
    papers = await read(datasette, documents.documents_of, found["id"])
    if len(papers) == 1:
        return await document(datasette, request, papers[0]["id"])
    matters = await read(datasette, documents.matters_of, [paper["id"] for paper in papers])
    return await page(
        datasette, request, "meeting.html", meeting=found, papers=papers, matters=matters, listed=LISTED
    )


def _gather(connection: sqlite3.Connection, document_id: str) -> dict[str, Any] | None:
    found = documents.find_document(connection, document_id)
    if found is None:
        return None
    return {
        "document": found,
        "papers": documents.documents_of(connection, found["meeting_id"]) if found["meeting_id"] else [],
        "passages": documents.passages_of(connection, document_id),
        "spans": documents.spans_of(connection, document_id),
        "items": documents.items_of(connection, document_id),
        "matters": documents.matters_of(connection, [document_id]),
        "problems": documents.problems_of(connection, document_id),
    }


async def _show(datasette: Datasette, request: Request, held: dict[str, Any]) -> Response:
    found: Row = held["document"]
    counts = {kind.table: sum(row["found"] == kind.table for row in held["spans"]) for kind in KINDS}
    leaf = leaf_at(held["passages"], request.args.get("at") or "")
    marks = leaf.only(marks_of(held["spans"], datasette.urls.path))
    return await page(
        datasette, request, "document.html",
        document=found, items=held["items"], matters=held["matters"], problems=held["problems"], listed=LISTED,
        others=[paper for paper in held["papers"] if paper["id"] != found["id"]],
        legend=[(kind, counts[kind.table]) for kind in KINDS if counts[kind.table]],
        leaf=leaf, parts=parts_of(found["text"], leaf.passages, marks),
    )  # fmt: skip


ROUTES: Routes = ((r"/document/(?P<id>[^/]+)$", document), (r"/meeting/(?P<id>[^/]+)$", meeting))
