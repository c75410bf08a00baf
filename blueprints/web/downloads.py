"""An answer to keep as a file. Whoever looks over a shoulder sees its name, so a name says nothing about a person."""

from flask import Response


def as_file(body: str | bytes, kind: str, name: str) -> Response:
    """`body`, of the media type `kind`, to be kept as `name`."""
    return Response(body, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
