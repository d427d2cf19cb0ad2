"""What entry hands to reports: the packs and holidays they are computed with."""

from guatu.adapters.holidays import china_holidays
from guatu.adapters.packs import load_shelf
from guatu.apps.reports.values import Grounds


def grounds() -> Grounds:
    """Return the packs and holidays that ship with the program."""
    return Grounds(shelf=load_shelf(), holidays=china_holidays())
