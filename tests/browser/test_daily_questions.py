"""The three daily questions, clicked through as a councillor would, and what people do on the way."""

import re
import sqlite3

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open


def lit(page: Page) -> str:
    """The background of the element that the address leads to."""
    colour: str = page.evaluate(
        "getComputedStyle(document.getElementById(decodeURIComponent(location.hash.slice(1)))).backgroundColor"
    )
    return colour


def follow(page: Page, link: str) -> None:
    """Press the first link of this name in the page, and see that what it leads to is in sight and lit."""
    page.get_by_role("main").get_by_role("link", name=link).first.click()
    page.wait_for_url(re.compile(r"/document/.*#"))
    target = page.locator(f'[id="{page.evaluate("decodeURIComponent(location.hash.slice(1))")}"]')
    expect(target).to_be_in_viewport()
    assert lit(page) not in (
        "rgba(0, 0, 0, 0)",
        page.evaluate("getComputedStyle(document.body).backgroundColor"),
    )


def test_what_did_members_ask_and_what_were_they_told(opened: Open) -> None:
    page = opened("/")
    page.get_by_role("searchbox").fill("NI 117")
    page.get_by_role("button", name="Search").click()
    page.locator(".meant a").click()
    expect(page).to_have_url(re.compile("/indicator/ni-117$"))
    expect(page.get_by_role("heading", name=re.compile("question"))).to_be_visible()
    expect(page.locator("#asked ~ ol blockquote").first).to_be_visible()
    follow(page, "Read it in the document")


def test_what_was_asked_again_shows_the_earlier_answers(opened: Open) -> None:
    page = opened("/questions?q=NI+117")
    same = page.locator("ol.findings.pairs > li").first.locator("details")
    expect(same.locator("blockquote").first).to_be_hidden()
    same.locator("summary").click()
    expect(same.locator("li").first).to_contain_text("two training providers had closed")
    same.get_by_role("link", name="Asked before, 6 July 2023").click()
    expect(page).to_have_url(re.compile("/record/"))


def test_what_was_promised_and_did_it_come_back(opened: Open) -> None:
    page = opened("/")
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Promises").click()
    page.get_by_role("link", name=re.compile("^Delivered")).click()
    first = page.locator(".findings > li").first
    expect(first.locator("blockquote")).to_have_count(2)
    follow(page, "Read it in the later document")


def test_how_does_an_indicator_stand(opened: Open) -> None:
    page = opened("/")
    page.get_by_role("link", name="Indicators", exact=True).click()
    page.get_by_role("link", name=re.compile("^Off target")).click()
    page.locator("main th a").first.click()
    expect(page.locator("figure svg").first).to_be_visible()
    assert page.locator("table.cards tbody tr").count() >= 1


def test_a_search_is_narrowed_and_read(opened: Open) -> None:
    page = opened("/search?q=damp")
    page.locator(".narrow").get_by_role("link", name="Cabinet", exact=True).click()
    expect(page.locator(".chip")).to_have_text(re.compile("Cabinet"))
    follow(page, "Read it in the document")


def test_a_list_is_narrowed_by_its_form(opened: Open) -> None:
    page = opened("/promises")
    page.get_by_text("Narrow it down").click()
    page.get_by_label("Committee").select_option(index=1)
    chosen = page.get_by_label("Committee").input_value()
    page.get_by_role("button", name="Show").click()
    headed = page.locator(".findings > li > div:first-child > p:first-child").all_inner_texts()
    assert headed and all(chosen in each for each in headed)


def test_a_permalink_leads_to_the_words(opened: Open, pages: sqlite3.Connection) -> None:
    record, text = pages.execute("select id, text from decisions order by length(text) desc").fetchone()
    page = opened(f"/record/{record}")
    expect(page.locator("blockquote").first).to_have_text(re.sub(r"\s+", " ", text))
    follow(page, "See it where it stands")
    expect(page.locator(f"#r-{record}")).to_contain_text(" ".join(text.split()[1:4]))


def test_the_legend_switches_marks_off_without_javascript(opened: Open, pages: sqlite3.Connection) -> None:
    document = pages.execute("select document_id from decisions").fetchone()[0]
    page = opened(f"/document/{document}", java_script_enabled=False)
    letter = page.locator(".reading .m.decisions > .letter").first
    expect(letter).to_be_visible()
    page.get_by_role("checkbox", name="Decision").uncheck()
    expect(letter).to_be_hidden()
    page.get_by_role("checkbox", name="Decision").check()
    expect(letter).to_be_visible()


def test_a_citation_is_copied_with_one_press(opened: Open, pages: sqlite3.Connection) -> None:
    record = pages.execute("select id from actions").fetchone()[0]
    page = opened(f"/record/{record}", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert f"/record/{record}" in page.evaluate("navigator.clipboard.readText()")


def test_the_site_can_be_used_by_keyboard_alone(opened: Open) -> None:
    page = opened("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the page")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    for _ in range(6):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none" and page.evaluate("document.activeElement.closest('main') !== null")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("damp")
    page.keyboard.press("Enter")
    expect(page.locator(".findings > li").first).to_be_visible()
