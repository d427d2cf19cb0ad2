"""Pages of sources as pictures, for the desk and its API twin."""

from django.http import HttpResponse

from guatu.adapters.page_pictures import page_picture
from guatu.apps.journal.files import read_file
from guatu.apps.journal.refusal import Absent
from guatu.apps.sources.queries import SourceFile


def picture_response(file: SourceFile, page: int) -> HttpResponse:
    """Return a page as PNG or JPEG; raises Absent where it cannot be drawn.

    The bytes are drawn anew and never the file itself where that can be helped; the browser
    may keep the picture, since a source never changes, and runs nothing in it.
    """
    drawn = page_picture(read_file(file.sha256), file.media_type, page)
    if drawn is None:
        raise Absent(f"page {page} of {file.name}")
    response = HttpResponse(drawn[0], content_type=drawn[1])
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response
