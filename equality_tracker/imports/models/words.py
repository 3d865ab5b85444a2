"""What a council's files have taught: its headings, its names for leads, its own words."""

from django.db import models
from django.db.models.functions import Lower

from equality_tracker.audit.models import tracked
from equality_tracker.organisation.models import Directorate, Lead
from equality_tracker.workbooks.vocabulary import normal
from plans.models import RagStatus

from .run import ImportRun


@tracked()
class RememberedColumns(models.Model):
    """What each heading of a table was taken to mean, for the next file that has the same set of headings."""

    signature = models.TextField(
        unique=True, help_text="The headings, bare and in order of the alphabet."
    )
    kind = models.CharField(max_length=20)
    columns = models.JSONField(default=dict, help_text="Bare heading: field.")
    key = models.JSONField(default=dict, blank=True, help_text="Colour: status.")
    learned_from = models.CharField(max_length=200, help_text="The file's name.")
    learned_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-learned_at"]
        verbose_name_plural = "remembered columns"

    def __str__(self):
        return self.signature[:80]

    @staticmethod
    def signature_of(headings):
        """Return what tables with the same set of headings share, whatever their order or sheet."""
        return " | ".join(sorted(normal(heading) for heading in headings))


class RememberedName(models.Model):
    """A name as a plan writes it, and what it was taken for."""

    written = models.CharField(max_length=300)
    run = models.ForeignKey(
        ImportRun, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        abstract = True
        ordering = ["written"]

    def __str__(self):
        return self.written


@tracked()
class RememberedLead(RememberedName):
    """A lead as a plan writes it, and the lead that it stands for."""

    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="+")

    class Meta(RememberedName.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("written"), name="lead_as_written_is_remembered_once"
            )
        ]


@tracked()
class RememberedDirectorate(RememberedName):
    """A directorate as a plan writes it, and the directorate that it stands for."""

    directorate = models.ForeignKey(
        Directorate, on_delete=models.CASCADE, related_name="+"
    )

    class Meta(RememberedName.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("written"), name="directorate_as_written_is_remembered_once"
            )
        ]


class VocabularyWordQuerySet(models.QuerySet):
    def as_words(self):
        """Return the council's own words in the shape that the reader takes."""
        words = {"headings": {}, "statuses": {}}
        for one in self:
            if one.table:
                fields = words["headings"].setdefault(one.table, {})
                fields.setdefault(one.meaning, []).append(one.word)
            else:
                words["statuses"].setdefault(one.meaning, []).append(one.word)
        return words


@tracked()
class VocabularyWord(models.Model):
    """A word of this council's for a column or a status, beside those that the site knows already."""

    class Table(models.TextChoices):
        STATUS = "", "A status"
        ACTIONS = "actions", "A column of an action table"
        INDICATORS = "indicators", "A column of an indicator table"
        PROGRAMME = "programme", "A column of an EIA programme"
        ASSESSMENTS = "assessments", "A column of an EIA register"

    table = models.CharField(
        "the word stands for", max_length=20, choices=Table, blank=True
    )
    meaning = models.CharField(
        max_length=40,
        help_text="The field, such as lead or timescale; for a status, its key, such as on_target.",
    )
    word = models.CharField(
        max_length=120, help_text="As it stands in the council's files."
    )

    objects = VocabularyWordQuerySet.as_manager()

    class Meta:
        ordering = ["table", "meaning", "word"]
        constraints = [
            models.UniqueConstraint(
                "table",
                Lower("word"),
                name="vocabulary_word_has_one_meaning",
                violation_error_message="This word has its meaning already.",
            ),
            models.CheckConstraint(
                condition=~models.Q(table="")
                | models.Q(meaning__in=[*RagStatus.values, "priority_monitoring"]),
                name="vocabulary_status_is_known",
                violation_error_message="Write one of: achieved, on_target, some_slippage, slipped, not_started, "
                "withdrawn, priority_monitoring.",
            ),
        ]

    def __str__(self):
        return f"{self.word}: {self.meaning}"
