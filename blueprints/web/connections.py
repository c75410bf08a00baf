"""One thing waitress does to its connections that a phone on a slow line would feel."""

from waitress.channel import HTTPChannel
from waitress.task import WSGITask


class Task(WSGITask):
    """An answer without a body (304, 204) ends where its head ends; waitress would close the connection after each."""

    def set_close_on_finish(self):
        is_asked_to = self.version == "1.0" or self.request.headers.get("CONNECTION", "").lower() == "close"
        if self.has_body or is_asked_to:
            super().set_close_on_finish()


class Channel(HTTPChannel):
    task_class = Task
