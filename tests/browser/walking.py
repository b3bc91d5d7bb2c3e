"""One look at every kind of page: each is opened once, and all that tests want to know of it is written down."""

import re
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDTHS = (360, 1600)
_SERIOUS = ("serious", "critical")
_ALL = {"resultTypes": ["violations"], "preload": False}
_COLOURS = {**_ALL, "runOnly": ["color-contrast", "link-in-text-block"]}
"""All that the dark changes."""
_WEIGHT = """
performance.getEntriesByType('navigation')[0].decodedBodySize
  + performance.getEntriesByType('resource').reduce((sum, each) => sum + each.decodedBodySize, 0)
"""
_OWN = re.compile(r"(http://127\.0\.0\.1:|file:|data:)")


@dataclass(slots=True)
class Seen:
    """What a page was like: its weight in bytes, how far it reaches at each width in pixels, what axe-core holds to be
    serious, and what happened on it that must not."""

    weight: int = 0
    reach: dict[int, int] = field(default_factory=dict)
    serious: list[Any] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)


def look(page: Page, path: str) -> Seen:
    """Open the path in the page, and look at it from all sides."""
    seen = Seen()
    page.emulate_media(color_scheme="light")
    page.goto(path)
    seen.weight = page.evaluate(_WEIGHT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        seen.reach[width] = page.evaluate("document.documentElement.scrollWidth")
    page.evaluate(AXE_SCRIPT)
    seen.serious = _serious(page, _ALL)
    page.emulate_media(color_scheme="dark")
    seen.serious += _serious(page, _COLOURS)
    return seen


def _serious(page: Page, options: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Each serious finding of axe-core, and the first elements that have it."""
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        (each["id"], [node["html"][:120] for node in each["nodes"][:3]])
        for each in found
        if each["impact"] in _SERIOUS
    ]


def listen(page: Page, heard: list[str]) -> None:
    """Write down dialogs, errors, warnings (blocked scripts and styles among them) and requests to elsewhere."""
    page.on("dialog", lambda dialog: (heard.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.on(
        "console",
        lambda said: heard.append(f"console: {said.text}") if said.type in ("error", "warning") else None,
    )
    page.on("request", lambda request: None if _OWN.match(request.url) else heard.append(request.url))
