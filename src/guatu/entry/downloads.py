"""Handing kept files out: always a download, never something the browser shows or runs."""

from urllib.parse import quote

from django.http import HttpResponse

from guatu.apps.journal.files import read_file


def download_type(media_type: str) -> str:
    """Return the type under which a kept file is handed out; markup is never named as such."""
    if media_type == "text/plain" or "html" in media_type or media_type.endswith("/xml"):
        return "text/plain; charset=utf-8"
    return media_type


def attachment(name: str, content: bytes, media_type: str) -> HttpResponse:
    """Return bytes as a download: the name quoted, the type fixed, nothing in it may run."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def download(name: str, sha256: str, media_type: str) -> HttpResponse:
    """Return a kept file by its hash; raises Absent, and Refused for one altered on the disk."""
    return attachment(name, read_file(sha256), media_type)
