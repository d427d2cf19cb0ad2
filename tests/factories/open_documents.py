"""Small OpenDocument texts, packed and flat, from the markup of their bodies and styles."""

import io
import zipfile

ODT = "application/vnd.oasis.opendocument.text"
_SPACES = {
    "office": "office",
    "style": "style",
    "text": "text",
    "table": "table",
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
}
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in _SPACES.items()
)


def flat_of(body: str, styles: str = "") -> bytes:
    """Return a text as one XML file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:mimetype="{ODT}">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def odt_of(body: str, *, styles: str = "", manifest: str = "", mimetype: str = ODT) -> bytes:
    """Return a text as a package."""
    out = io.BytesIO()
    content = flat_of(body, styles).replace(b"office:document ", b"office:document-content ")
    content = content.replace(b"/office:document>", b"/office:document-content>")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        if mimetype:
            parts.writestr("mimetype", mimetype)
        parts.writestr(
            "META-INF/manifest.xml", f"<manifest:manifest>{manifest}</manifest:manifest>"
        )
        parts.writestr("content.xml", content)
    return out.getvalue()
