"""Compile every owner's catalogue (src/guatu/locale/*/…/django.po) into the .mo that Django reads."""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "src" / "guatu" / "locale"


def compile_all(folder: Path) -> int:
    """Compile each catalogue below the folder whose .mo is missing or older; return how many."""
    compiled = 0
    for source in sorted(folder.glob("*/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as lines:
            catalogue = read_po(lines, locale=source.parent.parent.name, abort_invalid=True)
        unfinished = target.with_suffix(".mo.part")
        with unfinished.open("wb") as out:
            write_mo(out, catalogue)
        unfinished.replace(target)
        compiled += 1
    return compiled


if __name__ == "__main__":
    sys.stdout.write(f"{compile_all(LOCALE)} catalogues compiled\n")
