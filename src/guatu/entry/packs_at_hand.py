"""What pages and API hand to actions as arguments: rule packs, and words in the reader's language."""

from django.utils.translation import get_language

from guatu.adapters.packs import load_messages, load_shelf
from guatu.domain.kernel.messages import Messages
from guatu.domain.kernel.packs import PackShelf


def shelf() -> PackShelf:
    """Return every rule pack that ships with the program."""
    return load_shelf()


def messages() -> Messages:
    """Return the catalogue of codes in the language of the page being written."""
    return load_messages(page_language())


def page_language() -> str:
    """Return ``en`` where the reader asked for English, else ``zh``."""
    return "en" if (get_language() or "").startswith("en") else "zh"
