"""Datasette's tables as CSV, safe to open in a spreadsheet: no cell runs as a formula. Our own lists are made so."""

import re

from pipeline.site.headers import App, Message, Receive, Send

_CELL = re.compile(rb'"[^"]*(?:""[^"]*)*"|[^",\r\n]+')
"""A whole cell with its quotes, if it has any; as every match ends where its cell does, none begins inside one."""
_FORMULA = re.compile(rb'"?[=+\-@\t\r]')
_NUMBER = re.compile(rb"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?")
_TABLES = (b"text/csv", b"text/plain")


def with_guarded_cells(app: App) -> App:
    """The ASGI app; in a CSV, text that a spreadsheet would run gets an apostrophe before it. Numbers stay numbers."""

    async def wrapped(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].endswith(".csv"):
            return await app(scope, receive, send)
        guard = _Guard()

        async def send_guarded(message: Message) -> None:
            await send(
                guard.started(message) if message["type"] == "http.response.start" else guard.went_on(message)
            )

        return await app(scope, receive, send_guarded)

    return wrapped


class _Guard:
    """One response, as it comes: rows are held back until they are whole."""

    def __init__(self) -> None:
        self._is_table = False
        self._held = b""

    def started(self, message: Message) -> Message:
        headers = [
            (name, value) for name, value in message.get("headers", ()) if name.lower() != b"content-length"
        ]
        kinds = [value for name, value in headers if name.lower() == b"content-type"]
        self._is_table = any(kind.startswith(_TABLES) for kind in kinds)
        return {**message, "headers": headers} if self._is_table else message

    def went_on(self, message: Message) -> Message:
        if not self._is_table:
            return message
        rows = self._held + message.get("body", b"")
        is_whole = not message.get("more_body") or (rows.endswith(b"\n") and rows.count(b'"') % 2 == 0)
        self._held = b"" if is_whole else rows
        return {**message, "body": _CELL.sub(_guarded, rows) if is_whole else b""}


def _guarded(found: re.Match[bytes]) -> bytes:
    cell = found[0]
    if not _FORMULA.match(cell) or _NUMBER.fullmatch(cell.strip(b'"')):
        return cell
    return b"\"'" + cell[1:] if cell.startswith(b'"') else b"'" + cell
