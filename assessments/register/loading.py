"""Assessments as the register, the board and the programme show them, by their ids: two questions that are read once a connection."""

from django.core.paginator import Paginator

from assessments.models import Assessment, AssessmentVersion
from assessments.models.stages import SIGNED
from assessments.register.row import Row, Version
from equality_tracker.organisation.views.lists import ROWS
from equality_tracker.prepared import Prepared

# What a row says of an assessment, of who answers for it, and of a version.
SAID = (
    "pk", "reference", "title", "kind", "lead_as_written", "budget_year", "due", "confidential_until", "slips",
)  # fmt: skip
NAMES = (
    "directorate__short_name", "directorate__name", "lead__abbreviation", "lead__name",
)  # fmt: skip
OF_VERSION = (
    "pk", "assessment", "number", "undated", "stage", "stage_since", "begun_on", "consultation_to", "publish_by", "review_by",
    "submissions",
)  # fmt: skip


def loaded(pks):
    """Return a Row of each of the assessments with the ids `pks`, in their order: two queries, none of no ids. One that somebody took away since
    its id was asked for, as the undoing of an import does, is left out."""
    if not pks:
        return []
    found = {values[0]: _row(values) for values in _rows.tuples(pks=pks)}
    for values in _signed.tuples(pks=pks):
        version = Version(*values)
        if version.assessment in found:
            found[version.assessment].signed.append(version)
    return [found[pk] for pk in pks if pk in found]


def _row(values):
    said, version = values[: len(SAID)], values[len(SAID) + len(NAMES) :]
    short, name, abbreviation, lead = values[len(SAID) : len(SAID) + len(NAMES)]
    return Row(*said, short or name or "", abbreviation or lead or "", Version(*version))  # fmt: skip


class RowsPaginator(Paginator):
    """Pages of a queryset of assessments: only the ids of a page are asked of it. `count` where that is known without counting them."""

    def __init__(self, rows, per_page, count):
        super().__init__(rows.values_list("pk", flat=True), per_page)
        if count is not None:
            self.count = count

    def _get_page(self, rows, number, paginator):
        return super()._get_page(loaded(list(rows)), number, paginator)


def page_of(rows, request, count=None):
    """Return the page of `rows`, a queryset of assessments, that the address asks for: three queries, and one that counts them where their
    `count` is not known."""
    return RowsPaginator(rows, ROWS, count).get_page(request.GET.get("page"))


@Prepared
def _rows(pks):
    rows = Assessment.objects.filter(pk__among=pks).order_by().with_slips()
    current = (f"current__{name}" for name in OF_VERSION)
    return rows.values_list(*SAID, *NAMES, *current)


@Prepared
def _signed(pks):
    rows = AssessmentVersion.objects.filter(assessment__among=pks, stage__in=SIGNED)
    return rows.order_by("-number").values_list(*OF_VERSION)
