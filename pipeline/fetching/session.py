"""Requests to publishers: http(s) only, redirects one by one, robots.txt kept, one at a time a host."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from threading import Event, Lock
from urllib.parse import urlsplit

import httpx

from pipeline.fetching.addresses import CheckedTransport
from pipeline.fetching.errors import FetchError, TemporaryError
from pipeline.fetching.robots import PRODUCT, Robots, parse_robots

MOST_REDIRECTS = 8
ROBOTS_BYTES = 512 * 1024
REDIRECTS = (301, 302, 303, 307, 308)
CONNECT_SECONDS = 15.0


@dataclass(slots=True)
class _Host:
    lock: Lock = field(default_factory=Lock)
    last: float | None = None
    robots: Robots | None = None


class Session:
    """What requests of one `gyosei fetch` share; close it after use.

    `pause` is the least number of seconds between two requests to a host, `contact` an address or a
    URL told to publishers, `read_seconds` how long an answer may pause.
    """

    def __init__(
        self,
        transport: CheckedTransport,
        *,
        contact: str = "",
        pause: float = 1.0,
        read_seconds: float = 30.0,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        self.stopped = Event()
        self.sleep = sleep or self.stopped.wait
        self.read_seconds = read_seconds
        self._pause = pause
        self._hosts: dict[str, _Host] = {}
        self._lock = Lock()
        self._client = httpx.Client(
            transport=transport,
            headers={"User-Agent": user_agent(contact)},
            timeout=httpx.Timeout(CONNECT_SECONDS, read=read_seconds, pool=None),
            follow_redirects=False,
            trust_env=False,
        )

    def close(self) -> None:
        """Closes all connections."""
        self._client.close()

    def stop(self) -> None:
        """Ends what other threads receive, at their next bytes."""
        self.stopped.set()

    @contextmanager
    def get(self, url: str, headers: dict[str, str]) -> Iterator[httpx.Response]:
        """The answer to a GET after redirects, its body still to be read.

        Raises FetchError for addresses and redirects that are not followed and for what robots.txt
        disallows, TemporaryError where the connection fails.
        """
        seen: list[str] = []
        while True:
            check_url(url, seen)
            host = self._host(url)
            with host.lock:
                self._ask_robots(host, url)
                with self._send(host, url, headers) as response:
                    target = response.headers.get("location")
                    if response.status_code not in REDIRECTS or not target:
                        yield response
                        return
                    seen.append(url)
                    url = _joined(url, target)

    def _host(self, url: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(urlsplit(url).netloc, _Host())

    @contextmanager
    def _send(self, host: _Host, url: str, headers: dict[str, str]) -> Iterator[httpx.Response]:
        pause = max(self._pause, host.robots.delay if host.robots else 0.0)
        if host.last is not None and (left := host.last + pause - time.monotonic()) > 0:
            self.sleep(left)
        response: httpx.Response | None = None
        try:
            response = self._client.send(self._client.build_request("GET", url, headers=headers), stream=True)
            yield response
        except httpx.TimeoutException as error:
            raise TemporaryError(
                f"{urlsplit(url).hostname} was silent for {self.read_seconds:g} seconds"
            ) from error
        except httpx.TransportError as error:
            raise TemporaryError(f"the connection to {urlsplit(url).hostname} failed ({error})") from error
        finally:
            host.last = time.monotonic()
            if response is not None:
                response.close()

    def _ask_robots(self, host: _Host, url: str) -> None:
        parts = urlsplit(url)
        if host.robots is None:
            host.robots = self._robots(host, f"{parts.scheme}://{parts.netloc}/robots.txt")
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        if not host.robots.allows(path):
            raise FetchError(
                f"The robots.txt of {parts.hostname} asks programs not to fetch {path}: "
                "save the PDF with a browser and register it with `gyosei add FILE`."
            )

    def _robots(self, host: _Host, url: str) -> Robots:
        """The rules of a host: none where it has no robots.txt, everything disallowed while it fails."""
        for _ in range(MOST_REDIRECTS):
            check_url(url, [])
            with self._send(host, url, {}) as response:
                if response.status_code in REDIRECTS and "location" in response.headers:
                    url = _joined(url, response.headers["location"])
                    continue
                if response.status_code >= 500:
                    raise TemporaryError(f"{url} cannot be read ({response.status_code})")
                if response.status_code != 200:
                    return Robots()
                text = b""
                for chunk in response.iter_bytes():
                    text += chunk
                    if len(text) > ROBOTS_BYTES:
                        break
                return parse_robots(text[:ROBOTS_BYTES].decode("utf-8", "replace"))
        return Robots()


def user_agent(contact: str) -> str:
    """Who asks: the program, what it is for, and whom to write to where that is known."""
    try:
        number = version("gyosei")
    except PackageNotFoundError:
        number = "0"
    more = f"; contact: {contact}" if contact else ""
    return f"{PRODUCT}/{number} (reads PDFs that municipalities publish{more})"


def check_url(url: str, seen: list[str]) -> None:
    """Passes for an http(s) address of a host that was not asked for before. Raises FetchError."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(f"{url} is no address: {error}.") from error
    via = f" (redirected from {seen[0]})" if seen else ""
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError(f"{url}{via} is no address of the web: only http and https are fetched.")
    if parts.username or parts.password:
        raise FetchError(f"The address of {host}{via} holds a user name or password: leave it out.")
    if url in seen:
        raise FetchError(f"{seen[0]} redirects in a circle: look for the PDF's address in a browser.")
    if len(seen) > MOST_REDIRECTS:
        raise FetchError(f"{seen[0]} redirects more than {MOST_REDIRECTS} times: nothing is fetched.")


def _joined(url: str, target: str) -> str:
    try:
        return str(httpx.URL(url).join(target))
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"{url} redirects to {target!r}, which is no address.") from error
