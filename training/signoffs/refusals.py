"""Why a decision was not written, each reason by its own name. Whoever meets one finds nothing changed."""

from training.core.language import N_
from training.core.refusal import ForTheAdministrator, NotAllowed, NotUnderstood, Refusal
from training.signoffs.book import Decision


class NotYourLearner(NotAllowed):
    sentence = N_("Orang ini tidak sedang Anda dampingi. Pengesahan dilakukan oleh supervisornya saat ini.")


class OwnWork(NotAllowed):
    sentence = N_("Ini pekerjaan Anda sendiri. Pengesahan dilakukan oleh supervisor Anda.")


class AlreadyDecided(Refusal):
    """`decision` tells what was decided, by whom and when."""

    sentence = N_("Permintaan ini sudah diputuskan oleh %(by)s.")

    def __init__(self, decision: Decision):
        self.decision = decision
        super().__init__(by=decision.actor_name)


class EvidenceChanged(Refusal):
    """`seen` and `current` are versions of the request."""

    sentence = N_("Buktinya berubah sejak Anda membukanya. Belum ada yang ditulis; lihat dulu yang baru.")

    def __init__(self, seen: int, current: int):
        self.seen, self.current = seen, current
        super().__init__(seen=seen, current=current)


class NextStepMissing(NotUnderstood):
    sentence = N_("Tulis satu langkah berikutnya, supaya jelas apa yang dilakukan setelah ini.")


class ConflictUnanswered(NotUnderstood):
    sentence = N_("Jawab dulu pertanyaan tentang hubungan Anda dengan orang ini.")


class ConflictOfInterest(NotAllowed):
    sentence = N_("Karena ada hubungan dekat, serahkan keputusan ini kepada supervisor lain.")


class SameSupervisorTwice(NotAllowed):
    sentence = N_(
        "Tanda tangan pertama sudah dari Anda, %(name)s. Modul kritis memerlukan dua supervisor yang berbeda; "
        "tanda tangan kedua menunggu supervisor lain."
    )


class HandedOn(NotAllowed):
    sentence = N_("Permintaan ini sudah diserahkan kepada %(to)s.")


class NotHerSupervisor(NotUnderstood):
    sentence = N_("Pilih supervisor lain yang juga sedang mendampingi orang ini.")


class SentenceMissing(NotUnderstood):
    sentence = N_("Tulis satu kalimat mengapa Anda menyerahkannya. Supervisor itu akan membacanya.")


class ReasonMissing(NotUnderstood):
    sentence = N_("Tulis alasannya. Orangnya akan membacanya bersama langkah berikutnya.")


class NothingToWithdraw(Refusal):
    sentence = N_("Tidak ada pengesahan yang berlaku untuk dicabut.")


class DiffersFromLedger(ForTheAdministrator):
    """Somebody changed by hand what an entry commits to; to write on would cover that up."""

    sentence = N_("Belum ada yang disimpan, dan ini bukan karena Anda: data ini berbeda dari yang tercatat di buku "
                  "pengesahan. Beri tahu administrator; ia bisa memeriksanya dengan bin/sebaya ledger verify.")


class EvidenceNotAsAsked(ForTheAdministrator):
    """Nothing is shown of evidence that was changed by hand: somebody might believe it."""

    sentence = N_("Bukti permintaan ini diubah di luar Sebaya, jadi tidak ditampilkan dan tidak bisa diputuskan. "
                  "Beri tahu administrator; ia bisa memeriksanya dengan bin/sebaya ledger verify.")


class NotSignedHere(ForTheAdministrator):
    """The last entry is not this installation's: a signature behind it would vouch for what somebody else wrote."""

    sentence = N_("Belum ada yang disimpan, dan ini bukan karena Anda: catatan terakhir di buku pengesahan tidak "
                  "ditandatangani dengan kunci pemasangan ini. Beri tahu administrator; ia bisa memeriksanya dengan "
                  "bin/sebaya ledger verify.")
    to_operator = N_("Catatan terakhir di buku pengesahan tidak ditandatangani dengan kunci pemasangan ini, jadi tidak "
                     "ada yang ditulis di belakangnya.\n"
                     "Berikutnya: bin/sebaya ledger verify. Bila catatan pertama pun tidak cocok, yang ada di "
                     "DATA_DIR/keys mungkin kunci lain: kembalikan yang benar dari cadangan")


class KeyIsHere(Refusal):
    sentence = N_("Kuncinya tidak hilang: ia ada di tempatnya. Untuk menggantinya: bin/sebaya ledger key change")


class NotTheLostKey(NotUnderstood):
    """`seq` is the first entry that does not fit with the keys given."""

    sentence = N_("Kunci publik yang dikenal tidak cocok: catatan %(seq)s tidak ditandatangani dengannya. Berikan "
                  "semua kunci publik dari dulu, yang paling lama lebih dulu, atau tanpa --public bila tidak ada yang "
                  "mengenalnya.")
