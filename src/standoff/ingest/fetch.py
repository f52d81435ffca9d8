"""A page of the web, fetched only when asked for, and never from inside the own network.

Every host is resolved here and every address it has is looked at; the connection then goes to
an address that was looked at, so that a name cannot change its mind in between. Redirects go
through the same gate.

Not handled: proxies, logins, and pages that a script fills.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from standoff.errors import InputError
from standoff.ingest.bounded import too_large

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_STEP = 1 << 16
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
Resolve = Callable[[str, int], list[str]]
Allow = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Guard:
    """The bounds of fetching: seconds for one step and for all, and who may be asked."""

    resolve: Resolve
    allow: Allow
    step_seconds: float = 10.0
    all_seconds: float = 30.0


def resolve(host: str, port: int) -> list[str]:
    """Return a host's addresses; raises `InputError` ``fetch-failed`` where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError("fetch-failed", f"{host!r} has no address: {error}") from error
    return [str(entry[4][0]) for entry in found]


def is_public(address: str) -> bool:
    """Tell an address of the open internet from private, loopback and link-local ones."""
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = _inside(found) if found.version == 6 else None
    if inner is not None and not is_public(str(inner)):
        return False
    return (found.is_global or inner is not None) and not found.is_multicast


def _inside(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the address of version 4 that one of version 6 stands for, if it does."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


GUARD = Guard(resolve, is_public)


def fetch(url: str, limit: int, guard: Guard = GUARD) -> tuple[bytes, str]:
    """Return the body of a page and the address it came from in the end.

    Raises `InputError`: ``fetch-refused`` where the guard forbids it, ``fetch-failed`` where
    the other side does not answer as it should, ``too-large`` past ``limit`` bytes.
    """
    deadline = time.monotonic() + guard.all_seconds
    for _ in range(_MOST_REDIRECTS + 1):
        answer = _asked(url, limit, guard, deadline)
        if isinstance(answer, bytes):
            return answer, url
        url = urljoin(url, answer)
    raise InputError("fetch-failed", f"more than {_MOST_REDIRECTS} redirects")


def _asked(url: str, limit: int, guard: Guard, deadline: float) -> bytes | str:
    """Ask once; return the body, or where the answer points to."""
    parts = _checked(url)
    connection = _connection(parts, guard)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    watch: threading.Timer | None = None
    try:
        connection.connect()
        watch = _watch(connection.sock, deadline)
        connection.request("GET", path, headers={"Accept-Encoding": "identity"})
        with connection.getresponse() as response:
            return _answer(response, url, limit)
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        raise InputError("fetch-failed", f"{url} cannot be fetched: {error}") from error
    finally:
        if watch is not None:
            watch.cancel()
        connection.close()


def _answer(response: http.client.HTTPResponse, url: str, limit: int) -> bytes | str:
    where = response.getheader("Location")
    if response.status in _REDIRECTS and where:
        return where
    if response.status != 200:
        raise InputError("fetch-failed", f"{url} answers {response.status}")
    return _body(response, limit)


def _watch(sock: socket.socket, deadline: float) -> threading.Timer:
    """End a connection at the deadline, however often it lets a little come until then."""
    watch = threading.Timer(max(0.0, deadline - time.monotonic()), _hang_up, [sock])
    watch.daemon = True
    watch.start()
    return watch


def _hang_up(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _checked(url: str) -> SplitResult:
    """Return the parts of an address; raises `InputError` where we do not ask there."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise InputError("fetch-refused", f"{url!r} is no address: {error}") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0:
        raise InputError("fetch-refused", f"{url!r} is not an address of http or https")
    if parts.username is not None or parts.password is not None:
        raise InputError("fetch-refused", "an address with a name or password is not asked")
    if any(c.isspace() or ord(c) < 33 for c in url):
        raise InputError("fetch-refused", f"{url!r} holds a space or a control character")
    return parts


def _connection(parts: SplitResult, guard: Guard) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    addresses = guard.resolve(host, port)
    for address in addresses:
        if not guard.allow(address):
            why = f"{host!r} is at {address}, which is not on the open internet"
            raise InputError("fetch-refused", why)
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        context = ssl.create_default_context()
        connection = http.client.HTTPSConnection(
            host, port, timeout=guard.step_seconds, context=context
        )
    else:
        connection = http.client.HTTPConnection(host, port, timeout=guard.step_seconds)
    pinned = addresses[0]
    connection._create_connection = (  # type: ignore[attr-defined]
        lambda _, timeout, source: socket.create_connection((pinned, port), timeout, source)
    )
    return connection


def _body(response: http.client.HTTPResponse, limit: int) -> bytes:
    body = response.read(limit + 1)
    if len(body) > limit:
        raise too_large("bytes", limit)
    if response.length:
        raise InputError("fetch-failed", "the page stopped coming before its end")
    return body
