"""A small load client: several connections that stay open, each sending its next request when the answer came. It runs
in a process of its own, away from the server's, and costs little enough to leave the server the slower of the two."""

import collections
import http.cookiejar
import re
import selectors
import socket
import time
import urllib.parse
import urllib.request

CONNECTIONS = 8
LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
NAME = "Sebaya bench"
AS_BROWSERS_ASK = f"User-Agent: {NAME}\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n"


def request(path: str, *, cookie: str = "", more: str = "", form: dict | None = None) -> bytes:
    """One HTTP/1.1 request, ready to send."""
    head = AS_BROWSERS_ASK + (f"Cookie: {cookie}\r\n" if cookie else "") + more
    if form is None:
        return f"GET {path} HTTP/1.1\r\nHost: bench\r\n{head}\r\n".encode()
    body = urllib.parse.urlencode(form)
    kind = "Content-Type: application/x-www-form-urlencoded\r\n"
    return f"POST {path} HTTP/1.1\r\nHost: bench\r\n{head}{kind}Content-Length: {len(body)}\r\n\r\n{body}".encode()


class Line:
    """One connection and what has come over it since the last request."""

    def __init__(self, port: int, requests):
        self.socket, self.requests, self.came = socket.create_connection(("127.0.0.1", port)), requests, b""
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self) -> None:
        self.came = b""
        self.socket.sendall(next(self.requests))

    def receive(self) -> int | None:
        """The status, once the whole answer is here."""
        piece = self.socket.recv(1 << 18)
        if not piece:
            raise ConnectionError("the server closed a connection in the middle")
        self.came += piece
        head, gap, body = self.came.partition(b"\r\n\r\n")
        if not gap:
            return None
        length, status = LENGTH.search(head), int(head[9:12])
        is_whole = status in (204, 304) or (length and len(body) >= int(length[1]))
        return status if is_whole else None


def rate(port: int, requests, expected: int, seconds: float) -> float:
    """Answers per second with the `expected` status; any other status ends the benchmark."""
    selector, done, seen = selectors.DefaultSelector(), 0, collections.Counter()
    lines = [Line(port, requests) for _ in range(CONNECTIONS)]
    for line in lines:
        selector.register(line.socket, selectors.EVENT_READ, line)
        line.send()
    started = time.perf_counter()
    while (elapsed := time.perf_counter() - started) < seconds:
        for key, _ in selector.select(1):
            status = key.data.receive()
            if status is not None:
                done += 1
                seen[status] += 1
                key.data.send()
    for line in lines:
        line.socket.close()
    if set(seen) != {expected}:
        raise SystemExit(f"expected only {expected}, saw {dict(seen)}")
    return done / elapsed


class Browser:
    """Just enough of a browser to sign in and to read a form."""

    def __init__(self, port: int):
        self.root = f"http://127.0.0.1:{port}"
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.opener.addheaders = [("User-Agent", NAME)]

    def get(self, path: str) -> tuple[str, str]:
        """`(body, ETag)` of a page."""
        with self.opener.open(self.root + path) as answer:
            return answer.read().decode(), answer.headers.get("ETag", "")

    def post(self, path: str, form: dict) -> None:
        self.opener.open(self.root + path, urllib.parse.urlencode(form).encode()).close()

    def sent(self, path: str, form: dict) -> str:
        """Send a form and say which page came after it."""
        with self.opener.open(self.root + path, urllib.parse.urlencode(form).encode()) as answer:
            return urllib.parse.urlsplit(answer.url).path

    def sign_in(self, email: str, password: str) -> None:
        token = hidden(self.get("/sign-in")[0], "csrf_token")
        self.post("/sign-in", {"email": email, "password": password, "csrf_token": token})

    @property
    def cookie(self) -> str:
        return "; ".join(f"{one.name}={one.value}" for one in self.jar if one.path == "/")


def hidden(page: str, name: str) -> str:
    """The value of a hidden field."""
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]
