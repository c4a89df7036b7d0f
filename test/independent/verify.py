"""Verifies credentials with other libraries than the product's: PyLD for RDF, cryptography for signatures.

Written from the specifications: W3C Data Integrity 1.0 (eddsa-rdfc-2022, derived ecdsa-sd-2023), Bitstring Status List 1.0, Multikey;
CLR 2.0; JWS (RFC 7515), SD-JWT (RFC 9901), Token Status List. It reads
one JSON object {now, contexts, dids, lists, documents} from standard input and answers {name: reason or null}: null for
a document that verifies. It opens no connection: contexts, DID documents and status lists are what it is handed.
"""

import base64
import gzip
import hashlib
import json
import re
import sys
import zlib
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
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


def base64url(text):
    """Without padding, and spelt in the one way there is."""
    if not re.fullmatch(r"[A-Za-z0-9_-]+", text):
        raise Refused("not base64url")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if base64.urlsafe_b64encode(data).decode().rstrip("=") != text:
        raise Refused("not canonical base64url")
    return data


def method_of(method_id, issuer, world):
    did = world["dids"].get(issuer)
    if did is None:
        raise Refused("unknown issuer")
    methods = [method for method in did["verificationMethod"] if method["id"] == method_id]
    if not methods or methods[0]["controller"] != issuer or method_id not in did["assertionMethod"]:
        raise Refused("not a key of the issuer")
    return methods[0]


def p256(method):
    jwk = method["publicKeyJwk"]
    if (jwk["kty"], jwk["crv"]) != ("EC", "P-256"):
        raise Refused("not a P-256 key")
    x, y = (int.from_bytes(base64url(jwk[name]), "big") for name in ("x", "y"))
    return ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()


def check_es256(key, signature, data):
    if len(signature) != 64:
        raise Refused("not a signature by ES256")
    halves = (int.from_bytes(signature[at : at + 32], "big") for at in (0, 32))
    key.verify(encode_dss_signature(*halves), data, ec.ECDSA(hashes.SHA256()))


def issuer_of(document):
    return document["issuer"] if isinstance(document["issuer"], str) else document["issuer"]["id"]


def check_proof(document, world, loader):
    """Data Integrity 1.0, section 4.4, for every proof of the document."""
    issuer = issuer_of(document)
    proofs = document["proof"] if isinstance(document["proof"], list) else [document["proof"]]
    if not proofs:
        raise Refused("no proof")
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    for proof in proofs:
        if proof["type"] != "DataIntegrityProof":
            raise Refused("another kind of proof")
        if proof["proofPurpose"] != "assertionMethod":
            raise Refused("another purpose")
        method = method_of(proof["verificationMethod"], issuer, world)
        options = {name: value for name, value in proof.items() if name != "proofValue"}
        options["@context"] = document["@context"]
        if proof["cryptosuite"] == "ecdsa-sd-2023":
            check_derived(unsigned, proof["proofValue"], digest(options, loader), p256(method), loader)
            continue
        if proof["cryptosuite"] != "eddsa-rdfc-2022":
            raise Refused("another kind of proof")
        key = base58(method["publicKeyMultibase"])
        if key[:2] != b"\xed\x01":
            raise Refused("not an Ed25519 key")
        data = digest(options, loader) + digest(unsigned, loader)
        Ed25519PublicKey.from_public_bytes(key[2:]).verify(base58(proof["proofValue"]), data)


def cbor(data, at=0):
    """One item of CBOR (RFC 8949) of definite length, and where the next begins."""
    kind, info = data[at] >> 5, data[at] & 31
    at += 1
    if info < 24:
        count = info
    elif info < 28:
        size = 1 << (info - 24)
        count, at = int.from_bytes(data[at : at + size], "big"), at + size
    else:
        raise Refused("CBOR of indefinite length")
    if kind == 0:
        return count, at
    if kind == 2:
        if at + count > len(data):
            raise Refused("CBOR that ends too early")
        return data[at : at + count], at + count
    if kind in (4, 5):
        items = []
        for _ in range(count * (kind - 3)):
            item, at = cbor(data, at)
            items.append(item)
        return (dict(zip(items[::2], items[1::2])) if kind == 5 else items), at
    raise Refused("another kind of CBOR")


def relabelled(line, labels):
    """A statement with its blank nodes, which stand first, third or last, under other names."""

    def name(match):
        return match.group(1) + "_:u" + labels[int(match.group(2))]

    line = re.sub(r"^()_:c14n(\d+)(?= )", name, line)
    line = re.sub(r"^(\S+ \S+ )_:c14n(\d+)(?= )", name, line)
    return re.sub(r"( )_:c14n(\d+)(?= \.$)", name, line)


def check_derived(unsigned, value, options_hash, key, loader):
    """ecdsa-sd-2023, section 3.6.7: a derived proof."""
    data = base64url(value[1:])
    if value[0] != "u" or data[:3] != b"\xd9\x5d\x01":
        raise Refused("not a derived proof")
    (base, own_key, signatures, names, mandatory_at), end = cbor(data, 3)
    if end != len(data):
        raise Refused("something follows the proof")
    labels = {
        number: base64.urlsafe_b64encode(label).decode().rstrip("=") for number, label in names.items()
    }
    lines = sorted(relabelled(line, labels) + "\n" for line in canonical(unsigned, loader).splitlines())
    mandatory = [line for at, line in enumerate(lines) if at in mandatory_at]
    others = [line for at, line in enumerate(lines) if at not in mandatory_at]
    if len(others) != len(signatures):
        raise Refused("another number of signatures than of statements")
    mandatory_hash = hashlib.sha256("".join(mandatory).encode()).digest()
    check_es256(key, base, options_hash + own_key + mandatory_hash)
    if own_key[:2] != b"\x80\x24":
        raise Refused("not a P-256 key")
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), own_key[2:])
    for signature, line in zip(signatures, others):
        check_es256(point, signature, line.encode())


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


def check_document(document, world, loader, now):
    if document["@context"][0] != "https://www.w3.org/ns/credentials/v2":
        raise Refused("not VCDM 2.0")
    check_proof(document, world, loader)
    check_dates(document, now)
    check_status(document, world, loader, now)
    subject = document["credentialSubject"]
    if "ClrSubject" in subject["type"]:
        for inside in subject["verifiableCredential"]:
            check_document(inside, world, loader, now)


def claims_of(token, types, world, issuer=None):
    """RFC 7515: the claims of a compact JWS by ES256, signed by its issuer."""
    head, body, signature = token.split(".")
    header, claims = json.loads(base64url(head)), json.loads(base64url(body))
    if header["alg"] != "ES256" or header["typ"] not in types:
        raise Refused("another kind of token")
    key = p256(method_of(header["kid"], issuer or claims["iss"], world))
    check_es256(key, base64url(signature), f"{head}.{body}".encode())
    return claims


def check_times(claims, now):
    if claims["nbf"] > now.timestamp():
        raise Refused("not valid yet")
    if "exp" in claims and claims["exp"] <= now.timestamp():
        raise Refused("expired")


def check_jwt(token, world, loader, now):
    """Open Badges 3.0, section 8.2."""
    claims = claims_of(token, ["JWT"], world)
    check_times(claims, now)
    if (claims["iss"], claims["jti"]) != (issuer_of(claims), claims["id"]):
        raise Refused("says two things")
    check_dates(claims, now)
    check_status(claims, world, loader, now)


def check_sd_jwt(text, world, now):
    """RFC 9901, section 7.1, without key binding, and SD-JWT VC."""
    token, *disclosures, binding = text.split("~")
    if binding:
        raise Refused("key bindings are not read")
    claims = claims_of(token, ["dc+sd-jwt"], world)
    if claims["_sd_alg"] != "sha-256":
        raise Refused("another digest")
    hidden = []

    def collect(value):
        if isinstance(value, dict):
            hidden.extend(value.get("_sd", []))
            if "..." in value:
                hidden.append(value["..."])
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
            collect(inner)

    collect(claims)
    for disclosure in disclosures:
        collect(json.loads(base64url(disclosure))[-1])
    digests = [
        base64.urlsafe_b64encode(hashlib.sha256(each.encode()).digest()).decode().rstrip("=") for each in disclosures
    ]
    if len(set(hidden)) != len(hidden) or len(set(digests)) != len(digests) or not set(digests) <= set(hidden):
        raise Refused("a disclosure of nothing that was signed")
    check_times(claims, now)
    entry = claims["status"]["status_list"]
    status_list = claims_of(world["lists"][entry["uri"]], ["statuslist+jwt"], world, claims["iss"])
    if status_list["sub"] != entry["uri"] or status_list["exp"] <= now.timestamp():
        raise Refused("another status list")
    bits = status_list["status_list"]["bits"]
    data = zlib.decompress(base64url(status_list["status_list"]["lst"]))
    place = entry["idx"] * bits
    if data[place // 8] >> (place % 8) & ((1 << bits) - 1):
        raise Refused("withdrawn")


def verify(text, world, loader, now):
    try:
        if text.startswith("{"):
            check_document(json.loads(text), world, loader, now)
        elif "~" in text:
            check_sd_jwt(text, world, now)
        else:
            check_jwt(text, world, loader, now)
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
