"""OFD papers: the pages of a PDF with each character where the PDF has it, written as GB/T 33190 says."""

import ctypes
import io
import zipfile
from collections.abc import Iterator, Mapping
from itertools import pairwise
from xml.sax.saxutils import escape

import pypdfium2
from pypdfium2 import raw as pdfium

from guatu.adapters.pdf_rulings import rulings_of

_MILLIMETRES = 25.4 / 72
_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd_of_pdf(raw: bytes, *, turned: bool = False) -> bytes:
    """Return the pages of a PDF as an OFD file; ``turned`` writes the units by a CTM of their own."""
    document = pypdfium2.PdfDocument(raw)
    sizes = [document[number].get_size() for number in range(len(document))]
    contents = [content_of(document[number], turned=turned) for number in range(len(document))]
    return package(contents, sizes)


def package(
    contents: list[str],
    sizes: list[tuple[float, float]],
    *,
    template: str = "",
    resources: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return an OFD file of page contents, sizes in points, a template and pictures by their names."""
    pages = "".join(
        f'<ofd:Page ID="{number + 1}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(len(contents))
    )
    media = "".join(
        f'<ofd:MultiMedia ID="{900 + number}" Type="Image"><ofd:MediaFile>{name}</ofd:MediaFile></ofd:MultiMedia>'
        for number, name in enumerate(resources or {})
    )
    parts = {
        "OFD.xml": f'<ofd:OFD {_NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID>"
        f"<ofd:PageArea><ofd:PhysicalBox>{_area(sizes[0])}</ofd:PhysicalBox></ofd:PageArea>"
        "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
        '<ofd:TemplatePage ID="800" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
        f"</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>",
        "Doc_0/DocumentRes.xml": f'<ofd:Res {_NAMESPACE} BaseLoc="Res"><ofd:MultiMedias>{media}</ofd:MultiMedias></ofd:Res>',
        "Doc_0/Tpls/Tpl_0/Content.xml": _page(template, sizes[0], ""),
    }
    link = '<ofd:Template TemplateID="800" ZOrder="Background"/>' if template else ""
    for number, content in enumerate(contents):
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = _page(content, sizes[number], link)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, words in parts.items():
            file.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{words}')
        for name, picture in (resources or {}).items():
            file.writestr(f"Doc_0/Res/{name}", picture)
    return out.getvalue()


def _area(size: tuple[float, float]) -> str:
    return f"0 0 {size[0] * _MILLIMETRES:.4f} {size[1] * _MILLIMETRES:.4f}"


def _page(content: str, size: tuple[float, float], link: str) -> str:
    return (
        f"<ofd:Page {_NAMESPACE}><ofd:Area><ofd:PhysicalBox>{_area(size)}</ofd:PhysicalBox></ofd:Area>"
        f'{link}<ofd:Content><ofd:Layer ID="700">{content}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def content_of(page: pypdfium2.PdfPage, *, turned: bool = False) -> str:
    """Return the graphic units of a PDF page: its characters line by line, its thin lines."""
    height = page.get_size()[1]
    units = [text_unit(*line, turned=turned) for line in _lines(page, height)]
    for one in rulings_of(page, lambda x, y: (x, height - y)):
        start, end, at = (value * _MILLIMETRES for value in (one.start, one.end, one.at))
        drawn = f"M {start} {at} L {end} {at}" if one.level else f"M {at} {start} L {at} {end}"
        units.append(
            f'<ofd:PathObject ID="1" Boundary="0 0 900 900"><ofd:AbbreviatedData>{drawn}</ofd:AbbreviatedData></ofd:PathObject>'
        )
    return "".join(units)


def text_unit(
    words: str, places: list[float], base: float, size: float, *, turned: bool = False
) -> str:
    """Return a line of characters as a unit; ``places`` of each, base line and size in points.

    Equal steps are packed as the standard packs them (``g 4 3.5``).
    """
    scale = 10 if turned else 1
    at = [value * _MILLIMETRES * scale for value in places]
    steps = [round(next_ - here, 3) for here, next_ in pairwise(at)]
    packed: list[str] = []
    while steps:
        same = next((n for n, one in enumerate(steps) if one != steps[0]), len(steps))
        packed.append(f"g {same} {steps[0]}" if same > 1 else f"{steps[0]}")
        steps = steps[same:]
    matrix = f' CTM="{1 / scale} 0 0 {1 / scale} 0 0"' if turned else ""
    left, top = at[0] / scale, (base - size) * _MILLIMETRES
    return (
        f'<ofd:TextObject ID="1" Boundary="{left} {top} 500 {size}" Font="3" Size="{size * _MILLIMETRES * scale}"{matrix}>'
        f'<ofd:TextCode X="0" Y="{size * _MILLIMETRES * scale}" DeltaX="{" ".join(packed)}">{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def _lines(
    page: pypdfium2.PdfPage, height: float
) -> Iterator[tuple[str, list[float], float, float]]:
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    words, places, base, size = "", [], 0.0, 0.0
    for index in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, index))
        if sign in "\r\n\0":
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        here = pdfium.FPDFText_GetFontSize(text, index)
        if words and (abs(height - y.value - base) > 0.1 or here != size or x.value < places[-1]):
            yield words, places, base, size
            words, places = "", []
        words, places = words + sign, [*places, x.value]
        base, size = height - y.value, here
    if words:
        yield words, places, base, size
