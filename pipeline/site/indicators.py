"""The list of all measures, and the dossier of each."""

import sqlite3
from collections import Counter
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from markupsafe import Markup

from pipeline.dossier import TOGETHER, chart_of, name_of, table_of
from pipeline.queries.disagreements import disagreements
from pipeline.queries.dossier import Dossier, dossier_of
from pipeline.queries.indicators import describe
from pipeline.queries.measures import STATES, measures
from pipeline.queries.own_codes import own_codes, said_of
from pipeline.queries.scope import Row, Scope
from pipeline.site.filters import Filters
from pipeline.site.front import page_number
from pipeline.site.rendering import Missing, Routes, page, read

A_PAGE = 100
_MOST = 60
"""Entries of one kind on a page, the newest; the rest stands in the data."""
_FRAMEWORKS = {
    "NIS": "National Indicator Set, 2008 to 2011",
    "BVPI": "Best Value Performance Indicators, until 2008",
    "TSM": "Tenant Satisfaction Measures",
    "PAF": "Performance Assessment Framework, until 2008",
    "Oflog": "Office for Local Government",
    "PHOF 2012": "Public Health Outcomes Framework, 2012",
    "PHOF 2019": "Public Health Outcomes Framework, 2019",
    "ASCOF 2011": "Adult Social Care Outcomes Framework, 2011",
    "ASCOF 2023": "Adult Social Care Outcomes Framework, 2023",
    "local": "Councils’ own, by their code",
}
_OWN = "Common and councils’ own measures"


async def indicators(datasette: Datasette, request: Request) -> Response:
    """`/indicators?q=…&state=…&page=…`"""
    filters, number = Filters.of(request, "/indicators", ("q", "state")), page_number(request)
    rows = await read(datasette, measures, filters.said("q"))
    counts = Counter(row["state"] for row in rows)
    state = filters.said("state") if filters.said("state") in STATES else ""
    wanted = [row for row in rows if state in ("", row["state"])]
    shown = wanted[(number - 1) * A_PAGE : number * A_PAGE]
    return await page(
        datasette, request, "indicators.html",
        filters=filters, state=state, states=STATES, counts=counts, total=len(wanted), number=number, a_page=A_PAGE,
        groups=_grouped(shown),
    )  # fmt: skip


def _grouped(rows: list[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(framework_of(row) or _OWN, []).append(row)
    return groups


def framework_of(row: Row) -> str | None:
    """The framework of a measure in words; None where it has none."""
    return _FRAMEWORKS.get(row["framework"], row["framework"]) if row["framework"] else None


async def indicator(datasette: Datasette, request: Request) -> Response:
    """`/indicator/ID?council=…`: of a measure that many councils report, one council."""
    held = await read(datasette, _gather, request.url_vars["id"], request.args.get("council") or "")
    if held is None:
        raise Missing(
            "There is no measure at this address. No document in the database speaks of it any more."
        )
    return await page(datasette, request, "indicator.html", **held)


def _gather(connection: sqlite3.Connection, indicator_id: str, council: str) -> dict[str, Any] | None:
    found = describe(connection, [indicator_id])
    if not found:
        return None
    whole = dossier_of(connection, [indicator_id])
    councils = sorted({row["council"] for row in whole.entries if row["council"]})
    chosen = council if council in councils else _newest(whole) if len(councils) > TOGETHER else ""
    scope = Scope(council=chosen or None, exact=True)
    dossier = dossier_of(connection, [indicator_id], scope) if chosen else whole
    kinds = _by_kind(dossier)
    family = [indicator_id, *(row["id"] for row in whole.kin)]
    return {
        "measure": found[0],
        "framework": framework_of(found[0]),
        "dossier": dossier,
        "councils": councils,
        "council": chosen,
        "chart": Markup(chart_of(dossier)),
        "values": table_of(dossier),
        "standing": dossier.standing[:TOGETHER],
        "kinds": {name: rows[:_MOST] for name, rows in kinds.items()},
        "counts": {name: len(rows) for name, rows in kinds.items()},
        "name": name_of(found[0]) or "Measure without a name",
        "others": other_names(found[0]),
        "disagreements": disagreements(connection, family),
        "own_codes": [row | {"said": said_of(row)} for row in own_codes(connection, family)],
        "several": len({row["indicator_id"] for row in dossier.entries}) > 1,
        "names": {row["id"]: name_of(row) for row in (*dossier.measures, *dossier.kin)},
    }


def other_names(measure: Row) -> list[str]:
    """What else a measure is called; names that differ in capitals alone are one."""
    names = {name.casefold(): name for name in reversed((measure["aliases"] or "").split("; ")) if name}
    own = {(measure[column] or "").casefold() for column in ("name", "code")}
    return sorted((name for key, name in names.items() if key not in own), key=str.casefold)


def _newest(dossier: Dossier) -> str:
    """The council that spoke of the measure last."""
    return next((str(row["council"]) for row in reversed(dossier.entries) if row["council"]), "")


def _by_kind(dossier: Dossier) -> dict[str, list[Row]]:
    """What was asked, promised, decided and said of targets and values, newest first."""
    kinds: dict[str, list[Row]] = {"question": [], "promise": [], "decision": [], "target": [], "value": []}
    for row in reversed(dossier.entries):
        kind = row["kind"]
        kinds[kind if kind in kinds else "target" if kind.startswith("target") else "value"].append(row)
    return kinds


ROUTES: Routes = ((r"/indicators$", indicators), (r"/indicator/(?P<id>[^/]+)$", indicator))
