"""What entry hands to reports: packs, holidays, and the language that names are wanted in."""

from guatu.adapters.holidays import china_holidays
from guatu.adapters.packs import load_shelf
from guatu.apps.reports.values import Grounds
from guatu.entry.packs_at_hand import page_language


def grounds() -> Grounds:
    """Return the packs and holidays that ship with the program, and the page's language."""
    return Grounds(shelf=load_shelf(), holidays=china_holidays(), language=page_language())
