"""The subject: the real application on the real server, over the throw-away world that `world.py` made."""

from app import create_app
from blueprints.web.server import work
from tests.bench.listening import listener

if __name__ == "__main__":
    work(create_app(), listener())
