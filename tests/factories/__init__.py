"""Rows for tests, with fixed values: one factory a noun."""

from .assessments import AssessmentFactory
from .indicators import (
    BaselineFactory,
    BreakdownFactory,
    CommentFactory,
    IndicatorFactory,
    ResultFactory,
    TargetFactory,
)
from .organisation import DirectorateFactory, HoldingFactory, LeadFactory, UserFactory
from .plans import ActionFactory, EvidenceFactory, PlanFactory, PriorityFactory

__all__ = [
    "ActionFactory",
    "AssessmentFactory",
    "BaselineFactory",
    "BreakdownFactory",
    "CommentFactory",
    "DirectorateFactory",
    "EvidenceFactory",
    "HoldingFactory",
    "IndicatorFactory",
    "LeadFactory",
    "PlanFactory",
    "PriorityFactory",
    "ResultFactory",
    "TargetFactory",
    "UserFactory",
]
