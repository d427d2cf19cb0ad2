"""Control: what was frozen against what has come of it, in days, in percent and in money."""

from guatu.domain.planning.control.baseline import (
    ActivityVariance,
    Baseline,
    PlanVariance,
    baseline_of,
    variance_of,
)
from guatu.domain.planning.control.curves import CurvePoint, s_curves
from guatu.domain.planning.control.earned_value import EarnedValue, earned_value
from guatu.domain.planning.control.figures import (
    FigureKind,
    ThreeFigures,
    WorkFigure,
    figures_document,
    three_figures,
)
from guatu.domain.planning.control.investment import MonthForecast, investment_forecast
from guatu.domain.planning.control.physical import physical_progress

__all__ = [
    "ActivityVariance",
    "Baseline",
    "CurvePoint",
    "EarnedValue",
    "FigureKind",
    "MonthForecast",
    "PlanVariance",
    "ThreeFigures",
    "WorkFigure",
    "baseline_of",
    "earned_value",
    "figures_document",
    "investment_forecast",
    "physical_progress",
    "s_curves",
    "three_figures",
    "variance_of",
]
