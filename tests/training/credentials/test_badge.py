"""A badge proves itself, and a single changed letter shows."""

import copy
import json
import os
import stat

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import AT
from tests.genuine import from_base58, is_genuine, key_of
from tests.training.credentials.earning import earned
from training.core.key_names import base58, did_of
from training.core.signing_key import signing_key
from training.credentials.award import choose_name
from training.credentials.badge import badge, canonical, sign
from training.credentials.credential import FULL, NOTHING

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
DOCUMENT = {"@context": ["https://example.org/v2"], "issuer": {"id": did_of(KEY.public_key())}, "n": [1, "é"]}


def made(credential):
    site = "https://s.example"
    return badge(credential, KEY, address=f"{site}/verify/x", site=site, language="id", tell=str)


def test_a_badge_has_the_parts_that_open_badges_asks_for(session, cast):
    one = made(earned(session, cast.ratna, cast.sari))
    assert one["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert one["@context"][0].endswith("/credentials/v2")
    assert one["validFrom"] == "2026-11-02T03:00:00Z" and one["validUntil"] == "2028-11-02T16:59:59Z"
    achievement = one["credentialSubject"]["achievement"]
    assert {"id", "type", "name", "description", "criteria"} <= set(achievement)
    assert "psikolog" in achievement["description"]
    assert len(one["evidence"]) == 2 and "SHA-256" in one["evidence"][0]["narrative"]
    assert is_genuine(one)


def test_a_badge_says_no_more_of_the_name_than_chosen(session, cast):
    credential = earned(session, cast.ratna, cast.sari)
    hidden = made(choose_name(session, cast.ratna, credential.code, NOTHING))
    assert "Ratna" not in json.dumps(hidden) and "identifier" not in hidden["credentialSubject"]
    shown = made(choose_name(session, cast.ratna, credential.code, FULL))
    assert shown["credentialSubject"]["identifier"][0]["identityHash"] == "Ratna Wulandari"


def test_any_one_changed_byte_breaks_the_proof(session, cast):
    whole = json.dumps(made(earned(session, cast.ratna, cast.sari)), ensure_ascii=True)
    for place in range(0, len(whole), 13):
        if not whole[place].isalnum():
            continue
        letter = "b" if whole[place] == "a" else "a"
        try:
            changed = json.loads(whole[:place] + letter + whole[place + 1:])
        except ValueError:
            continue
        assert not is_genuine(changed), whole[max(0, place - 20):place + 20]


@pytest.mark.parametrize("change", [
    lambda one: one.pop("proof"), lambda one: one["proof"].pop("proofValue"), lambda one: one.update(extra=1),
    lambda one: one["proof"].update(cryptosuite="eddsa-rdfc-2022"), lambda one: one.update(issuer="x"),
    lambda one: one["proof"].update(verificationMethod="did:web:elsewhere#k"), lambda one: one.update(proof=[]),
])
def test_a_badge_without_a_fitting_proof_is_not_genuine(change):
    signed = sign(copy.deepcopy(DOCUMENT), KEY, at=AT)
    assert is_genuine(signed)
    change(signed)
    assert not is_genuine(signed)


def test_a_badge_signed_anew_by_somebody_else_names_somebody_else():
    signed = sign(copy.deepcopy(DOCUMENT), Ed25519PrivateKey.generate(), at=AT)
    assert not is_genuine(signed)


def test_the_canonical_spelling_is_that_of_rfc_8785():
    assert canonical({"\u20ac": 1, "\r": 2, "1": None, "\U0001f600": True, "\ufb33": "\u000f\n\"\\é"}) == (
        '{"\\r":2,"1":null,"€":1,"\U0001f600":true,"\ufb33":"\\u000f\\n\\"\\\\é"}'.encode()
    )


@pytest.mark.parametrize("value", [1.5, float("nan"), 2**53 + 1, {"a": [0.1]}])
def test_numbers_without_one_spelling_are_refused(value):
    with pytest.raises(ValueError, match="spelling"):
        canonical(value)


@given(st.binary(max_size=60))
def test_base58_comes_back(data):
    assert from_base58(base58(data)) == data


def test_a_did_key_is_the_key():
    assert did_of(KEY.public_key()).startswith("did:key:z6Mk")
    assert key_of(did_of(KEY.public_key())) == KEY.public_key()


def test_the_installations_key_is_made_once_and_read_by_its_owner_only(tmp_path):
    path = tmp_path / "keys" / "installation.key"
    first, second = signing_key(path), signing_key(path)
    assert first.public_key() == second.public_key()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == ["installation.key"]
