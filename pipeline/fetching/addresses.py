"""Only public addresses are connected to: what a name resolves to is checked, and that is connected to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from threading import Lock

import httpx

from pipeline.fetching.errors import FetchError

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for IPv4 ones in their last 32 bits (RFC 6052)."""


def is_public(address: IpAddress) -> bool:
    """Whether the address can be a publisher's: global, no multicast, also what an IPv6 one stands for."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def is_any(address: IpAddress) -> bool:
    """Every address: for a publisher on one's own machine or network."""
    return True


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host in the order of the system. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class CheckedTransport(httpx.BaseTransport):
    """Connects to an address that was checked, not to a name that may resolve anew meanwhile.

    One transport, and one connection, for each host: hosts that share an address never share a
    connection, whose certificate is that of one of them.
    """

    def __init__(
        self,
        allowed: Callable[[IpAddress], bool] = is_public,
        look_up: Callable[[str, int], tuple[str, ...]] = resolve,
    ) -> None:
        self._allowed = allowed
        self._look_up = look_up
        self._transports: dict[str, httpx.HTTPTransport] = {}
        self._lock = Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer of the first address that takes the connection.

        Raises FetchError where the host has no address that may be connected to, httpx.ConnectError
        where none takes the connection or the name is unknown.
        """
        host = request.url.host
        extensions = {**request.extensions, "sni_hostname": host}
        for last, address in self._checked(request, host):
            sent = httpx.Request(
                request.method,
                request.url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions=extensions,
            )
            try:
                return self._transport(host).handle_request(sent)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if last:
                    raise
        raise httpx.ConnectError(f"{host} has no address", request=request)

    def _checked(self, request: httpx.Request, host: str) -> list[tuple[bool, str]]:
        port = request.url.port or {"http": 80, "https": 443}[request.url.scheme]
        try:
            addresses = self._look_up(host, port)
        except OSError as error:
            raise httpx.ConnectError(f"the name {host} is unknown", request=request) from error
        public = [a for a in addresses if self._allowed(ipaddress.ip_address(a.partition("%")[0]))]
        if addresses and not public:
            raise FetchError(
                f"{host} has the address {addresses[0]}, which is not public: nothing is fetched from there."
            )
        return [(number == len(public), address) for number, address in enumerate(public, 1)]

    def _transport(self, host: str) -> httpx.HTTPTransport:
        with self._lock:
            if host not in self._transports:
                self._transports[host] = httpx.HTTPTransport(limits=httpx.Limits(max_connections=1))
            return self._transports[host]

    def close(self) -> None:
        """Closes all connections."""
        for transport in self._transports.values():
            transport.close()
