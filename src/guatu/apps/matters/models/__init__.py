"""Rows of matters: the matter, what its units report, its evidence, and the number series."""

from guatu.apps.matters.models.evidence import Evidence, Verification
from guatu.apps.matters.models.matter import CoUnit, Matter
from guatu.apps.matters.models.report import Extension, Report
from guatu.apps.matters.models.series import MatterGram, NumberSeries

__all__ = [
    "CoUnit",
    "Evidence",
    "Extension",
    "Matter",
    "MatterGram",
    "NumberSeries",
    "Report",
    "Verification",
]
