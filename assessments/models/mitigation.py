"""What will be done about harm, and the action of a plan that stands for it."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from equality_tracker.audit.models import tracked
from equality_tracker.organisation.models import Aim, Characteristic, Lead
from plans.editing import next_position
from plans.models import Action

from .content import Impact, Relevant, Written
from .guards import ACTION_STANDS, written_while_open
from .version import AssessmentVersion


class MitigationQuerySet(models.QuerySet):
    def of_current(self, assessment):
        """Those of the version of `assessment` that stands now."""
        return self.filter(assessment_version=assessment.current_id)


@tracked()
class Mitigation(Written):
    """What will be done about a negative impact; once an action of a plan stands for it, that action's status is shown."""

    assessment_version = models.ForeignKey(
        AssessmentVersion, on_delete=models.CASCADE, related_name="mitigations"
    )
    # Where neither an impact nor `for_all` is said, its impact was taken away, and somebody has to say whom it is for.
    impact = models.ForeignKey(
        Impact,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mitigations",
    )
    for_all = models.BooleanField("for everybody whom it harms", default=False)
    text = models.TextField("what will be done")
    who = models.CharField(max_length=200, blank=True)
    by_when = models.DateField(null=True, blank=True)
    # The next version names the action that stands already, so that it goes on counting and is not made twice.
    action = models.ForeignKey(
        Action,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        db_index=False,
        related_name="mitigations",
    )

    objects = MitigationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        # An action may be made of it after it was signed: the words themselves stay.
        triggers = [
            written_while_open(
                "mitigation_while_open",
                "assessment_version_id",
                "impact_id",
                "for_all",
                "text",
                "who",
                "by_when",
                "written_by_id",
                "earlier_writers",
            ),
            ACTION_STANDS,
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(text__regex=r"\S"), name="mitigation_has_words"
            ),
            models.CheckConstraint(
                condition=Q(impact=None) | Q(for_all=False),
                name="mitigation_is_for_one_or_for_all",
            ),
            models.UniqueConstraint(
                fields=["action", "assessment_version"],
                name="action_stands_once_in_a_version",
            ),
        ]

    @property
    def is_for_nobody(self):
        """Whether the impact that it was for was taken away, and nobody has said since whom it is for."""
        return not self.for_all and self.impact_id is None

    @transaction.atomic
    def become_action(self, *, by, priority, title, who=None, due=None, at=None):
        """Make an action of the heading `priority` that stands for this, linked both ways; return it.

        The assessment's directorate answers for it. `who` will do it, in words: those of this where None is given. The post of that name
        leads it, or the assessment's lead where there is no one such post; it is for those whom the impact harms, under the aims for which the
        screening found them relevant. `by` is kept in the history. Raises ValueError where an action stands for it already, or nobody
        says whom it is for.
        """
        locked = Mitigation.objects.select_for_update().get(pk=self.pk)
        if locked.action_id:
            raise ValueError("An action stands for this already.")
        if locked.is_for_nobody:
            raise ValueError("Nobody says whom this is for.")
        assessment = self.assessment_version.assessment
        who = self.who if who is None else who
        lead = _post_named(who) or assessment.lead
        rows = Action.objects.filter(plan=priority.plan)
        action = Action.objects.create(
            plan=priority.plan,
            priority=priority,
            position=next_position(rows),
            title=title,
            directorate=assessment.directorate,
            lead_as_written=who or str(assessment.lead or assessment.lead_as_written),
            due=due,
            due_precision="day" if due else "",
            original_due=due,
            created_at=at or timezone.now(),
        )
        if lead:
            action.leads.add(lead)
        action.characteristics.set(self.for_whom())
        action.aims.set(self._aims())
        locked._stands_for(action)
        return action

    def _stands_for(self, action):
        """Let `action` stand for this, and for the same words about the same people in the versions before and after."""
        of_version = {self.assessment_version_id: self}
        for one in self.same_elsewhere().filter(action=None).select_for_update(of=("self",)):  # fmt: skip
            of_version.setdefault(one.assessment_version_id, one)
        for one in of_version.values():
            one.action = action
            one.save(update_fields=["action"])

    def same_elsewhere(self):
        """The mitigations of other versions that say the same of the same people: what was carried over and not changed."""
        rows = Mitigation.objects.filter(
            assessment_version__assessment=self.assessment_version.assessment_id,
            text=self.text,
            for_all=self.for_all,
        ).exclude(assessment_version=self.assessment_version_id)
        if self.impact:
            same = {"characteristic": self.impact.characteristic_id, "kind": self.impact.kind}  # fmt: skip
            return rows.filter(**{f"impact__{name}": value for name, value in same.items()})  # fmt: skip
        return rows.filter(impact=None)

    def for_whom(self):
        """The characteristics that it is for: that of its impact, or of all that are harmed."""
        impacts = self.assessment_version.impacts.filter(kind="negative")
        if not self.for_all:
            impacts = impacts.filter(pk=self.impact_id)
        return Characteristic.objects.filter(pk__in=impacts.values("characteristic"))

    def _aims(self):
        said = self.assessment_version.relevances.exclude(level=Relevant.NONE)
        relevant = said.filter(characteristic__in=self.for_whom())
        return Aim.objects.filter(pk__in=relevant.values("aim"))

    def __str__(self):
        return self.text[:80]


def _post_named(words):
    """The one post of this name or abbreviation; None where there is none, or more than one."""
    named = Q(name__iexact=words) | Q(abbreviation__iexact=words)
    found = Lead.objects.filter(named)[:2] if words else []
    return found[0] if len(found) == 1 else None
