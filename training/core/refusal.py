"""A named "no". A rule raises one; the door turns it into a page, a form error or a line in the terminal."""

from training.core.language import N_


class Refusal(Exception):
    """Subclass it with the reason as its name. `sentence` is Indonesian, with `%(name)s` for each of `facts`."""

    status = 409
    sentence = N_("Itu belum bisa dilakukan sekarang.")

    def __init__(self, **facts):
        self.facts = facts
        super().__init__(self.sentence % facts if facts else self.sentence)


class NotAllowed(Refusal):
    """Known here, but not allowed; `sentence` comes from the permission table."""

    status = 403
    sentence = N_("Halaman ini bukan untuk peran Anda.")

    def __init__(self, sentence: str | None = None, **facts):
        if sentence:
            self.sentence = sentence
        super().__init__(**facts)


class NotFound(Refusal):
    """Unknown, or none of this person's business: the two look the same from outside."""

    status = 404
    sentence = N_("Mungkin alamatnya berubah, atau halaman ini bukan untuk Anda.")


class NotUnderstood(Refusal):
    """What was typed cannot be used; the form is shown again with what was typed."""

    status = 422
    sentence = N_("Ada isian yang perlu dilengkapi.")


class ForTheAdministrator(Refusal):
    """Whoever meets it did nothing wrong and cannot mend it; what she typed stays before her. `to_operator` says it to
    the one who can, in the terminal, with the next command."""

    to_operator = ""
