"""What every answer carries: nothing from elsewhere runs, nothing leaks where we came from, nothing private is kept."""

from flask import Flask, Response, request
from flask_compress import Compress

CONTENT_POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "media-src 'self'",
    "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "form-action 'self'",
    "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
))


UNLESS_SET = {"Content-Security-Policy": CONTENT_POLICY, "Cache-Control": "no-store"}
ALWAYS = (
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("X-Robots-Tag", "noindex"),
)
compress = Compress()


def add(app: Flask) -> None:
    app.config["COMPRESS_REGISTER"] = False
    compress.init_app(app)
    app.after_request(dress)


def dress(response: Response) -> Response:
    if response.status_code == 304:
        return response
    response = compress.after_request(response)
    headers = response.headers
    for name, value in UNLESS_SET.items():
        if name not in headers:
            headers.add(name, value)
    headers.extend(ALWAYS)
    if request.is_secure:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    return response
