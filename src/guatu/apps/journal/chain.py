"""The arithmetic of the chain: salts, payload hashes and links. No rows, no clock."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from guatu.apps.journal.images import canonical

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFacts:
    """What the hash of an entry covers."""

    number: int
    region: str
    kind: str
    at: datetime
    person_id: int | None
    post_id: int | None
    payload_hash: str
    previous_hash: str


def new_salt() -> str:
    """Return a fresh random salt, so that an erased payload cannot be guessed from its hash."""
    return secrets.token_hex(16)


def payload_hash(salt: str, payload: str) -> str:
    """Return the SHA-256 of salt and payload."""
    return hashlib.sha256(f"{salt}\n{payload}".encode()).hexdigest()


def link_hash(facts: LinkFacts) -> str:
    """Return the SHA-256 that chains an entry to the one before it."""
    covered = canonical(
        {
            "at": facts.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "kind": facts.kind,
            "number": facts.number,
            "payload_hash": facts.payload_hash,
            "person_id": facts.person_id,
            "post_id": facts.post_id,
            "previous_hash": facts.previous_hash,
            "region": facts.region,
        },
    )
    return hashlib.sha256(covered.encode()).hexdigest()
