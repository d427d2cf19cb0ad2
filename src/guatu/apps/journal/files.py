"""The file store: received files and evidence, named by their SHA-256, never rewritten."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from guatu.apps.journal.comparison import recorded_models
from guatu.apps.journal.media import media_type_of
from guatu.apps.journal.refusal import Absent, Refused
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.secrecy import secrecy_mark, secrecy_mark_of_name

LARGEST = 64 * 1024 * 1024
_BLOCK = 1024 * 1024
_UNFINISHED = ".part"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file in the store: its hash, its size in bytes, and what its content shows it to be."""

    sha256: str
    size: int
    media_type: str


def check_file(name: str, content: bytes, *, text: str = "", largest: int = LARGEST) -> str:
    """Return the media type of a file that may be kept; raise Refused for any other.

    Refused are empty and too large files, content that is not what the name says or that a
    browser could run, and secrecy marks in the name, the content (of a plain text) or ``text``
    (the words of a document as read by the caller).
    """
    if not content:
        raise Refused("files.empty", name=name)
    if len(content) > largest:
        raise Refused("files.too_large", name=name, megabytes=largest // 1024 // 1024)
    refuse_secret(name, text)
    found = media_type_of(name, content)
    if found.media_type is None:
        raise Refused("files.type_refused", name=name)
    refuse_secret(name, found.text)
    return found.media_type


def refuse_secret(name: str, text: str) -> None:
    """Raise Refused where a file's name or the head of its text carries a secrecy mark."""
    mark = secrecy_mark_of_name(name) or secrecy_mark(text)
    if mark is not None:
        raise Refused("files.secret", name=name, mark=mark)


def keep_file(name: str, content: bytes, *, text: str = "", largest: int = LARGEST) -> StoredFile:
    """Check a file and put it into the store; the same content is kept once.

    Written beside, flushed to the disk and renamed, so that a file under its hash is whole.
    Written before the row that names it commits: a crash leaves at most a file without row.
    """
    media_type = check_file(name, content, text=text, largest=largest)
    sha256 = put_bytes(content)
    return StoredFile(sha256=sha256, size=len(content), media_type=media_type)


def put_bytes(content: bytes) -> str:
    """Put what the program itself made (a PDF it set) into the store; return its hash."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = path_of(sha256)
    if path.exists():
        return sha256
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f"{sha256}.{secrets.token_hex(4)}{_UNFINISHED}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _flush_folder(path.parent)
    return sha256


def forget_bytes(sha256: str) -> bool:
    """Remove a file that must not be kept; False where a recorded row still names it.

    The exceptions to the store's rule: a paper whose secrecy mark shows only once it is read, and
    one that came in by mistake and was withdrawn before anything rested on it.
    """
    if sha256 in files_named_by_rows():
        return False
    path_of(sha256).unlink(missing_ok=True)
    return True


def read_file(sha256: str) -> bytes:
    """Return a file's bytes, proved against its hash; raises Absent where it is not there.

    A file altered behind the program's back is refused rather than served.
    """
    try:
        content = path_of(sha256).read_bytes()
    except FileNotFoundError:
        raise Absent(f"file {sha256}")
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Refused("files.altered", sha256=sha256)
    return content


def has_file(sha256: str) -> bool:
    """Tell whether the store holds a file of this hash."""
    return path_of(sha256).is_file()


def path_of(sha256: str) -> Path:
    """Return where a file of this hash lies, whether or not it is there."""
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise Absent(f"file {sha256}")
    return files_folder() / sha256[:2] / sha256


def files_folder() -> Path:
    """Return the folder of the store."""
    return Path(settings.FILES_FOLDER)


def stored_files() -> Iterator[Path]:
    """Yield every finished file of the store, in order."""
    for path in sorted(files_folder().glob("*/*")):
        if path.is_file() and path.suffix != _UNFINISHED:
            yield path


def verify_files() -> Iterator[Diagnostic]:
    """Yield a finding for each stored file that is not what its name says, and each one missing."""
    for path in stored_files():
        if _hash_of(path) != path.name:
            yield _finding("files.altered", path.name)
    for sha256 in sorted(files_named_by_rows()):
        if not has_file(sha256):
            yield _finding("files.gone", sha256)


def files_named_by_rows() -> set[str]:
    """Return the hashes that recorded rows name in their ``sha256`` columns."""
    named: set[str] = set()
    for model in recorded_models():
        for field in model._meta.concrete_fields:
            if field.attname == "sha256":
                named.update(model._default_manager.values_list(field.attname, flat=True))
    return named - {""}


def _hash_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _flush_folder(folder: Path) -> None:
    """Make the rename last through a power cut; Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _finding(code: str, sha256: str) -> Diagnostic:
    return Diagnostic(code=code, arguments=(("sha256", sha256),), source="files", position=sha256)
