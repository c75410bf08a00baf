"""A person of the demo world without a browser: pages as the server draws them, many in a second."""

import re
from urllib.parse import urlsplit

from training.demo import PASSWORD

NOT_TYPED = {"csrf_token", "client_key", "password", "present", "seen", "version", "fingerprint", "back", "do",
             "order", "release"}
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Window:
    """One signed-in person; with "" a guest. Forms carry the token of the page, as a browser's would."""

    def __init__(self, app, who: str, language: str = "id"):
        self.browser, self.token = app.test_client(), ""
        self.token = TOKEN.search(self.browser.get(f"/sign-in?lang={language}").text)[1]
        if who:
            email = who if "@" in who else f"{who}@example.org"
            self.send("/sign-in", email=email, password=PASSWORD, follow=False)
            self.token = TOKEN.search(self.browser.get("/me").text)[1]

    def get(self, path: str):
        return self.browser.get(path)

    def send(self, path: str, data: dict | None = None, *, follow: bool = True, **fields):
        """Send a form, and go where it leads; the last answer."""
        sent = {"csrf_token": self.token, **(data or {}), **fields}
        answer = self.browser.post(path, data=sent, headers={"Referer": f"http://localhost{path}"})
        while follow and answer.status_code in (302, 303):
            answer = self.browser.get(answer.location)
        answer.typed = [words for name, words in sent.items() if name not in NOT_TYPED and isinstance(words, str)]
        return answer


def path_of(answer) -> str:
    """The address a page came from."""
    asked = urlsplit(answer.request.url)
    return asked.path + (f"?{asked.query}" if asked.query else "")
