"""Assessments as the register, the board and the programme show them, by their ids: two questions that are read once a connection."""

from django.core.paginator import Paginator

from assessments.models import Assessment, AssessmentVersion
from assessments.models.stages import SIGNED
from equality_tracker.organisation.views.lists import ROWS
from equality_tracker.prepared import Prepared

# What a row says of a version.
SAID = (
    "assessment", "number", "undated", "stage", "stage_since", "begun_on", "consultation_to", "publish_by", "review_by",
)  # fmt: skip


def loaded(pks):
    """Return the assessments with the ids `pks` in their order, with what `for_register` loads of a row: two queries, none of no ids."""
    if not pks:
        return []
    found = {one.pk: one for one in _rows.rows(pks=pks)}
    for one in found.values():
        one.signed = []
    for version in _signed.rows(pks=pks):
        found[version.assessment_id].signed.append(version)
    return [found[pk] for pk in pks]


class RowsPaginator(Paginator):
    """Pages of a queryset of assessments: only the ids of a page are asked of it. `how_many` where that is known without counting them."""

    def __init__(self, rows, per_page, how_many=None):
        super().__init__(rows.values_list("pk", flat=True), per_page)
        if how_many is not None:
            self.count = how_many

    def _get_page(self, rows, number, paginator):
        return super()._get_page(loaded(list(rows)), number, paginator)


def page_of(rows, request, how_many=None):
    """Return the page of `rows`, a queryset of assessments, that the address asks for: three queries, and one that counts them."""
    return RowsPaginator(rows, ROWS, how_many).get_page(request.GET.get("page"))


@Prepared
def _rows(pks):
    rows = Assessment.objects.filter(pk__among=pks).order_by()
    current = (f"current__{name}" for name in SAID)
    whole = rows.select_related("directorate", "lead", "current").only(
        "reference", "title", "kind", "lead_as_written", "budget_year", "due", "confidential_until",
        "directorate__name", "directorate__short_name", "lead__name", "lead__abbreviation", *current,
    )  # fmt: skip
    return whole.with_slips()


@Prepared
def _signed(pks):
    rows = AssessmentVersion.objects.filter(assessment__among=pks, stage__in=SIGNED)
    return rows.order_by("-number").only(*SAID)
