"""How much a workbook may unfold to: a few kilobytes of zip can hold gigabytes of nothing."""

import io
import zipfile

MOST_UNFOLDED = 200 * 1024 * 1024


def unfolds_within(raw: bytes, most: int = MOST_UNFOLDED) -> bool:
    """Tell whether the parts of a workbook come to at most so many bytes when unpacked.

    What is no zip at all passes: the reader of workbooks says what is wrong with it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            return sum(part.file_size for part in parts.infolist()) <= most
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return True
