"""Links handed to people: the key their secret part is made with, and the full address."""

import hashlib
import os

from flask import current_app, has_request_context

from blueprints.web.addresses import public_url
from training.accounts.invitations import Invitation
from training.core.language import N_
from training.core.refusal import Refusal


class NoSecretKey(Refusal):
    """A link made without it would open nothing where the server has one."""

    sentence = N_("SECRET_KEY belum diatur, dan tautan undangan dibuat dengannya. Atur seperti untuk server, lalu "
                  "ulangi.")


def link_key() -> bytes:
    """Made from SECRET_KEY, for nothing but invitation links. Refuses where there is none, as in a terminal."""
    if not current_app.config["SECRET_KEY"]:
        raise NoSecretKey()
    return hashlib.sha256(b"invitation links " + str(current_app.config["SECRET_KEY"]).encode()).digest()


def invitation_url(invitation: Invitation) -> str:
    """The address to send. In the terminal, where no request says where we are: PUBLIC_URL, else HOST and PORT."""
    path = f"/invitations/{invitation.token(link_key())}"
    if has_request_context():
        return public_url(path)
    here = f"http://{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
    return (current_app.config["PUBLIC_URL"] or here) + path
