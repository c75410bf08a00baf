"""A certificate as an Open Badge 3.0 (a W3C Verifiable Credential 2.0), signed so that anybody can check it without us.

The proof is `eddsa-jcs-2022` (W3C VC Data Integrity EdDSA Cryptosuites 1.0): the document is brought into the one
spelling of RFC 8785 and signed with Ed25519. That needs no JSON-LD processor and no context fetched from elsewhere.
The badge says no more of the holder's name than she chose.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from training.core.clock import local
from training.core.key_names import base58, did_of
from training.core.language import N_, pick
from training.credentials import scope
from training.credentials.credential import Credential

CONTEXTS = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")


def badge(
    credential: Credential, key: Ed25519PrivateKey, *, address: str, site: str, language: str,
    tell: Callable[[str], str],
) -> dict:
    """The signed badge. `address` is the public page of this certificate, `site` the address of the installation,
    `tell` turns a message into the wanted `language`."""
    title, _ = pick(credential.titles, language)
    subject = {
        "type": ["AchievementSubject"],
        "achievement": {
            "id": f"{site}/courses/{credential.course}", "type": ["Achievement"], "achievementType": "Certificate",
            "name": title, "description": f"{tell(scope.MEANS)} {tell(scope.MEANS_NOT)}", "inLanguage": language,
            "criteria": {"narrative": f"{tell(scope.MEANS)} {tell(scope.VALIDITY)}"},
        },
    }
    if credential.name:
        subject["identifier"] = [{
            "type": "IdentityObject", "identityHash": credential.name, "identityType": "name", "hashed": False,
        }]
    document = {
        "@context": list(CONTEXTS), "id": address, "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": title,
        "issuer": {"id": did_of(key.public_key()), "type": ["Profile"], "name": "Sebaya", "url": site},
        "validFrom": _moment(credential.awarded_at),
        "credentialSubject": subject, "evidence": _evidence(credential, address, language, tell),
    }
    if credential.expires_on:
        document["validUntil"] = _moment(_end_of(credential.expires_on, credential.awarded_at, credential.zone))
    return sign(document, key, at=credential.awarded_at)


def _evidence(credential, address, language, tell):
    narrative = N_("Versi %(release)d, SHA-256 %(hash)s, disahkan %(day)s.")
    return [
        {
            "id": f"{address}#{one.slug}", "type": ["Evidence"], "name": pick(one.titles, language)[0],
            "narrative": tell(narrative) % {
                "release": one.release, "hash": one.content_hash,
                "day": local(one.certified_at, credential.zone).date().isoformat(),
            },
        }
        for one in credential.modules
    ]


def _end_of(day: dt.date, like: dt.datetime, zone: str) -> dt.datetime:
    """The last second of `day` on the clock of `zone`."""
    return dt.datetime.combine(day, dt.time(23, 59, 59), tzinfo=local(like, zone).tzinfo)


def _moment(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def sign(document: dict, key: Ed25519PrivateKey, *, at: dt.datetime) -> dict:
    """The document with an eddsa-jcs-2022 proof."""
    did = did_of(key.public_key())
    proof = {
        "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "created": _moment(at),
        "verificationMethod": f"{did}#{did.removeprefix('did:key:')}", "proofPurpose": "assertionMethod",
        "@context": document["@context"],
    }
    return {**document, "proof": {**proof, "proofValue": "z" + base58(key.sign(_digest(document, proof)))}}


def _digest(document: dict, proof: dict) -> bytes:
    return hashlib.sha256(canonical(proof)).digest() + hashlib.sha256(canonical(document)).digest()


def canonical(value) -> bytes:
    """RFC 8785 for what a badge holds: texts, whole numbers, yes and no, nothing, lists, mappings. Our own few lines,
    because Python's `json` spells all of these as the RFC asks and only its order of keys (code points, not UTF-16)
    differs. Refuses fractions, whose spelling would need ECMAScript's rules, and numbers beyond 2^53."""
    return json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _ordered(value):
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value, key=lambda key: key.encode("utf-16-be"))}
    if isinstance(value, list | tuple):
        return [_ordered(one) for one in value]
    if isinstance(value, float) or (isinstance(value, int) and abs(value) > 2**53):
        raise ValueError(f"{value!r} has no single spelling here")
    return value
