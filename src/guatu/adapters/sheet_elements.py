"""The elements of a workbook in XML, met one by one and let go, so that a large one fits the memory."""

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree


def ended_elements(raw: bytes, kept: frozenset[str], rows: str) -> Iterator[Any]:
    """Yield the elements of some names as they end; a row of a table is emptied once it was met.

    Raises ``etree.XMLSyntaxError`` for what is ill-formed.
    """
    parsed = etree.iterparse(
        io.BytesIO(raw),
        events=("end",),
        tag=[*kept, rows],
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    for _, element in parsed:
        yield element
        if element.tag == rows:
            element.clear()
            while element.getprevious() is not None and element.getprevious().tag == rows:
                del element.getparent()[element.getparent().index(element) - 1]
