"""Rows for tests, with fixed values: one factory a noun."""

from .organisation import DirectorateFactory, HoldingFactory, LeadFactory, UserFactory
from .plans import ActionFactory, EvidenceFactory, PlanFactory, PriorityFactory

__all__ = [
    "ActionFactory",
    "DirectorateFactory",
    "EvidenceFactory",
    "HoldingFactory",
    "LeadFactory",
    "PlanFactory",
    "PriorityFactory",
    "UserFactory",
]
