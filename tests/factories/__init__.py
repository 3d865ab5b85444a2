"""Rows for tests, with fixed values: one factory a noun."""

from .assessments import AssessmentFactory
from .frameworks import (
    AwardFactory,
    CriterionFactory,
    FrameworkAreaFactory,
    FrameworkFactory,
)
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
    "AwardFactory",
    "BaselineFactory",
    "BreakdownFactory",
    "CommentFactory",
    "CriterionFactory",
    "DirectorateFactory",
    "EvidenceFactory",
    "FrameworkAreaFactory",
    "FrameworkFactory",
    "HoldingFactory",
    "IndicatorFactory",
    "LeadFactory",
    "PlanFactory",
    "PriorityFactory",
    "ResultFactory",
    "TargetFactory",
    "UserFactory",
]
