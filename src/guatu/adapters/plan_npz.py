"""Columnar plan files: ``.npz`` in, ``.npz`` out, without objects and never half-written."""

import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guatu.adapters.plan_files import plan_from_json, wants_holidays
from guatu.domain.kernel.calendar import HolidayTable
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.planning.column_plan import ColumnPlan, read_columns

_MOST_BYTES = 4 * 2**30


def column_plan_of_file(
    path: Path, holidays: Callable[[], HolidayTable]
) -> tuple[ColumnPlan | None, tuple[Diagnostic, ...]]:
    """Read a columnar plan file; faults name the column and its first row."""
    try:
        columns = _columns(path)
    except FileNotFoundError:
        return None, (_fault("file.missing", path.name, name=str(path)),)
    except (OSError, ValueError, zipfile.BadZipFile, MemoryError) as error:
        detail = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        return None, (_fault("planning.not_npz", path.name, name=path.name, detail=detail),)
    stated = columns.pop("header", None)
    words = "{}" if stated is None or stated.dtype.kind != "U" or stated.ndim else str(stated)
    header, told = plan_from_json(words.encode("utf-8", "surrogatepass"), path.name)
    if header is None:
        return None, told
    table = holidays() if wants_holidays(header) else None
    return read_columns(header, columns, source=path.name, holidays=table)


def _columns(path: Path) -> dict[str, NDArray[Any]]:
    with zipfile.ZipFile(path) as packed:
        if sum(one.file_size for one in packed.infolist()) > _MOST_BYTES:
            raise ValueError("larger than 4 GiB")
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def write_columns(path: Path, header: Any, columns: Mapping[str, NDArray[Any]]) -> None:
    """Write a header document and columns beside the file's place, then move them there."""
    waiting = path.with_name(path.name + ".part")
    words = np.asarray(json.dumps(header, ensure_ascii=False))
    try:
        with waiting.open("wb") as stream:
            np.savez(stream, allow_pickle=False, header=words, **columns)
        waiting.replace(path)
    finally:
        waiting.unlink(missing_ok=True)


def _fault(code: str, source: str, **arguments: str) -> Diagnostic:
    return Diagnostic(code=code, arguments=tuple(arguments.items()), source=source)
