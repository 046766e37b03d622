"""The site on 127.0.0.1, for this machine only."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from pipeline.refusal import RefusedError

LOOPBACK = "127.0.0.1"


class _Pages(SimpleHTTPRequestHandler):
    """Files of the folder, to requests that name this machine: another site's name for it is refused."""

    extensions_map = {  # noqa: RUF012  the type is that of the base class
        **SimpleHTTPRequestHandler.extensions_map,
        ".webp": "image/webp",
        ".js": "text/javascript; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
    }

    def do_GET(self) -> None:
        if self._is_for_this_machine():
            super().do_GET()

    def do_HEAD(self) -> None:
        if self._is_for_this_machine():
            super().do_HEAD()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()

    def list_directory(self, path: object) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not worth a line each."""

    def _is_for_this_machine(self) -> bool:
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        if host in (LOOPBACK, "localhost"):
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        return False


def server(out: Path, port: int) -> ThreadingHTTPServer:
    """A server for the folder on 127.0.0.1, not yet serving; port 0 takes a free one. Raises RefusedError."""
    try:
        return ThreadingHTTPServer((LOOPBACK, port), partial(_Pages, directory=str(out)))
    except OSError as error:
        raise RefusedError(
            f"Port {port} cannot be used ({error.strerror}): name another with --port."
        ) from error
