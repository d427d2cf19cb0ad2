"""How much one source may hold, whatever its kind: beyond these it is refused with what to do."""

MOST_CHARACTERS = 2_000_000
MOST_PAGES = 500
MOST_SCANNED = 40
"""Most pages of one source that are read by eye."""
SCAN_SHARE = 0.4
"""From this share of a page on, a picture is taken for the page itself."""
