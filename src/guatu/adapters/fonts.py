"""Where the fonts lie that every sheet and document embeds: a package, never the system."""

from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst

SANS = "Noto Sans SC"
SERIF = "Noto Serif SC"


def font_folder() -> Path:
    """Return the folder of the fonts that come with the program (OFL, full GB 2312)."""
    return Path(pylopdf_fonts_zh_cn.__file__).parent


@cache
def embedded_fonts(extra_folder: Path | None = None) -> typst.Fonts:
    """Return the fonts to set with; a further folder may hold an office's licensed faces."""
    folders = [font_folder(), *([extra_folder] if extra_folder is not None else [])]
    return typst.Fonts(include_system_fonts=False, font_paths=[str(one) for one in folders])
