"""One of each thing that an address speaks of, all of them Housing's: what the permission test opens as everybody.

A new address with a parameter needs a line in ARGUMENTS, and perhaps a property of `Things`.
"""

import datetime
import re
from functools import cached_property

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from assessments.models import ProgrammeTarget
from equality_tracker.evidence.storing import storing
from equality_tracker.imports.models import ImportRun
from equality_tracker.organisation.models import Characteristic
from plans.exporting.files import export
from plans.models import Round
from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    AwardFactory,
    BaselineFactory,
    CriterionFactory,
    EvidenceFactory,
    HoldingFactory,
    IndicatorFactory,
    LeadFactory,
    ResultFactory,
    TargetFactory,
    UserFactory,
)


class Things:
    """Housing's own things, each made when it is first asked for."""

    def __init__(self, housing, officer, admin, leaver):
        self.housing = housing
        self.officer = officer
        self.admin = admin
        self.leaver = leaver

    @cached_property
    def invited(self):
        return UserFactory(invited_at=timezone.now(), directorates=[self.housing])

    @cached_property
    def lead(self):
        return LeadFactory(name="Tenancy Manager", directorate=self.housing)

    @cached_property
    def holding(self):
        return HoldingFactory(lead=self.lead, user=self.leaver)

    @cached_property
    def action(self):
        return ActionFactory(
            directorate=self.housing,
            leads=[self.lead],
            rag_status="on_target",
            reported_by=self.officer,
        )

    @cached_property
    def indicator(self):
        return IndicatorFactory(directorate=self.housing)

    @cached_property
    def target(self):
        return TargetFactory(indicator=self.indicator, text="50%", value=50)

    @cached_property
    def baseline(self):
        return BaselineFactory(indicator=self.indicator)

    @cached_property
    def result(self):
        return ResultFactory(indicator=self.indicator, provisional=True)

    @cached_property
    def programme_target(self):
        return ProgrammeTarget.objects.create(
            directorate=self.housing, year=2027, target=12
        )

    def assessment_at(self, stage):
        """An assessment of Housing's at `stage`, made when it is first asked for."""
        name = f"_assessment_{stage}"
        if not hasattr(self, name):
            made = AssessmentFactory(directorate=self.housing, stage=stage)
            setattr(self, name, made)
        return getattr(self, name)

    @cached_property
    def written(self):
        """One that people write, with a mitigation and a signer."""
        version = AssessmentFactory(directorate=self.housing, stage="full").current
        self.mitigation = version.mitigations.create(
            text="An outreach desk", for_all=True
        )
        self.signer = version.signers.create(user=UserFactory(role="manager"))
        return version.assessment

    @cached_property
    def contributor(self):
        return self.written.contributors.get_or_create(user=self.leaver)[0]

    @cached_property
    def criterion(self):
        """One that the officer leads on, in a framework that is in use."""
        HoldingFactory(lead=self.lead, user=self.officer)
        return CriterionFactory(area__lead=self.lead)

    @property
    def framework(self):
        return self.criterion.area.framework

    @cached_property
    def award(self):
        sent = SimpleUploadedFile("report.txt", b"They listen.")
        with storing(self.admin) as store:
            report = store(sent)
        return AwardFactory(
            framework=self.framework, recorded_by=self.admin, report=report
        )

    @cached_property
    def criterion_evidence(self):
        sent = SimpleUploadedFile("survey.txt", b"Nine in ten were content.")
        with storing(self.officer) as store:
            return self.criterion.evidence.create(
                kind="file", stored_file=store(sent), added_by=self.officer
            )

    @property
    def plan(self):
        return self.action.plan

    @property
    def priority(self):
        return self.action.priority

    @property
    def update(self):
        return self.action.latest_update

    @cached_property
    def evidence(self):
        return EvidenceFactory(action=self.action, added_by=self.officer)

    @cached_property
    def evidence_file(self):
        sent = SimpleUploadedFile("minutes.txt", b"Minutes of the June meeting.")
        with storing(self.officer) as store:
            return EvidenceFactory(
                action=self.action,
                added_by=self.officer,
                kind="file",
                text="",
                stored_file=store(sent),
            )

    @cached_property
    def milestone(self):
        return self.action.milestones.create(
            label="The first office", due=datetime.date(2026, 9, 30)
        )

    @cached_property
    def round(self):
        on = datetime.date(2026, 11, 22)
        return Round.open_for(
            [self.plan], title="Quarter 3", opens=on, closes=on, by=self.admin
        )

    @cached_property
    def import_run(self):
        return ImportRun.objects.create(
            name="plan.xlsx",
            size=1,
            sha256="0" * 64,
            as_at="2026-09-30",
            plan=self.plan,
            state="applied",
            started_by=self.admin,
            applied_by=self.admin,
            applied_at=timezone.now(),
        )

    @cached_property
    def export(self):
        return export(
            self.plan,
            by=self.officer,
            on=datetime.date(2026, 9, 30),
            at=timezone.now(),
        )

    def any_of(self, model):
        """Return the key of some row of `model`, or one that no row has: the admin site's pages are opened with it."""
        self.holding, self.evidence  # noqa: B018
        row = model._base_manager.order_by("pk").first()
        return row.pk if row else 0


# URL name -> the arguments of its address.
ARGUMENTS = {
    "assessments:target_edit": lambda things: [things.programme_target.pk],
    "assessments:assessment_detail": lambda things: [things.written.pk],
    "assessments:assessment_edit": lambda things: [things.written.pk],
    "assessments:screening": lambda things: [things.assessment_at("screening").pk],
    "assessments:page": lambda things: [things.written.pk, "about"],
    "assessments:impact": lambda things: [
        things.written.pk,
        Characteristic.objects.get(name="Disability").pk,
    ],
    "assessments:mitigations": lambda things: [things.written.pk],
    "assessments:mitigation_add": lambda things: [things.written.pk],
    "assessments:mitigation_edit": lambda things: [
        things.written.pk,
        things.mitigation.pk,
    ],
    "assessments:mitigation_remove": lambda things: [
        things.written.pk,
        things.mitigation.pk,
    ],
    "assessments:mitigation_action": lambda things: [
        things.written.pk,
        things.mitigation.pk,
    ],
    "assessments:outcome": lambda things: [things.written.pk],
    "assessments:signer_add": lambda things: [things.written.pk],
    "assessments:signer_remove": lambda things: [things.written.pk, things.signer.pk],
    "assessments:version_detail": lambda things: [
        things.assessment_at("approved").pk,
        1,
    ],
    "assessments:people": lambda things: [things.written.pk],
    "assessments:contributor_remove": lambda things: [
        things.written.pk,
        things.contributor.pk,
    ],
    "assessments:cumulative_csv": lambda things: ["mitigations"],
    "assessments:cumulative_xlsx": lambda things: ["impact"],
    "assessments:version_word": lambda things: [things.assessment_at("approved").pk, 1],
    "assessments:version_begin": lambda things: [things.assessment_at("approved").pk],
    "assessments:stage_move": lambda things: [
        things.assessment_at("planned").pk,
        1,
        "screen",
    ],
    "assessments:framework_detail": lambda things: [things.framework.key],
    "assessments:framework_criteria": lambda things: [things.framework.key],
    "assessments:framework_edit": lambda things: [things.framework.key],
    "assessments:framework_close": lambda things: [things.framework.key],
    "assessments:framework_word": lambda things: [things.framework.key],
    "assessments:framework_area": lambda things: [things.criterion.area_id],
    "assessments:framework_area_edit": lambda things: [things.criterion.area_id],
    "assessments:framework_criterion": lambda things: [things.criterion.pk],
    "assessments:framework_criterion_edit": lambda things: [things.criterion.pk],
    "assessments:framework_judge": lambda things: [things.criterion.pk],
    "assessments:framework_evidence_add": lambda things: [things.criterion.pk],
    "assessments:framework_evidence_file": lambda things: [
        things.criterion.pk,
        things.criterion_evidence.pk,
    ],
    "assessments:framework_evidence_remove": lambda things: [
        things.criterion.pk,
        things.criterion_evidence.pk,
    ],
    "assessments:framework_award_add": lambda things: [things.framework.key],
    "assessments:framework_award_edit": lambda things: [
        things.framework.key,
        things.award.pk,
    ],
    "assessments:framework_award_report": lambda things: [
        things.framework.key,
        things.award.pk,
    ],
    "assessments:framework_award_remove": lambda things: [
        things.framework.key,
        things.award.pk,
    ],
    "imports:run_detail": lambda things: [things.import_run.pk],
    "imports:columns": lambda things: [things.import_run.pk],
    "imports:preview": lambda things: [things.import_run.pk],
    "imports:progress": lambda things: [things.import_run.pk],
    "imports:read_again": lambda things: [things.import_run.pk],
    "imports:cancel": lambda things: [things.import_run.pk],
    "imports:discard": lambda things: [things.import_run.pk],
    "imports:correct": lambda things: [things.import_run.pk],
    "imports:undo": lambda things: [things.import_run.pk],
    "plans:your_actions_section": lambda things: ["needs-you"],
    "indicators:indicator_edit": lambda things: [things.indicator.pk],
    "indicators:indicator_withdraw": lambda things: [things.indicator.pk],
    "indicators:indicator_plans": lambda things: [things.indicator.pk],
    "indicators:target_list": lambda things: [things.target.indicator_id],
    "indicators:target_create": lambda things: [things.indicator.pk],
    "indicators:target_edit": lambda things: [things.indicator.pk, things.target.pk],
    "indicators:target_remove": lambda things: [things.indicator.pk, things.target.pk],
    "indicators:baseline_create": lambda things: [things.indicator.pk],
    "indicators:baseline_edit": lambda things: [
        things.indicator.pk,
        things.baseline.pk,
    ],
    "indicators:baseline_remove": lambda things: [
        things.indicator.pk,
        things.baseline.pk,
    ],
    "indicators:plan_indicators": lambda things: [things.plan.reference],
    "indicators:pick": lambda things: [things.plan.reference],
    "indicators:pick_confirm": lambda things: [things.plan.reference],
    "indicators:indicator_detail": lambda things: [things.indicator.pk],
    "indicators:indicator_workbook": lambda things: [things.indicator.pk],
    "indicators:comment_add": lambda things: [things.indicator.pk],
    "indicators:result_add": lambda things: [things.indicator.pk],
    "indicators:result_changes": lambda things: [things.result.indicator_id],
    "indicators:result_correct": lambda things: [things.result.pk],
    "indicators:result_groups": lambda things: [things.result.pk],
    "indicators:result_groups_of": lambda things: [
        things.result.pk,
        Characteristic.objects.get(name="Disability").pk,
    ],
    "indicators:result_final": lambda things: [things.result.pk],
    "indicators:result_take_back": lambda things: [things.result.pk],
    "plans:action_detail": lambda things: [things.action.pk],
    "plans:action_reading": lambda things: [things.action.pk],
    "plans:milestone_met": lambda things: [things.action.pk, things.milestone.pk],
    "plans:action_update": lambda things: [things.action.pk],
    "plans:action_no_change": lambda things: [things.action.pk],
    "plans:update_undo": lambda things: [things.action.pk, things.update.pk],
    "plans:evidence_add": lambda things: [things.action.pk],
    "plans:evidence_file": lambda things: [things.action.pk, things.evidence_file.pk],
    "plans:evidence_remove": lambda things: [things.action.pk, things.evidence.pk],
    "plans:round_detail": lambda things: [things.round.pk],
    "plans:round_close": lambda things: [things.round.pk],
    "plans:plan_detail": lambda things: [things.plan.reference],
    "plans:plan_spreadsheet": lambda things: [things.plan.reference],
    "plans:plan_spreadsheet_file": lambda things: [
        things.plan.reference,
        things.export.token,
    ],
    "plans:plan_contents": lambda things: [things.plan.reference],
    "plans:plan_edit": lambda things: [things.plan.reference],
    "plans:plan_state": lambda things: [things.plan.reference],
    "plans:plan_wordings": lambda things: [things.plan.reference],
    "plans:priority_create": lambda things: [things.plan.reference],
    "plans:priority_edit": lambda things: [things.priority.pk],
    "plans:priority_remove": lambda things: [things.priority.pk],
    "plans:action_create": lambda things: [things.plan.reference],
    "plans:action_edit": lambda things: [things.action.pk],
    "plans:action_remove": lambda things: [things.action.pk],
    "organisation:password_reset_confirm": lambda things: ["MQ", "token"],
    "organisation:invitation_accept": lambda things: ["MQ", "token"],
    "organisation:person_edit": lambda things: [things.officer.pk],
    "organisation:invitation_resend": lambda things: [things.invited.pk],
    "organisation:hand_over": lambda things: [things.officer.pk],
    "organisation:lead_detail": lambda things: [things.lead.pk],
    "organisation:lead_edit": lambda things: [things.lead.pk],
    "organisation:lead_move": lambda things: [things.lead.pk],
    "organisation:holding_add": lambda things: [things.lead.pk],
    "organisation:holding_edit": lambda things: [things.holding.pk],
    "organisation:directorate_edit": lambda things: [things.housing.pk],
    "organisation:directorate_close": lambda things: [things.housing.pk],
    "audit:history": lambda things: ["plans", "action", things.action.pk],
    "dashboards:directorate": lambda things: [things.housing.pk],
    "dashboards:council_rows": lambda things: ["needs"],
    "dashboards:directorate_rows": lambda things: [things.housing.pk, "changes"],
    "dashboards:directorate_chase": lambda things: [things.housing.pk],
    "dashboards:directorate_chase_csv": lambda things: [things.housing.pk],
    "dashboards:directorate_word": lambda things: [things.housing.pk],
}


def path_of(address, things):
    """Return a path of `address` that speaks of `things`; raise KeyError where nobody has said how it is made."""
    if address.name.startswith("admin:") or address.name.startswith("/admin/"):
        return _admin_path(address, things)
    if not address.takes_arguments:
        return reverse(address.name)
    if address.name not in ARGUMENTS:
        raise KeyError(f"Say in ARGUMENTS (tests/things.py) how {address.name} is made")
    return reverse(address.name, args=ARGUMENTS[address.name](things))


def _admin_path(address, things):
    """The admin site's addresses follow one scheme, so they are made from their routes."""
    kind = ContentType.objects.get_for_model(type(things.action))
    if address.name == "admin:view_on_site":
        return reverse(address.name, args=[kind.pk, things.action.pk])
    if address.name == "admin:app_list":
        return reverse(address.name, args=["plans"])
    path = "/" + address.route
    if "object_id" in path or "<id>" in path:
        app, model = path.split("/")[2:4]
        key = things.any_of(apps.get_model(app, model))
        path = re.sub(r"<[^>]*>", str(key), path)
    return path.replace("(?P<url>.*)$", "no-such-page")
