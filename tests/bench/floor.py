"""The floor: the least that Flask can do, on the same server with the same threads."""

import flask
import waitress

from blueprints.web.server import THREADS
from tests.bench.listening import listener

app = flask.Flask(__name__)


@app.get("/")
def hello():
    return "hello"


if __name__ == "__main__":
    waitress.create_server(app, sockets=[listener()], threads=THREADS, ident=None).run()
