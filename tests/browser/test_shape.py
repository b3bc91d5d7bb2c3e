"""Pages fit fingers, the dark and paper."""

import re

from pypdfium2 import PdfDocument

from tests.browser.conftest import Open


def test_on_a_phone_what_is_pressed_is_large_enough(opened: Open) -> None:
    page = opened("/promises", viewport={"width": 360, "height": 800})
    page.get_by_text("Narrow it down").click()
    for field in page.locator("main button, main select, main input:not([type=hidden])").all():
        box = field.bounding_box()
        assert box and box["height"] >= 24 and box["x"] >= 0 and box["x"] + box["width"] <= 360


def test_the_dark_is_dark(opened: Open) -> None:
    for scheme, lighter in (("light", True), ("dark", False)):
        page = opened("/", color_scheme=scheme)
        ink, ground = (
            sum(map(int, re.findall(r"\d+", page.evaluate(f"getComputedStyle(document.body).{each}"))[:3]))
            for each in ("color", "backgroundColor")
        )
        assert (ground > ink) is lighter


def test_a_pack_prints_without_what_paper_has_no_use_for(opened: Open) -> None:
    page = opened("/pack?committee=Children+and+Young+People+Scrutiny+Committee", color_scheme="dark")
    page.emulate_media(media="print")
    for each in ("nav", "form", ".skip", ".no-print"):
        assert not any(element.is_visible() for element in page.locator(each).all()), each
    assert page.locator("h1, blockquote").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf()[:4] == b"%PDF"


def test_a_pack_is_one_sheet_of_paper(opened: Open) -> None:
    for body in ("Children+and+Young+People+Scrutiny+Committee", "Environment+and+Housing+Scrutiny+Panel"):
        page = opened(f"/pack?committee={body}")
        assert len(PdfDocument(page.pdf(prefer_css_page_size=True))) == 1
