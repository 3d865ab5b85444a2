"""The register of Equality Impact Assessments, and the frameworks that the council assesses itself by."""

from .assessment import Assessment, AssessmentPlan, Contributor, Kind
from .award import Award
from .content import Answer, Impact, Relevance, Relevant
from .criterion_evidence import CriterionEvidence
from .framework import Criterion, Framework, FrameworkArea, FrameworkLevel
from .judgement import Judgement
from .mitigation import Mitigation
from .programme import ProgrammeTarget
from .register_words import RegisterWords
from .sign_off import ActualReview, Signer, SignOff
from .stage_move import StageMove
from .stages import Outcome, Stage
from .version import AssessmentVersion

__all__ = [
    "ActualReview",
    "Answer",
    "Assessment",
    "AssessmentPlan",
    "AssessmentVersion",
    "Award",
    "Contributor",
    "Criterion",
    "CriterionEvidence",
    "Framework",
    "FrameworkArea",
    "FrameworkLevel",
    "Impact",
    "Judgement",
    "Kind",
    "Mitigation",
    "Outcome",
    "ProgrammeTarget",
    "RegisterWords",
    "Relevance",
    "Relevant",
    "SignOff",
    "Signer",
    "Stage",
    "StageMove",
]
