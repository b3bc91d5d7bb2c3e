"""Where pages of the site stand as files: addresses of one page are made one, and each has a name that any file system
and web server takes."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from posixpath import relpath, splitext
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

from pipeline.site.leaves import WHOLE

Lookup = Callable[[str], str | None]
_LONGEST = 80
"""Characters of a name; a longer one is cut and told from others by a fingerprint."""
_FILES = (".csv", ".xlsx", ".docx", ".atom", ".css", ".js")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its one address, and the place on it that a link leads to, if any."""

    address: str
    place: str = ""


def page_at(link: str, here: str, uncarded: Lookup) -> Page | None:
    """The page that a link on the page at the address `here` leads to; None for what is not of the site. A document
    is one page. `uncarded(record_id)` says in which document a record stands that has no page of its own; it is
    None where it has one."""
    parts = urlsplit(urljoin(here, link))
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return None
    kind, _, rest = parts.path[1:].partition("/")
    if kind == "record" and (document := uncarded(unquote(rest))):
        return Page(f"/document/{quote(document)}?at={WHOLE}", f"r-{unquote(rest)}")
    if kind == "document":
        return Page(f"{parts.path}?at={WHOLE}", unquote(parts.fragment))
    query = _one_query(parse_qsl(parts.query)) if kind not in ("search", "static") else ""
    return Page(parts.path + (f"?{query}" if query else ""), unquote(parts.fragment))


def _one_query(asked: Iterable[tuple[str, str]]) -> str:
    return urlencode(sorted({pair for pair in asked if pair != ("page", "1")}))


def file_of(address: str) -> str:
    """The file of an address, as a path with / from the folder of the site: `promises.html`, `document/ab12.html`,
    `promises-page-2-status-open.html`, `promises-status-open.csv`."""
    parts = urlsplit(address)
    if parts.path == "/":
        return "index.html"
    path, ending = splitext(unquote(parts.path)[1:])
    if ending not in _FILES:
        path, ending = path + ending, ".html"
    *folders, name = path.split("/")
    asked = [] if folders[:1] == ["document"] else parse_qsl(parts.query)
    return (
        "/".join(
            [*map(_plain, folders), _plain("-".join([name, *(part for each in asked for part in each)]))]
        )
        + ending
    )


def _plain(name: str) -> str:
    """Small letters, digits and hyphens; with a fingerprint where the name had more to it than these."""
    plain = _NOT_PLAIN.sub("-", name.lower()).strip("-")[:_LONGEST]
    return plain if plain == name else f"{plain}-{sha256(name.encode()).hexdigest()[:8]}".strip("-")


def way(target: Page, here: str) -> str:
    """The relative link from the file of the page at `here` to the target."""
    file, own = file_of(target.address), file_of(here)
    place = f"#{quote(target.place)}" if target.place else ""
    if file == own and place:
        return place
    return quote(relpath(file, own.rpartition("/")[0] or ".")) + place
