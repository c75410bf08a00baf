"""Servers that start at once: what takes time (the imports) is done before, and each word on standard input forks one
server, in a process group of its own. `python -m tests.drill.nursery`; prints the group's number for each."""

import os
import signal
import sys

from blueprints.web import server


def main() -> None:
    # Nobody here waits for a server that died; the system may forget it at once.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            serve()
        print(child, flush=True)


def serve() -> None:
    """The whole server, as bin/serve runs it; it never comes back."""
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # the server waits for its own workers
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(2, 1)
    try:
        server.main()
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
