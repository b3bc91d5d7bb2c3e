"""Headers that tell the browser to run nothing that a document brought along, on every response."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src {style}; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
STRICT_POLICY = _POLICY.format(style="'self'")
"""For our own pages: no script, style or frame but the site's own files."""
STOCK_POLICY = _POLICY.format(style="'self' 'unsafe-inline'")
"""For Datasette's pages, which bring styles of their own in the page; scripts in the page are blocked there too."""

_HEADERS = (
    ("content-security-policy", STOCK_POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
)


def with_headers(app: App) -> App:
    """The ASGI app; each response has the headers, where it does not set them itself."""

    async def wrapped(scope: Message, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_missing(message.get("headers", ()))]
            await send(message)

        await app(scope, receive, send_with_headers)

    return wrapped


def _missing(present: Any) -> list[tuple[bytes, bytes]]:
    names = {bytes(name).lower() for name, _ in present}
    return [(name.encode(), value.encode()) for name, value in _HEADERS if name.encode() not in names]
