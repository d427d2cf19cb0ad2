"""Zip archives of backups and exports: a manifest with the hash of every member, whole or not at all."""

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from guatu import __version__
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.entry.cli.data_folder import FORMAT

_MANIFEST = "manifest.json"
_BLOCK = 1024 * 1024
_MEMBER = re.compile(r"^(guatu\.sqlite3|files/[0-9a-f]{2}/[0-9a-f]{64}|rows/[a-z_.]+\.jsonl)$")
_UNREADABLE = (OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError, NotImplementedError)


@dataclass
class ArchiveWriter:
    """Writes members and remembers their hashes; the manifest comes last."""

    kind: str
    zip: zipfile.ZipFile
    hashes: dict[str, str] = field(default_factory=dict)

    def add_file(self, name: str, path: Path) -> None:
        """Copy a file in, block by block."""
        with path.open("rb") as source, self.member(name) as write:
            while block := source.read(_BLOCK):
                write(block)

    @contextmanager
    def member(self, name: str) -> Iterator[Any]:
        """Open a member; yields a function that appends bytes to it."""
        digest = hashlib.sha256()
        with self.zip.open(name, "w", force_zip64=True) as target:

            def write(block: bytes) -> None:
                digest.update(block)
                target.write(block)

            yield write
        self.hashes[name] = digest.hexdigest()

    def finish(self, *, number: int, head: str, made_at: str) -> None:
        """Write the manifest: kind, program, head of the chain, hash of every member."""
        manifest = {
            "guatu": FORMAT,
            "kind": self.kind,
            "program": __version__,
            "made_at": made_at,
            "entries": number,
            "head": head,
            "members": self.hashes,
        }
        self.zip.writestr(_MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))


@contextmanager
def new_archive(path: Path, kind: str) -> Iterator[ArchiveWriter]:
    """Open an archive to write; it takes its name only once it is whole."""
    beside = path.with_name(path.name + ".part")
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
            beside.chmod(0o600)
            yield ArchiveWriter(kind=kind, zip=archive)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@dataclass(frozen=True)
class Archive:
    """An archive whose manifest was read and whose every member was proved."""

    path: Path
    entries: int
    head: str
    members: dict[str, str]

    def names(self, folder: str) -> list[str]:
        """Return the members in a folder, in order."""
        return sorted(name for name in self.members if name.startswith(f"{folder}/"))

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Open a member to read."""
        with zipfile.ZipFile(self.path) as archive, archive.open(name) as source:
            yield source

    def extract(self, name: str, target: Path) -> None:
        """Write a member to a path, readable by its owner only."""
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self.open(name) as source, target.open("wb") as file:
            target.chmod(0o600)
            while block := source.read(_BLOCK):
                file.write(block)


def read_archive(path: Path, kind: str) -> tuple[Archive | None, tuple[Diagnostic, ...]]:
    """Prove an archive of the kind: its manifest, and the hash of every member."""
    if not path.is_file():
        return None, (Diagnostic(code="file.missing", arguments=(("name", str(path)),)),)
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read(_MANIFEST))
            members = {str(name): str(value) for name, value in manifest["members"].items()}
            fault = _manifest_fault(path, manifest, kind) or _members_fault(path, archive, members)
            proved = Archive(
                path=path,
                entries=int(manifest["entries"]),
                head=str(manifest["head"]),
                members=members,
            )
    except _UNREADABLE as error:
        return None, (_fault("archive.unreadable", path, detail=str(error) or "zip"),)
    return (None, (fault,)) if fault is not None else (proved, ())


def _manifest_fault(path: Path, manifest: dict[str, Any], kind: str) -> Diagnostic | None:
    if manifest["kind"] != kind:
        return _fault("archive.wrong_kind", path, kind=str(manifest["kind"]))
    if int(manifest["guatu"]) > FORMAT:
        return _fault("archive.newer", path, program=str(manifest.get("program")))
    return None


def _members_fault(
    path: Path, archive: zipfile.ZipFile, members: dict[str, str]
) -> Diagnostic | None:
    inside = set(archive.namelist()) - {_MANIFEST}
    for name in sorted(inside ^ set(members)):
        return _fault("archive.altered", path, member=name)
    for name, expected in members.items():
        digest = hashlib.sha256()
        with archive.open(name) as source:
            while block := source.read(_BLOCK):
                digest.update(block)
        if digest.hexdigest() != expected or not _MEMBER.match(name):
            return _fault("archive.altered", path, member=name)
    return None


def _fault(code: str, path: Path, **arguments: str) -> Diagnostic:
    return Diagnostic(code=code, arguments=(("name", path.name), *arguments.items()))
