"""How a benchmark's servers are started: each in a process of its own, on a socket that its parent opened."""

import contextlib
import logging
import os
import socket
import subprocess
import sys

HANDED_OVER = "SEBAYA_BENCH_SOCKET"


def listener() -> socket.socket:
    """The socket that the parent handed over. Requests that wait a moment for a thread are no news here."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    return socket.socket(fileno=int(os.environ[HANDED_OVER]))


@contextlib.contextmanager
def running(module: str, **environment: str):
    """`module` in its own process while the block runs; the port it listens on."""
    with socket.create_server(("127.0.0.1", 0), backlog=256) as opened:
        variables = {**os.environ, **environment, HANDED_OVER: str(opened.fileno())}
        server = subprocess.Popen([sys.executable, "-m", module], env=variables, pass_fds=[opened.fileno()])
        try:
            yield opened.getsockname()[1]
        finally:
            server.terminate()
            server.wait()
