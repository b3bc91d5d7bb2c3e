"""The site on a free port of this machine, served from a thread; and the browser that looks at it."""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from pipeline.publish import site

CHROMIUM = shutil.which("chromium")


@contextmanager
def serving(database: Path) -> Iterator[str]:
    """The address of the site on the database, on a free port."""
    config = uvicorn.Config(
        site(database).app(), host="127.0.0.1", port=0, log_level="error", lifespan="on", ws="none"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        deadline = time.monotonic() + 20
        while not server.started and thread.is_alive() and time.monotonic() < deadline:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
