"""The register of Equality Impact Assessments."""

from .assessment import Assessment, AssessmentPlan, Contributor, Kind
from .content import Answer, Impact, Mitigation, Relevance, Relevant
from .programme import ProgrammeTarget
from .sign_off import ActualReview, Signer, SignOff
from .stages import Outcome, Stage
from .version import AssessmentVersion, StageMove

__all__ = [
    "ActualReview",
    "Answer",
    "Assessment",
    "AssessmentPlan",
    "AssessmentVersion",
    "Contributor",
    "Impact",
    "Kind",
    "Mitigation",
    "Outcome",
    "ProgrammeTarget",
    "Relevance",
    "Relevant",
    "SignOff",
    "Signer",
    "Stage",
    "StageMove",
]
