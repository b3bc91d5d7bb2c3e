"""Pages that hold no document, lead to one, or hold several; and pages saved in one file."""

import pytest

from pipeline.documents import read_document
from pipeline.layouts.base import Unreadable


def problems(page: str) -> list[str]:
    """The problems of a page, read or not."""
    try:
        return [problem.error for problem in read_document(page.encode(), "page.html").problems]
    except Unreadable as unreadable:
        return [f"unreadable: {unreadable.problem.error}"]


def lines(page: str) -> list[str]:
    """What a page reads as, one block a line."""
    return read_document(page.encode(), "page.html").text.splitlines()


@pytest.mark.parametrize(
    "page",
    [
        "<title>Please enable cookies</title><h1>Please enable cookies.</h1><p>Then try again.</p>",
        "<title>Sign in to your account</title><form>Email <input></form><a href=/f>Forgot your password?</a>",
        "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
        "<title>Object moved</title><h2>Object moved to <a href=/x>here</a>.</h2>",
        "<title>Page not found</title><main><h1>Sorry</h1><p>We looked everywhere.</p></main>",
        "<h1>403 Forbidden</h1><hr>nginx",
        "<title>Just a moment...</title><p>Checking your browser before you go on.</p>",
        "<frameset cols='20%,80%'><frame src='menu.htm'><frame src='minutes.htm'></frameset>",
        "<title>Minutes</title><embed src='minutes.pdf'>",
    ],
)
def test_a_page_in_place_of_the_document_is_a_problem(page: str) -> None:
    assert problems(f"<html>{page}</html>") == ["unreadable: no document"]


def test_a_page_of_pictures_says_what_it_needs() -> None:
    assert problems("<html><title>Minutes</title><img src=minutes-1.jpg><img src=minutes-2.jpg></html>") == [
        "unreadable: needs OCR"
    ]


@pytest.mark.parametrize(
    "part",
    [
        "<iframe src='https://docs.google.com/viewer?url=x.pdf'></iframe>",
        "<p><a href='/files/mins_2025-05-04.pdf'>4 May</a></p>",
        "<p><a href='/Document.ashx?czJKcaeAi5tUFL1DTL2UE4zNRBcoShgo=x'>Minutes of the meeting</a></p>",
        "<p><a href='/download/124'>Download the minutes</a></p>",
    ],
)
def test_a_page_that_leads_to_the_file_says_so(part: str) -> None:
    assert problems(f"<h1>Salt Panel, 4 May 2025</h1><p>The papers are here.</p>{part}") == ["partly read"]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Salt Panel</h1><p>RESOLVED that cookies must be enabled on the new site.</p>",
        "<h1>Salt Panel</h1><p>Cllr Rush said that a page was not found.</p>",
        "<h1>Salt Panel</h1><p>Cllr Rush sent <a href=/map.pdf>the map</a> round.</p>",
        "<h1>Salt Panel minutes</h1><a href='minutes.pdf'>As a PDF</a>"
        + "<p>Cllr Rush asked about salt.</p>" * 60,
    ],
)
def test_a_short_document_is_one(page: str) -> None:
    assert problems(page) == []


MET = "<h2>Minutes of the Salt Panel held on {day} 2025</h2><p>Present: Cllr Rush</p><p>Salt was bought.</p>"


def test_a_page_of_several_meetings_is_read_whole_and_says_so() -> None:
    page = "".join(f"<article>{MET.format(day=day)}</article>" for day in ("6 May", "1 April", "4 March"))
    assert lines(page).count("Salt was bought.") == 3
    assert problems(page) == ["several meetings"]
    last = "<h3>Minutes of the meeting held on 1 April 2025</h3><p>They were signed.</p>"
    assert problems(MET.format(day="6 May") + last) == []


ARCHIVE = """From: <Saved by Blink>
Snapshot-Content-Location: https://marsh.example/minutes
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--x"

----x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<h1>Minutes of the Salt Panel</h1><p>Salt cost =C2=A35 a b=
ag, and the Clerk bought some.</p>
----x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
----x--
"""


@pytest.mark.parametrize("name", ["m.mhtml", "m.mht", "m"])
def test_a_page_saved_in_one_file_is_read(name: str) -> None:
    document = read_document(ARCHIVE.encode(), name)
    assert document.text == "Minutes of the Salt Panel\nSalt cost £5 a bag, and the Clerk bought some."
    assert (document.format, document.url) == ("html", "https://marsh.example/minutes")


@pytest.mark.parametrize(
    "data", [b"", b"MIME-Version: 1.0", ARCHIVE.replace("text/html", "text/plain").encode()]
)
def test_an_archive_without_a_page_says_so(data: bytes) -> None:
    with pytest.raises(Unreadable) as raised:
        read_document(data, "m.mhtml")
    assert raised.value.problem.error == "not understood"


LISTED = "".join(
    f"<li><a href='/files/minutes-{month}.pdf'>1 {month} 2025</a> (draft)"
    for month in ("May", "June", "July")
)


def test_a_page_that_leads_to_the_pages_of_many_meetings_is_no_document() -> None:
    links = "".join(f"<li><a href=/m/{day}>{day} May 2025</a> at the hall" for day in (4, 11, 18))
    assert problems(f"<h1>Minutes</h1><p>Ask the Clerk for older ones.</p><ul>{links}</ul>") == [
        "unreadable: no document"
    ]
    assert problems(f"<h1>Salt report</h1><p>Salt cost more.</p><ul>{links}</ul>") == []


def test_a_page_that_lists_the_files_of_many_meetings_is_no_document() -> None:
    told = "<p>The minutes are the record of each meeting. The Clerk sends them to all councillors.</p>" * 20
    assert problems(f"<h1>Minutes</h1>{told}<ul>{LISTED}</ul>") == ["unreadable: no document"]
    met = "<p>1. Apologies</p><p>None.</p>"
    assert "unreadable: no document" not in problems(f"<h1>Minutes</h1>{met}{told}<ul>{LISTED}</ul>")


def test_a_moderngov_page_without_its_minutes_says_where_they_are() -> None:
    page = """<div id=modgov><h1 class=mgMainTitleTxt>Agenda and minutes</h1><a href=g1.pdf>Printed minutes PDF 9 KB</a>
    <p class=mgAiTitleTxt>Salt</p>{}</div>"""
    minuted = "<p class=mgSubItemTitleTxt>Minutes:</p><div class=mgWordPara>Salt was bought.</div>"
    assert problems(page.format("")) == ["partly read"]
    assert problems(page.format(minuted)) == []
