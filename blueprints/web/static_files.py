"""Files that never change under their name: each is served under a hashed name and cached for a year.

When the app starts, `@import` lines in style sheets are put in their place (one request instead of twenty), so are the
modules that a script asks for, and names of other files inside CSS become hashed names. Nothing is written to disk, so
there is no build step.
"""

import gzip
import hashlib
import mimetypes
import pathlib
import re

from flask import Flask, Response, abort, current_app, request

STATIC = pathlib.Path(__file__).parents[2] / "static"
YEAR = "public, max-age=31536000, immutable"
IMPORT = re.compile(r'@import\s+(?:url\()?"([^"]+)"\)?\s*(?:layer\(([\w.-]+)\))?\s*;')
INSIDE_CSS = re.compile(r'url\("?([^")]+\.(?:svg|woff2|webp|png))"?\)')
COMMENT, AROUND = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"\s*([{};])\s*")
INSIDE_JS = re.compile(r'import\("(\./[\w./-]+\.js)"\)')
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("font/woff2", ".woff2")


class Shelf:
    """Every static file by name and by hashed name, read once."""

    def __init__(self, root: pathlib.Path):
        self.root = root
        self.urls: dict[str, str] = {}
        self.bodies: dict[str, tuple[bytes, bytes | None, str]] = {}
        order = {".css": 1, ".js": 2}
        files = [path for path in root.rglob("*") if path.is_file()]
        for path in sorted(files, key=lambda path: (order.get(path.suffix, 0), -len(path.parts), path.name)):
            self.put(path)
        digest = hashlib.sha256("".join(sorted(self.urls.values())).encode())
        self.version = digest.hexdigest()[:10]

    def put(self, path: pathlib.Path) -> None:
        name = path.relative_to(self.root).as_posix()
        body = path.read_bytes()
        if path.suffix == ".css":
            body = squeezed(self.joined(path)).encode()
        elif path.suffix == ".js":
            body = self.together(path).encode()
        digest = hashlib.sha256(body).hexdigest()[:10]
        url = f"/static/{path.with_suffix('').relative_to(self.root).as_posix()}.{digest}{path.suffix}"
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        small = gzip.compress(body, 9, mtime=0) if kind.startswith(("text/", "image/svg")) else None
        self.urls[name] = url
        self.bodies[url] = (body, small, kind)

    def joined(self, path: pathlib.Path) -> str:
        def put_in(match: re.Match) -> str:
            sheet = self.joined((path.parent / match[1]).resolve())
            return f"@layer {match[2]}{{\n{sheet}\n}}" if match[2] else sheet

        return IMPORT.sub(put_in, self.pointed(path))

    def together(self, path: pathlib.Path) -> str:
        """A script with the modules it asks for inside it: one request instead of one for each."""
        modules: dict[str, str] = {}

        def put_in(match: re.Match) -> str:
            name = modules.setdefault(match[1], f"module{len(modules)}")
            return f"Promise.resolve({name})"

        text = INSIDE_JS.sub(put_in, path.read_text())
        bodies = {name: (path.parent / file).read_text().replace("export ", "") for file, name in modules.items()}
        inside = [f"const {name} = (() => {{\n{body}\nreturn {{ start }};\n}})();\n" for name, body in bodies.items()]
        return "".join(inside) + text

    def pointed(self, path: pathlib.Path) -> str:
        """A style sheet with the names of other files in it as they are served."""
        def rename(match: re.Match) -> str:
            name = (path.parent / match[1]).resolve().relative_to(self.root.resolve()).as_posix()
            return match[0].replace(match[1], self.urls.get(name, match[1]))

        return INSIDE_CSS.sub(rename, path.read_text())


def squeezed(sheet: str) -> str:
    """A style sheet without comments and indentation: a fifth lighter on the way to a phone."""
    return AROUND.sub(r"\1", re.sub(r"\s+", " ", COMMENT.sub("", sheet)))


def serve(app: Flask) -> None:
    app.extensions["shelf"] = Shelf(STATIC)
    app.add_url_rule("/static/<path:name>", "static_file", static_file)
    app.add_url_rule("/favicon.ico", "favicon", favicon)
    app.jinja_env.globals["static_url"] = app.extensions["shelf"].urls.__getitem__
    app.jinja_env.globals["asset_version"] = app.extensions["shelf"].version


def static_file(name: str) -> Response:
    kept = current_app.extensions["shelf"].bodies.get(f"/static/{name}") or abort(404)
    body, small, kind = kept
    headers = {"Cache-Control": YEAR, "Vary": "Accept-Encoding"}
    if small is not None and "gzip" in request.headers.get("Accept-Encoding", ""):
        body, headers["Content-Encoding"] = small, "gzip"
    return Response(body, mimetype=kind, headers=headers)


def favicon() -> Response:
    """Browsers that ask at the old place get the same small picture."""
    body = current_app.extensions["shelf"].bodies[current_app.extensions["shelf"].urls["images/favicon.svg"]][0]
    return Response(body, mimetype="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})


static_file.needs = favicon.needs = "anyone"
