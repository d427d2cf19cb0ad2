"""Rows of works, their plans and frozen baselines, what they share and its levelling."""

from guatu.apps.works.models.levelling import LevellingRun, SharedResource
from guatu.apps.works.models.plan import Baseline, Plan
from guatu.apps.works.models.work import Work

__all__ = ["Baseline", "LevellingRun", "Plan", "SharedResource", "Work"]
