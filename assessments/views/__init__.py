"""The pages of assessments."""

from .assessment import assessment_create, assessment_detail, assessment_edit
from .board import assessment_board
from .cumulative import cumulative
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
from .programme import programme, target_create, target_edit
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
    "cumulative",
    "impact",
    "mitigation_action",
    "mitigation_add",
    "mitigation_edit",
    "mitigation_remove",
    "mitigations",
    "outcome",
    "page",
    "programme",
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
