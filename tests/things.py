"""One of each thing that an address speaks of, all of them Housing's: what the permission test opens as everybody.

A new address with a parameter needs a line in `tests/arguments.py`, and perhaps a property of `Things`.
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
from plans.exporting.files import export
from plans.models import Round
from tests.arguments import ARGUMENTS
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


def path_of(address, things):
    """Return a path of `address` that speaks of `things`; raise KeyError where nobody has said how it is made."""
    if address.name.startswith("admin:") or address.name.startswith("/admin/"):
        return _admin_path(address, things)
    if not address.takes_arguments:
        return reverse(address.name)
    if address.name not in ARGUMENTS:
        raise KeyError(
            f"Say in ARGUMENTS (tests/arguments.py) how {address.name} is made"
        )
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
