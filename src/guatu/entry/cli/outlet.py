"""Where commands write: one place for standard output, the error stream, words and the clock."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from guatu.adapters.packs import load_messages
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.kernel.messages import Messages

# A name with control characters neither breaks a diagnostic's line nor steers the terminal.
_SHOWN = {number: f"\\x{number:02x}" for number in (*range(32), 127)}

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(slots=True, kw_only=True)
class Outlet:
    """What a command may touch of the outside: its streams, its language and the day."""

    language: str = "zh"
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)

    @property
    def messages(self) -> Messages:
        """The catalogue of the language that the command speaks."""
        return load_messages(self.language)

    @property
    def now(self) -> datetime:
        """The moment, with the office's zone."""
        return datetime.now(OFFICE_ZONE)

    @property
    def today(self) -> date:
        """The day in the office's zone."""
        return self.now.date()

    def text(self, words: str) -> None:
        """Write a line of text."""
        self.stdout.write(words + "\n")

    def json(self, document: Any) -> None:
        """Write one JSON document on one line."""
        self.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")

    def diagnostics(self, found: Iterable[Diagnostic]) -> int:
        """Write each diagnostic on the error stream; return 1 if one is an error, else 0."""
        listed = tuple(found)
        for one in listed:
            self.stderr.write(self.messages.line(one).translate(_SHOWN) + "\n")
        return 1 if has_error(listed) else 0
