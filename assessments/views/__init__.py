"""The pages of assessments."""

from .assessment import assessment_create, assessment_detail, assessment_edit
from .board import assessment_board
from .coverage import coverage, coverage_csv, coverage_objectives, coverage_xlsx
from .cumulative import cumulative, cumulative_csv, cumulative_xlsx
from .framework import (
    framework_begin,
    framework_close,
    framework_criteria,
    framework_detail,
    framework_edit,
    framework_list,
    framework_word,
)
from .framework_area import framework_area, framework_area_edit
from .framework_awards import (
    framework_award_add,
    framework_award_edit,
    framework_award_remove,
    framework_award_report,
)
from .framework_criterion import (
    framework_criterion,
    framework_criterion_edit,
    framework_judge,
)
from .framework_evidence import (
    framework_evidence_add,
    framework_evidence_file,
    framework_evidence_remove,
)
from .outcome import (
    mitigation_action,
    mitigation_add,
    mitigation_edit,
    mitigation_remove,
    mitigations,
    outcome,
    signer_add,
    signer_remove,
)
from .pages import impact, page, screening
from .people import contributor_remove, people
from .programme import (
    programme,
    programme_export_csv,
    programme_export_xlsx,
    target_create,
    target_edit,
)
from .register import assessment_export_csv, assessment_export_xlsx, assessment_list
from .stages import stage_move, version_begin
from .versions import version_detail, version_word

__all__ = [
    "assessment_board",
    "assessment_create",
    "assessment_detail",
    "assessment_edit",
    "assessment_export_csv",
    "assessment_export_xlsx",
    "assessment_list",
    "contributor_remove",
    "coverage",
    "coverage_csv",
    "coverage_objectives",
    "coverage_xlsx",
    "cumulative",
    "cumulative_csv",
    "cumulative_xlsx",
    "framework_area",
    "framework_area_edit",
    "framework_award_add",
    "framework_award_edit",
    "framework_award_remove",
    "framework_award_report",
    "framework_begin",
    "framework_close",
    "framework_criteria",
    "framework_criterion",
    "framework_criterion_edit",
    "framework_detail",
    "framework_edit",
    "framework_evidence_add",
    "framework_evidence_file",
    "framework_evidence_remove",
    "framework_judge",
    "framework_list",
    "framework_word",
    "impact",
    "mitigation_action",
    "mitigation_add",
    "mitigation_edit",
    "mitigation_remove",
    "mitigations",
    "outcome",
    "page",
    "people",
    "programme",
    "programme_export_csv",
    "programme_export_xlsx",
    "screening",
    "signer_add",
    "signer_remove",
    "stage_move",
    "target_create",
    "target_edit",
    "version_begin",
    "version_detail",
    "version_word",
]
