"""Pictures of the main pages for the README, of the sample corpus: `python -m benchmarks.screenshots`."""

import io
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from pipeline.ingest import ingest
from pipeline.store import open_for_writing
from tests.browser.serving import CHROMIUM, serving

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "screenshots"
DESK, PHONE = (1200, 800), (390, 844)
_COLOURS = 96
"""Of a palette: enough for text on a plain ground, and a third of the bytes."""
_DOCUMENT = """
select '/document/' || document_id from records where record_table in ('decisions', 'actions', 'questions', 'votes')
group by document_id order by count(distinct record_table) desc, count(*) desc, document_id
"""


def main() -> None:
    """Write every picture anew."""
    if CHROMIUM is None:
        sys.exit("The pictures are taken with chromium, which this machine does not have.")
    with tempfile.TemporaryDirectory() as scratch:
        database = Path(scratch) / "minutes.db"
        with closing(open_for_writing(database)) as connection:
            ingest(connection, ROOT, [ROOT / "corpus"], workers=0)
            shown = pictures(connection)
        FOLDER.mkdir(parents=True, exist_ok=True)
        with serving(database) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for name, (path, size) in shown.items():
                take(browser, address + path, size, FOLDER / f"{name}.png")
            browser.close()


def pictures(connection: sqlite3.Connection) -> dict[str, tuple[str, tuple[int, int]]]:
    """Name, path and size in pixels of each picture."""
    return {
        "front": ("/", DESK),
        "search": ("/search?q=damp", DESK),
        "document": (connection.execute(_DOCUMENT).fetchone()[0], DESK),
        "promises": ("/promises", DESK),
        "indicator-on-a-phone": ("/indicator/ni-117", PHONE),
    }


def take(browser: Browser, address: str, size: tuple[int, int], path: Path) -> None:
    """A picture of the top of the page, as a PNG of exactly this size."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme="light")
    page.goto(address)
    with Image.open(io.BytesIO(page.screenshot())) as picture:
        picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    page.close()
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
