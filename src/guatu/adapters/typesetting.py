"""Sets documents and drawings into PDF and PNG with typst, in this process, without system fonts.

What users wrote reaches typst as data (``sys.inputs``, files), never as markup.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import typst

from guatu.adapters.fonts import embedded_fonts
from guatu.domain.drawing.shapes import Drawing
from guatu.domain.drawing.svg import to_svg
from guatu.domain.kernel.protocols import TypesetJob

_MM_PER_INCH = 25.4
# One page for each drawing; sizes and file names come as data.
_DRAWINGS_MARKUP = """
#set document(title: sys.inputs.at("title"))
#let sheets = json(bytes(sys.inputs.at("sheets")))
#for sheet in sheets {
  page(width: sheet.width * 1mm, height: sheet.height * 1mm, margin: 0mm, {
    image(sheet.file, width: 100%, height: 100%, alt: sheet.title)
  })
}
"""


class TypstTypesetter:
    """Fulfils the kernel's ``Typesetter``; ``font_folder`` adds an office's own faces."""

    def __init__(self, *, font_folder: Path | None = None) -> None:
        self._fonts = embedded_fonts(font_folder)

    def pdf(self, job: TypesetJob) -> bytes:
        """Return one PDF document; all fonts are embedded."""
        return self._compiled(job, "pdf", None)[0]

    def png(self, job: TypesetJob, *, pixels_per_inch: float) -> bytes:
        """Return the first page as PNG."""
        return self._compiled(job, "png", pixels_per_inch)[0]

    def png_pages(self, job: TypesetJob, *, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Return every page as PNG."""
        return self._compiled(job, "png", pixels_per_inch)

    def _compiled(
        self, job: TypesetJob, form: Literal["pdf", "png"], pixels_per_inch: float | None
    ) -> tuple[bytes, ...]:
        # typst takes files by name; its type stubs only know single inputs.
        files: Any = {"main.typ": job.markup.encode(), **job.files}
        # One page comes back as bytes, several as a list of bytes.
        made: Any = typst.compile(
            files,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            format=form,
            ppi=pixels_per_inch,
            sys_inputs=dict(job.inputs),
        )
        return (made,) if isinstance(made, bytes) else tuple(made)


def drawings_job(drawings: Sequence[Drawing]) -> TypesetJob:
    """Return the job that puts each drawing on a page of its own size (drawings in mm)."""
    sheets = []
    files: dict[str, bytes] = {}
    for place, drawing in enumerate(drawings, start=1):
        width, height = drawing.size
        if drawing.unit == "px":
            width, height = width * _MM_PER_INCH / 96, height * _MM_PER_INCH / 96
        name = f"sheet-{place}.svg"
        files[name] = to_svg(drawing, for_screen=False).encode()
        sheets.append({"file": name, "width": width, "height": height, "title": drawing.title})
    title = drawings[0].title if drawings else ""
    inputs = {"title": title, "sheets": json.dumps(sheets, ensure_ascii=False)}
    return TypesetJob(markup=_DRAWINGS_MARKUP, inputs=inputs, files=files)
