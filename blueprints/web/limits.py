"""How often is too often. Nobody is locked out for more than a quarter of an hour."""

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(get_remote_address, headers_enabled=False)


def limit(app: Flask) -> None:
    limiter.init_app(app)
