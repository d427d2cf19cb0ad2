"""A language model on the office's own network, spoken to by the protocol that OpenAI introduced.

Off unless the office names an address. Questions go out one at a time, with
temperature 0 and a time limit; equal questions are asked once. Nothing is sent
anywhere but to the address named.
"""

import http.client
import json
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlsplit

from typing_extensions import override

_LARGEST_ANSWER = 1_000_000
_SECONDS = 30.0


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The address that the office named answers itself, or not at all."""

    @override
    def redirect_request(self, *_anything: object) -> None:
        """Follow nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalModel:
    """An OpenAI-compatible server: ``address`` up to its version (``http://10.0.0.5:8000/v1``).

    ``key`` is sent as a bearer token where the server asks for one. Answers are kept
    by the hash of what was asked, for the life of the object.
    """

    address: str
    name: str
    key: str = ""
    seconds: float = _SECONDS
    kept: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("a model's address begins with http:// or https:// and names a host")

    def answer(self, instructions: str, question: str) -> str | None:
        """Return what the model says, or None where it is out of reach or answers in no known form."""
        body = self._body(instructions, question)
        mark = sha256(body).hexdigest()
        if mark not in self.kept:
            said = self._ask(body)
            if said is None:
                return None
            self.kept[mark] = said
        return self.kept[mark]

    def _body(self, instructions: str, question: str) -> bytes:
        document = {
            "model": self.name,
            "temperature": 0,
            "max_tokens": 200,
            "messages": [
                {"role": "system", "content": instructions},
                {"role": "user", "content": question},
            ],
        }
        return json.dumps(document, ensure_ascii=False, sort_keys=True).encode()

    def _ask(self, body: bytes) -> str | None:
        request = urllib.request.Request(  # noqa: S310 the scheme was checked at birth
            f"{self.address.rstrip('/')}/chat/completions",
            data=body,
            headers={"Content-Type": "application/json"},
            method="POST",
        )
        if self.key:
            request.add_header("Authorization", f"Bearer {self.key}")
        opener = urllib.request.build_opener(_NoRedirect, urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=self.seconds) as reply:
                told = json.loads(reply.read(_LARGEST_ANSWER))
        except (OSError, ValueError, http.client.HTTPException, urllib.error.URLError):
            return None
        try:
            said = told["choices"][0]["message"]["content"]
        except (KeyError, IndexError, TypeError):
            return None
        return said if isinstance(said, str) else None
