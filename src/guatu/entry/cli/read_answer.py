"""What is asked of the files of ``guatu read``, and what is answered of each."""

from dataclasses import dataclass

from guatu.domain.kernel.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How files are to be read and told."""

    year: int | None
    as_json: bool
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is printed of one file (nothing where it could not be read), and what is told of it."""

    words: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


def answer_of(name: str, asked: Asked) -> Answer:
    """Read one file; ``-`` is standard input.

    The readers take longer to load than a page to read, and are loaded where a file is read: not in a
    process that only hands files out to others.
    """
    from guatu.entry.cli.read_file import read_file

    return read_file(name, asked)
