"""Are many signatures the installation's? Each costs far more than a hash, so that a long ledger is shared out among
the processors of the machine."""

import concurrent.futures
import multiprocessing
import os

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from training.signoffs.entry import is_signed

PORTION = 2500


class Signatures:
    """`add` each entry in order, then ask for `first_bad`. Up to a portion is checked right here."""

    def __init__(self, key: Ed25519PublicKey):
        self.key = key
        self.portion: list[tuple] = []
        self.sent: list[concurrent.futures.Future] = []
        self.pool: concurrent.futures.Executor | None = None

    def __enter__(self):
        return self

    def __exit__(self, *how):
        if self.pool:
            self.pool.shutdown(cancel_futures=True)

    def add(self, seq: int, algorithm: str, entry_hash: str, signature: str) -> None:
        self.portion.append((seq, algorithm, entry_hash, signature))
        if len(self.portion) == PORTION:
            self.pool = self.pool or concurrent.futures.ProcessPoolExecutor(
                os.cpu_count(), multiprocessing.get_context("fork"),
            )
            self.sent.append(self.pool.submit(first_bad, self.key.public_bytes_raw(), self.portion))
            self.portion = []

    def first_bad(self) -> int | None:
        """The number of the first entry that this key did not sign, or None."""
        for future in self.sent:
            if future.result():
                return future.result()
        return first_bad(self.key.public_bytes_raw(), self.portion)


def first_bad(raw_key: bytes, portion: list[tuple]) -> int | None:
    """The number of the first of these `(number, algorithm, hash, signature)` that the key did not sign, or None."""
    key = Ed25519PublicKey.from_public_bytes(raw_key)
    return next((seq for seq, *signed in portion if not is_signed(key, *signed)), None)
