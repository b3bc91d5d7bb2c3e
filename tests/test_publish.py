"""`matters publish`: still pages whose links lead to files, a set-up that serves itself, never half a folder."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result

from pipeline.cli.group import matters
from pipeline.exports.addresses import Page, file_of, page_at, way
from pipeline.exports.folder import CERTIFICATE, Refused, certify, renewed
from tests.site_pages import hostile_corpus


def publish(folder: Path, database: Path, *options: str) -> Result:
    return CliRunner().invoke(matters, ["publish", str(folder), "--db", str(database), *options])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of three documents, one of them hostile."""
    return hostile_corpus(tmp_path_factory.mktemp("small"))


@cache
def pages_of(folder: Path) -> dict[Path, BeautifulSoup]:
    found = sorted((folder / "pages").rglob("*.html"))
    return {path: BeautifulSoup(path.read_text("utf-8"), "lxml") for path in found}


def links_of(page: BeautifulSoup) -> Iterator[str]:
    for element in page.select("[href], [src], [action]"):
        yield from (str(element[name]) for name in ("href", "src", "action") if element.get(name))


def test_every_link_leads_to_a_file_and_a_place_in_it(published: Path) -> None:
    places = {
        path: {str(each["id"]) for each in page.select("[id]")} for path, page in pages_of(published).items()
    }
    followed = 0
    for path, page in pages_of(published).items():
        for link in links_of(page):
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme == "https" and "localhost" not in link
                continue
            assert not parts.query and not link.startswith("/"), (path, link)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file() and target.is_relative_to(published / "pages"), (path, link)
            assert not parts.fragment or unquote(parts.fragment) in places[target], (path, link)
            followed += 1
    assert followed > 2000


def test_nothing_names_the_address_it_was_made_at(published: Path) -> None:
    for path in (published / "pages").rglob("*"):
        if path.suffix in (".html", ".atom", ".csv"):
            text = path.read_text("utf-8")
            assert "localhost" not in text and ".invalid" not in text, path


def test_pages_need_no_program(published: Path) -> None:
    for path, page in pages_of(published).items():
        assert not page.select("form"), path
        policy = page.select_one("meta[http-equiv='Content-Security-Policy']")
        assert policy and "default-src 'none'" in str(policy["content"])
    said = BeautifulSoup((published / "pages" / "search.html").read_text("utf-8"), "lxml")
    assert "cannot search or filter" in said.get_text() and said.select_one("main a[href='promises.html']")


def test_every_kind_of_page_and_file_is_there(published: Path) -> None:
    pages = published / "pages"
    for name in (
        "index",
        "meetings",
        "promises",
        "questions",
        "decisions",
        "indicators",
        "pack",
        "problems",
        "accuracy",
    ):
        assert (pages / f"{name}.html").is_file()
    for name in ("promises", "questions", "decisions"):
        assert (pages / f"{name}.xlsx").read_bytes()[:2] == b"PK"
        rows = list(csv.reader((pages / f"{name}.csv").read_text("utf-8").splitlines()))
        assert len(rows) > 20
        feed = ElementTree.parse(pages / f"{name}.atom").getroot()
        links = [str(each.get("href")) for each in feed.iter("{http://www.w3.org/2005/Atom}link")]
        assert all((pages / unquote(link)).is_file() for link in links) and len(links) > 20
    assert (pages / "promises-status-overdue.html").is_file() and (pages / "decisions-page-2.html").is_file()
    assert len(list((pages / "document").iterdir())) == 17


def test_with_an_address_feeds_and_citations_name_it(small: Path, tmp_path: Path) -> None:
    result = publish(tmp_path / "site", small, "--address", "https://minutes.example", "--every-record")
    assert result.exit_code == 0 and "have no page" not in result.output
    pages = tmp_path / "site" / "pages"
    feed = ElementTree.parse(pages / "promises.atom").getroot()
    link = feed.find("{http://www.w3.org/2005/Atom}link[@rel='self']")
    assert link is not None and link.get("href") == "https://minutes.example/promises.atom"
    assert ",https://minutes.example/record/" in (pages / "promises.csv").read_text("utf-8")
    card = next((pages / "record").iterdir())
    assert f"Record: https://minutes.example/record/{card.name}" in card.read_text("utf-8")


def test_what_a_document_brings_stays_text(small: Path, tmp_path: Path) -> None:
    assert publish(tmp_path / "site", small).exit_code == 0
    seen = ""
    for path, page in pages_of(tmp_path / "site").items():
        assert [str(each["src"]).rpartition("/")[2] for each in page.select("script")] == ["site.js"], path
        assert not page.select("img, iframe, style, [style], [onerror], [onload], b"), path
        assert not [link for link in links_of(page) if link.lower().startswith("javascript")], path
        seen += page.get_text()
    assert "alert(1)" in seen and "javascript:alert(5)" in seen


def test_the_set_up_serves_itself_from_its_own_files(published: Path) -> None:
    folder = published / "datasette"
    code = f"""
import asyncio, json, sys
from pathlib import Path
from datasette.app import Datasette
site = Datasette(config_dir=Path({str(folder)!r}))
async def ask():
    paths = ("/", "/search?q=damp", "/promises", "/accuracy", "/static/site.css", "/minutes/promises", "/minutes")
    return [(await site.client.get(path)).status_code for path in paths]
print(json.dumps([asyncio.run(ask()), sys.modules["pipeline"].__file__, site.setting("allow_download")]))
"""
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ""},
    )
    statuses, pipeline, download = json.loads(ran.stdout)
    assert statuses == [200] * 7 and download is False
    assert Path(pipeline).is_relative_to(folder / "code")
    assert not list(folder.glob("*.db-*")) and not list(folder.rglob(".venv"))


def test_an_earlier_export_is_replaced_and_nothing_is_left_beside(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "pages").mkdir()
    (folder / "pages" / "old.html").write_text("old")
    certify(folder)
    assert publish(folder, small).exit_code == 0
    assert not (folder / "pages" / "old.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_is_not_ours_is_refused(small: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    result = publish(tmp_path, small)
    assert result.exit_code == 1 and "not an earlier export" in result.output
    result = publish(tmp_path / "letter.txt", small)
    assert result.exit_code == 1 and "is a file" in result.output
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_what_somebody_added_is_not_thrown_away(tmp_path: Path) -> None:
    with renewed(tmp_path / "site") as new:
        certify(new)
    (tmp_path / "site" / "CNAME").write_text("minutes.example")
    with pytest.raises(Refused, match="CNAME"), renewed(tmp_path / "site"):
        pass


@pytest.mark.parametrize(
    "said", ["", "[]", "null", '{"program": "other", "holds": []}', '{"program": "matters-arising"}']
)
def test_a_forged_certificate_is_none(tmp_path: Path, said: str) -> None:
    (tmp_path / CERTIFICATE).write_text(said)
    with pytest.raises(Refused), renewed(tmp_path):
        pass


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with renewed(folder) as new:
        (new / "pages").mkdir()
        certify(new)
    with pytest.raises(KeyboardInterrupt), renewed(folder) as new:
        (new / "half").write_text("")
        raise KeyboardInterrupt
    assert {path.name for path in folder.iterdir()} == {"pages", CERTIFICATE}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_wrong_uses_are_told(sample_database: Path, tmp_path: Path) -> None:
    assert publish(tmp_path / "site", tmp_path / "none.db").exit_code == 1
    assert publish(tmp_path / "site", sample_database, "--address", "javascript:x").exit_code == 2
    assert not (tmp_path / "site").exists()


def nowhere(_: str) -> None:
    return None


@pytest.mark.parametrize(
    ("link", "address", "place"),
    [
        ("/document/a?at=7#r-b", "/document/a?at=all", "r-b"),
        ("#r-b", "/promises", "r-b"),
        ("/promises?status=overdue&page=1", "/promises?status=overdue", ""),
        ("/search?q=damp", "/search", ""),
        ("/static/site.css?ab", "/static/site.css", ""),
        ("?page=2&council=A", "/promises?council=A&page=2", ""),
    ],
)
def test_one_page_has_one_address(link: str, address: str, place: str) -> None:
    assert page_at(link, "/promises", nowhere) == Page(address, place)


@pytest.mark.parametrize(
    "link", ["https://x.example/", "mailto:a@x.example", "javascript:x", "//x.example/a"]
)
def test_links_out_are_left(link: str) -> None:
    assert page_at(link, "/", nowhere) is None


def test_a_record_without_a_page_is_shown_in_its_document() -> None:
    assert page_at("/record/x", "/", lambda _: "d") == Page("/document/d?at=all", "r-x")


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/document/ab?at=all", "document/ab.html"),
        ("/promises?page=2&status=open", "promises-page-2-status-open.html"),
        ("/promises.csv?status=open", "promises-status-open.csv"),
        ("/static/site.css", "static/site.css"),
    ],
)
def test_files_have_plain_names(address: str, file: str) -> None:
    assert file_of(address) == file


@pytest.mark.parametrize(
    "address",
    [
        "/indicator/..",
        "/indicator/a%2F..%2Fb",
        "/indicator/CON.",
        "/indicator/%00",
        "/meetings?council=../x",
        "/indicator/" + "a" * 300,
    ],
)
def test_no_name_leaves_the_folder(address: str) -> None:
    *folders, name = file_of(address).split("/")
    assert folders in (["indicator"], []) or all(part.isascii() and part.strip(".") for part in folders)
    assert ".." not in file_of(address) and len(name) < 100


def test_names_that_differ_stay_apart() -> None:
    names = [
        "/meetings?council=A+B",
        "/meetings?council=A-B",
        "/meetings?council=a+b",
        "/indicator/x",
        "/indicator/X",
    ]
    assert len({file_of(each) for each in names}) == len(names)


def test_ways_are_relative() -> None:
    assert way(Page("/promises", ""), "/document/a?at=all") == "../promises.html"
    assert way(Page("/document/a?at=all", "r-b"), "/document/a?at=all") == "#r-b"
    assert way(Page("/record/x", ""), "/promises") == "record/x.html"


def test_a_page_that_cannot_be_made_ends_it_all(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.exports.still.SEEDS", ("/", "/minutes?sql=nonsense"))
    result = publish(tmp_path / "site", small)
    assert result.exit_code == 1 and "could not be made (400)" in result.output
    assert not list(tmp_path.iterdir())
