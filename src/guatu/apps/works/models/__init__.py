"""Rows of works, their plans and frozen baselines."""

from guatu.apps.works.models.plan import Baseline, Plan
from guatu.apps.works.models.work import Work

__all__ = ["Baseline", "Plan", "Work"]
