"""What is written in a version: the screening, the answers page by page, and the impact on each characteristic."""

from django.apps import apps
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from assessments.writing.questions import QUESTIONS
from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.organisation.models import Aim, Characteristic

from .guards import IN_ITS_LIST, UNDER_ITS_AIMS, written_while_open
from .version import AssessmentVersion

# Pages are saved one by one and by several people, so each row has a version of its own: two who write on two pages never meet.


class Written(Versioned):
    """A row that somebody wrote in a version, with who did last and when."""

    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    earlier_writers = ArrayField(
        models.BigIntegerField(),
        null=True,
        blank=True,
        editable=False,
        help_text="Who wrote what was taken over from the version before: its authors still, whoever writes there next.",
    )

    class Meta:
        abstract = True


@tracked()
class Answer(Written):
    """What a version says to one question of its pages."""

    assessment_version = models.ForeignKey(
        AssessmentVersion, on_delete=models.CASCADE, related_name="answers"
    )
    question = models.CharField(
        max_length=20, choices=[(name, one.words) for name, one in QUESTIONS.items()]
    )
    text = models.TextField(blank=True)

    class Meta:
        triggers = [written_while_open("answer_while_open")]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment_version", "question"],
                name="question_is_answered_once",
            ),
            models.CheckConstraint(
                condition=Q(question__in=list(QUESTIONS)),
                name="answer_is_to_a_known_question",
            ),
        ]

    def __str__(self):
        return self.get_question_display()

    @property
    def in_words(self):
        """What it says."""
        return self.text


class Relevant(models.TextChoices):
    """How far what is assessed matters to a characteristic under an aim."""

    NONE = "none", "Not relevant"
    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"


@tracked()
class Relevance(Written):
    """The screening's answer for one characteristic under one aim of the general duty."""

    assessment_version = models.ForeignKey(
        AssessmentVersion, on_delete=models.CASCADE, related_name="relevances"
    )
    characteristic = models.ForeignKey(
        Characteristic, on_delete=models.PROTECT, related_name="+"
    )
    aim = models.ForeignKey(Aim, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=6, choices=Relevant)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["characteristic__position", "aim__position"]
        triggers = [
            written_while_open("relevance_while_open"),
            IN_ITS_LIST,
            UNDER_ITS_AIMS,
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment_version", "characteristic", "aim"],
                name="relevance_is_said_once",
            ),
            models.CheckConstraint(
                condition=Q(level__in=Relevant.values), name="relevance_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.characteristic}, {self.aim}: {self.get_level_display()}"

    @property
    def in_words(self):
        """What it says, with its reason."""
        return "\n".join(filter(None, [self.get_level_display(), self.why]))


class ImpactQuerySet(models.QuerySet):
    def under_aim(self, aim):
        """Those on a characteristic that the screening found relevant under `aim` (its id; "none": under none)."""
        relevant = Relevance.objects.exclude(level=Relevant.NONE).filter(
            assessment_version=models.OuterRef("assessment_version"),
            characteristic=models.OuterRef("characteristic"),
        )
        if aim == "none":
            return self.exclude(models.Exists(relevant))
        return self.filter(models.Exists(relevant.filter(aim=aim)))

    def with_answers(self):
        """Say of each whether anything is to be done about it, `is_answered`: a mitigation names it, or is for all that its version says is harmed."""
        mitigations = apps.get_model("assessments", "Mitigation").objects.filter(
            Q(impact=models.OuterRef("pk")) | Q(for_all=True),
            assessment_version=models.OuterRef("assessment_version"),
        )
        return self.annotate(is_answered=models.Exists(mitigations.order_by()))

    def unanswered(self):
        """The negative ones that nothing is to be done about: asked here once, for the task list, the mitigations and the cumulative page."""
        return self.with_answers().filter(kind="negative", is_answered=False)


@tracked()
class Impact(Written):
    """One impact on one characteristic. A proposal may do good and harm to the same people, and says both."""

    class Kind(models.TextChoices):
        POSITIVE = "positive", "Positive"
        NEUTRAL = "neutral", "Neutral"
        NEGATIVE = "negative", "Negative"

    class Severity(models.TextChoices):
        LOW = "low", "Low"
        MEDIUM = "medium", "Medium"
        HIGH = "high", "High"

    assessment_version = models.ForeignKey(
        AssessmentVersion, on_delete=models.CASCADE, related_name="impacts"
    )
    characteristic = models.ForeignKey(
        Characteristic, on_delete=models.PROTECT, related_name="impacts"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    severity = models.CharField(max_length=6, choices=Severity, blank=True)
    who = models.TextField("who is affected, and how", blank=True)
    evidence = models.TextField("what shows it", blank=True)
    response = models.TextField("what will be done", blank=True)

    objects = ImpactQuerySet.as_manager()

    class Meta:
        ordering = ["characteristic__position", "kind"]
        triggers = [written_while_open("impact_while_open"), IN_ITS_LIST]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment_version", "characteristic", "kind"],
                name="impact_of_a_kind_is_said_once",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=["positive", "negative"],
                    severity__in=["low", "medium", "high"],
                )
                | Q(kind="neutral", severity=""),
                name="impact_has_its_severity",
                violation_error_message="Say how strong the impact is; a neutral one has no strength.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["characteristic", "kind", "assessment_version"],
                name="impacts_on_a_characteristic",
            )
        ]

    def __str__(self):
        return f"{self.characteristic}: {self.get_kind_display().lower()}"

    @property
    def in_words(self):
        """What it says, line by line."""
        said = {
            "How strong": self.get_severity_display(),
            "Who is affected, and how": self.who,
            "What shows it": self.evidence,
            "What will be done": self.response,
        }
        lines = [f"{label}: {words}" for label, words in said.items() if words]
        return "\n".join(lines) or self.get_kind_display()
