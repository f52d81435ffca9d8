"""Fetching: only the open internet, also after a redirect, in bounded size and time."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from standoff.errors import InputError
from standoff.ingest.fetch import Guard, fetch, is_public

BODY = b"<html>The boats left.</html>"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        port = self.connection.getsockname()[1]
        places = {
            "/moved": f"http://open.example:{port}/page",
            "/inside": f"http://inside.example:{port}/page",
            "/loop": "/loop",
            "/file": "file:///etc/hostname",
        }
        if self.path in places:
            self.send_response(302)
            self.send_header("Location", places[self.path])
            self.end_headers()
        elif self.path == "/none":
            self.send_error(404)
        else:
            self.answer()

    def answer(self) -> None:
        self.send_response(200)
        size = {"/long": 10_000_000, "/short": len(BODY) + 99}.get(self.path, len(BODY))
        self.send_header("Content-Length", str(size))
        self.end_headers()
        if self.path == "/drip":
            for byte in BODY:
                time.sleep(0.2)
                self.wfile.write(bytes([byte]))
        self.wfile.write(BODY * (size // len(BODY)))

    def log_message(self, *_: object) -> None:
        pass

    def handle(self) -> None:
        with suppress(OSError):
            super().handle()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.socket.getsockname()[1]
    server.shutdown()
    server.server_close()
    thread.join()


def guard(*, seconds: float = 5.0) -> Guard:
    """Let one host be on the open internet, at the test's own address."""
    known = {"open.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"],
             "both.example": ["127.0.0.1", "10.0.0.1"]}  # fmt: skip
    return Guard(lambda host, _: known[host], lambda a: a == "127.0.0.1", 2.0, seconds)


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_is_fetched_also_where_it_moved(port: int, path: str) -> None:
    body, url = fetch(f"http://open.example:{port}{path}", 1_000, guard())
    assert (body, url) == (BODY, f"http://open.example:{port}/page")


@pytest.mark.parametrize(
    ("host", "path", "code"),
    [
        ("inside.example", "/page", "fetch-refused"),
        ("both.example", "/page", "fetch-refused"),
        ("open.example", "/inside", "fetch-refused"),
        ("open.example", "/file", "fetch-refused"),
        ("open.example", "/loop", "fetch-failed"),
        ("open.example", "/none", "fetch-failed"),
        ("open.example", "/short", "fetch-failed"),
        ("open.example", "/long", "too-large"),
    ],
)
def test_what_is_forbidden_or_broken_is_told(
    port: int, host: str, path: str, code: str
) -> None:
    with pytest.raises(InputError) as refused:
        fetch(f"http://{host}:{port}{path}", 1_000, guard())
    assert refused.value.code == code


def test_a_page_that_drips_is_hung_up_on(port: int) -> None:
    begun = time.monotonic()
    with pytest.raises(InputError) as refused:
        fetch(f"http://open.example:{port}/drip", 1_000, guard(seconds=0.5))
    assert refused.value.code == "fetch-failed"
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://post.example/", "http://", "http://a:b@post.example/",
     "http://post.example:99999/", "http://post.example/a b", "http://[::1"],
)  # fmt: skip
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(InputError) as refused:
        fetch(url, 1_000, guard())
    assert refused.value.code == "fetch-refused"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0",
     "100.64.0.1", "224.0.0.1", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1",
     "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"],
)  # fmt: skip
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(address)
