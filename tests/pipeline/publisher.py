"""A publisher's web server on 127.0.0.1 that answers as each test scripts it."""

from __future__ import annotations

import gzip
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

Answer = Callable[[BaseHTTPRequestHandler], None]


def pdf(text: bytes = b"figures", size: int = 20_000) -> bytes:
    """Bytes that begin and end as a PDF does; what is between is not looked at by a fetch."""
    return b"%PDF-1.7\n" + text + b"\n" + b"0" * size + b"\n%%EOF\n"


@dataclass
class Publisher:
    """The answers by path: the first is given first, the last again and again."""

    port: int = 0
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    lock: Lock = field(default_factory=Lock)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def url(self, path: str, *answers: Answer) -> str:
        self.answers[path] = list(answers)
        return self.base + path

    def requests(self, path: str) -> list[dict[str, str]]:
        """The headers of the requests for a path, in their order."""
        return [headers for asked, headers in self.asked if asked == path]


@contextmanager
def publishing(tls: ssl.SSLContext | None = None) -> Iterator[Publisher]:
    """A running publisher, with TLS where a context is given."""
    publisher = Publisher()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with publisher.lock:
                publisher.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                publisher.at_once += 1
                publisher.most_at_once = max(publisher.most_at_once, publisher.at_once)
                answers = publisher.answers.get(self.path, [status(404)])
                answer = answers.pop(0) if len(answers) > 1 else answers[0]
            try:
                answer(self)
            except OSError:
                self.close_connection = True
            finally:
                with publisher.lock:
                    publisher.at_once -= 1

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    publisher.port = server.server_port
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield publisher
    finally:
        server.shutdown()
        server.server_close()


def status(code: int, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def redirect(target: str) -> Answer:
    return status(302, Location=target)


def file(content: bytes, kind: str = "application/pdf", etag: str = '"1"', ranges: bool = True) -> Answer:
    """A file as good servers give it: conditional, and in parts when asked for a range of this version."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if etag and handler.headers.get("If-None-Match") == etag:
            handler.send_response(304)
            handler.end_headers()
            return
        wanted = handler.headers.get("Range", "")
        start = int(wanted.removeprefix("bytes=").partition("-")[0]) if wanted and ranges else 0
        if start and handler.headers.get("If-Range") != etag:
            start = 0
        handler.send_response(206 if start else 200)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(content) - start))
        if etag:
            handler.send_header("ETag", etag)
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        handler.end_headers()
        handler.wfile.write(content[start:])

    return answer


def broken(content: bytes, after: int, etag: str = '"1"') -> Answer:
    """The first bytes of a file, then the connection ends."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        if etag:
            handler.send_header("ETag", etag)
        handler.end_headers()
        handler.wfile.write(content[:after])
        handler.wfile.flush()
        handler.close_connection = True

    return answer


def packed(content: bytes, after: int | None = None) -> Answer:
    """The file packed by gzip though nobody asked for it, all of it or the first bytes only."""
    sent = gzip.compress(content)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Content-Length", str(len(sent)))
        handler.send_header("ETag", '"1"')
        handler.end_headers()
        handler.wfile.write(sent[:after])
        handler.close_connection = after is not None

    return answer


def slow(content: bytes, pieces: int, pause: float) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        step = -(-len(content) // pieces)
        for start in range(0, len(content), step):
            handler.wfile.write(content[start : start + step])
            handler.wfile.flush()
            time.sleep(pause)

    return answer


def endless(start: bytes = b"%PDF-1.7\n") -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.close_connection = True
        handler.wfile.write(start)
        while True:
            handler.wfile.write(b"0" * 65536)

    return answer


def wrong_length(content: bytes, told: int) -> Answer:
    """A file under another length than it has."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(told))
        handler.end_headers()
        handler.wfile.write(content)
        handler.close_connection = True

    return answer
