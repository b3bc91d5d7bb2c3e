"""The site as still pages: every page of our own as a file, with relative links, for any folder, web server or stick.
Made by walking the site in the process, from link to link."""

import asyncio
import re
import secrets
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import InitVar, dataclass, field
from html import escape, unescape
from pathlib import Path

from datasette.app import Datasette

from pipeline.exports.addresses import Lookup, file_of, page_at, way

Progress = Callable[[int, int, str], None]
SEEDS = (
    "/",
    "/meetings",
    "/promises",
    "/questions",
    "/decisions",
    "/indicators",
    "/pack",
    "/problems",
    "/accuracy",
    "/search",
)
_TAG = re.compile(r"<[a-z][^<>]*>")
"""Quotes, < and > are escaped in all text and all attributes of our pages, so this is a tag and nothing else."""
_LINK = re.compile(r'(?<=\s)(href|src)="([^"]*)"')

_TEXTS = ("text/csv", "application/atom+xml")


class NotMade(Exception):
    """A page of the site could not be made; the message names it."""


@dataclass(slots=True)
class Walk:
    """A walk over the `site`. `address` is where the pages will stand on the web ("https://example.org/minutes/"),
    empty where that is not known: then feeds and citations have relative links too. `cards` are ids of records that get
    a page though no link leads to it."""

    site: Datasette
    uncarded: Lookup
    address: str = ""
    cards: InitVar[Iterable[str]] = ()
    _host: str = field(init=False)
    _seen: set[str] = field(init=False)
    _waiting: deque[str] = field(init=False)

    def __post_init__(self, cards: Iterable[str]) -> None:
        """No document can hold the name of the host, so where it stands in a page, the site put it."""
        self._host = f"{secrets.token_hex(8)}.invalid"
        self._waiting = deque([*SEEDS, *(f"/record/{each}" for each in cards)])
        self._seen = set(self._waiting)

    def write(self, folder: Path, progress: Progress) -> list[str]:
        """Write all files below `folder`, and give their paths. Raises NotMade, and OSError."""
        return asyncio.run(self._write(folder, progress))

    async def _write(self, folder: Path, progress: Progress) -> list[str]:
        written = []
        async for address, content in self._pages():
            path = folder / file_of(address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            written.append(file_of(address))
            progress(len(written), len(self._seen), file_of(address))
        return written

    async def _pages(self) -> AsyncIterator[tuple[str, bytes]]:
        while self._waiting:
            address = self._waiting.popleft()
            answer = await self.site.client.get(address, headers={"host": self._host})
            if answer.status_code not in (200, 404):  # what is not there is told on the page
                raise NotMade(f"{address} could not be made ({answer.status_code}).")
            kind, _, _ = answer.headers["content-type"].partition(";")
            if kind == "text/html":
                html = _TAG.sub(lambda tag, here=address: self._still_tag(tag[0], here), answer.text)  # type: ignore[misc]
                yield address, self._without_host(html, address).encode()
            elif kind in _TEXTS:
                yield address, self._without_host(answer.text, address).encode()
            else:
                yield address, answer.content

    def _still_tag(self, tag: str, here: str) -> str:
        return _LINK.sub(lambda found: f'{found[1]}="{escape(self._lead(unescape(found[2]), here))}"', tag)

    def _without_host(self, text: str, here: str) -> str:
        """The text with the addresses in it that the site gives to people and to feed readers."""
        own = re.compile(rf'http://{re.escape(self._host)}(/[^\s"<,]*)')
        return own.sub(lambda found: escape(self._named(unescape(found[1]), here)), text)

    def _named(self, path: str, here: str) -> str:
        if not self.address:
            return self._lead(path, here)
        page = page_at(path, here, self.uncarded)
        return f"{self.address}{file_of(page.address) if page else ''}"

    def _lead(self, link: str, here: str) -> str:
        page = page_at(link, here, self.uncarded)
        if page is None:
            return link
        if page.address not in self._seen:
            self._seen.add(page.address)
            self._waiting.append(page.address)
        return way(page, here)
