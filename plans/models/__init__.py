"""Plans, their priorities and actions, and everything that was said of them."""

from .action import Action, ActionLead, Contribution
from .evidence import Evidence
from .export import PlanExport, PlanLayout
from .milestone import Milestone
from .plan import Plan, StatusWording
from .priority import Priority
from .round import Round, RoundPlan
from .status import RagStatus
from .update import ActionUpdate

__all__ = [
    "Action",
    "ActionLead",
    "ActionUpdate",
    "Contribution",
    "Evidence",
    "Milestone",
    "Plan",
    "PlanExport",
    "PlanLayout",
    "Priority",
    "RagStatus",
    "Round",
    "RoundPlan",
    "StatusWording",
]
