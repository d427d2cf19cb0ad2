"""Words for codes: the catalogue that turns diagnostics and reasons into one language at the edge."""

from collections.abc import Mapping
from dataclasses import dataclass

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.outlook import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """The templates of one language by code; braces name the arguments of the code."""

    language: str
    templates: Mapping[str, str]

    def words(self, code: str, arguments: Mapping[str, str | int | float]) -> str:
        """Return the sentence of a code; a code without template is a bug and raises KeyError."""
        return self.templates[code].format_map(arguments)

    def of(self, stated: Diagnostic | Reason) -> str:
        """Return the sentence of a diagnostic or a reason."""
        return self.words(stated.code, dict(stated.arguments))

    def line(self, diagnostic: Diagnostic) -> str:
        """Return ``source:position: sentence`` as printed on the error stream."""
        position = diagnostic.position
        if not position and diagnostic.span is not None:
            position = str(diagnostic.span.start)
        where = ":".join(part for part in (diagnostic.source, position) if part)
        sentence = self.of(diagnostic)
        return f"{where}: {sentence}" if where else sentence
