"""Numbers in addresses stay within what a database can hold: a 20-digit id is an unknown page, not an accident."""

from werkzeug.routing import IntegerConverter

LARGEST = 2**31 - 1


class BoundedInteger(IntegerConverter):
    def __init__(self, url_map):
        super().__init__(url_map, max=LARGEST)
