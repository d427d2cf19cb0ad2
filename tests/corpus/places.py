"""Where the characters of an article stand in a text as read."""

from collections.abc import Mapping

Places = Mapping[tuple[int, int], int]
"""Where a character of an article stands in the text as read: by paragraph and place in it."""
