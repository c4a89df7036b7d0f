"""Verifies credentials with another library than the product's: PyLD for RDF, cryptography for Ed25519.

Written from the W3C specifications (Data Integrity 1.0, eddsa-rdfc-2022, Bitstring Status List 1.0, Multikey). It reads
one JSON object {now, contexts, dids, lists, documents} from standard input and answers {name: reason or null}: null for
a document that verifies. It opens no connection: contexts, DID documents and status lists are what it is handed.
"""

import base64
import gzip
import hashlib
import json
import sys
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pyld import jsonld

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


class Refused(Exception):
    """Why a document does not verify."""


def base58(text):
    """Multibase base58-btc, with its leading z."""
    if not text.startswith("z"):
        raise Refused("not multibase base58-btc")
    number = 0
    for character in text[1:]:
        if character not in BASE58:
            raise Refused("not base58")
        number = number * 58 + BASE58.index(character)
    zeros = len(text[1:]) - len(text[1:].lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def canonical(document, loader):
    """RDF canonicalisation. Terms no context defines would be dropped in silence; @vocab makes them count."""
    contexts = list(document["@context"]) + [{"@vocab": "urn:undefined#"}]
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": loader}
    return jsonld.normalize({**document, "@context": contexts}, options)


def digest(document, loader):
    return hashlib.sha256(canonical(document, loader).encode()).digest()


def check_proof(document, world, loader):
    """Data Integrity 1.0, section 4.4, for every proof of the document."""
    issuer = document["issuer"] if isinstance(document["issuer"], str) else document["issuer"]["id"]
    did = world["dids"].get(issuer)
    if did is None:
        raise Refused("unknown issuer")
    proofs = document["proof"] if isinstance(document["proof"], list) else [document["proof"]]
    if not proofs:
        raise Refused("no proof")
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    for proof in proofs:
        if (proof["type"], proof["cryptosuite"]) != ("DataIntegrityProof", "eddsa-rdfc-2022"):
            raise Refused("another kind of proof")
        if proof["proofPurpose"] != "assertionMethod":
            raise Refused("another purpose")
        method_id = proof["verificationMethod"]
        methods = [method for method in did["verificationMethod"] if method["id"] == method_id]
        if not methods or methods[0]["controller"] != issuer or method_id not in did["assertionMethod"]:
            raise Refused("not a key of the issuer")
        key = base58(methods[0]["publicKeyMultibase"])
        if key[:2] != b"\xed\x01":
            raise Refused("not an Ed25519 key")
        options = {name: value for name, value in proof.items() if name != "proofValue"}
        options["@context"] = document["@context"]
        data = digest(options, loader) + digest(unsigned, loader)
        Ed25519PublicKey.from_public_bytes(key[2:]).verify(base58(proof["proofValue"]), data)


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def check_dates(document, now):
    if instant(document["validFrom"]) > now:
        raise Refused("not valid yet")
    if "validUntil" in document and instant(document["validUntil"]) <= now:
        raise Refused("expired")


def check_status(document, world, loader, now):
    """Bitstring Status List 1.0, section 3.2."""
    entry = document.get("credentialStatus")
    if entry is None:
        return
    status_list = world["lists"].get(entry["statusListCredential"])
    if status_list is None:
        raise Refused("unknown status list")
    check_proof(status_list, world, loader)
    check_dates(status_list, now)
    subject = status_list["credentialSubject"]
    if subject["statusPurpose"] != entry["statusPurpose"]:
        raise Refused("another purpose of the list")
    encoded = subject["encodedList"]
    bits = gzip.decompress(base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))
    index = int(entry["statusListIndex"])
    if len(bits) < 16384 or index >= len(bits) * 8:
        raise Refused("no such entry")
    if bits[index // 8] & (0x80 >> index % 8):
        raise Refused("withdrawn")


def loader_of(contexts):
    def load(url, _options):
        if url not in contexts:
            raise Refused(f"unknown context {url}")
        return {"contextUrl": None, "documentUrl": url, "document": contexts[url], "contentType": "application/ld+json"}

    return load


def verify(text, world, loader, now):
    try:
        document = json.loads(text)
        if document["@context"][0] != "https://www.w3.org/ns/credentials/v2":
            raise Refused("not VCDM 2.0")
        check_proof(document, world, loader)
        check_dates(document, now)
        check_status(document, world, loader, now)
    except InvalidSignature:
        return "the signature does not hold"
    except Exception as error:  # whatever a document does to the libraries, it is not verified
        return f"{type(error).__name__}: {error}"[:200]
    return None


def main():
    world = json.load(sys.stdin)
    loader = loader_of(world["contexts"])
    now = instant(world["now"])
    verdicts = {name: verify(text, world, loader, now) for name, text in world["documents"].items()}
    json.dump(verdicts, sys.stdout)


if __name__ == "__main__":
    main()
