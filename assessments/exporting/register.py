"""The selected assessments as a file: the same rows as the register, with the filter and the day stated above them."""

from collections import defaultdict

from django.conf import settings

from assessments.models import Impact
from assessments.writing.editing import may_read
from equality_tracker.templatetags.govuk import day
from equality_tracker.workbooks import writer

# Heading, width in characters, and how an assessment gives the cell.
COLUMNS = (
    ("Reference", 16, lambda one: one.reference),
    ("Title", 50, lambda one: one.title),
    ("Kind", 16, lambda one: one.get_kind_display()),
    ("Directorate", 26, lambda one: str(one.directorate or "")),
    ("Service", 24, lambda one: one.service),
    ("Lead", 28, lambda one: str(one.lead or one.lead_as_written)),
    ("Sponsor", 24, lambda one: one.sponsor),
    ("Decision", 40, lambda one: one.decision),
    ("Date of decision", 14, lambda one: one.decided_on),
    ("Meeting", 20, lambda one: one.meeting),
    ("Budget year", 12, lambda one: one.budget_words),
    ("Saving", 14, lambda one: one.saving),
    ("Due", 12, lambda one: one.due),
    ("Version", 9, lambda one: one.current.number),
    ("Stage", 16, lambda one: one.current.get_stage_display()),
    ("Since", 12, lambda one: None if one.current.undated else one.current.stage_since),
    ("Outcome", 30, lambda one: one.outcome),
    ("Why no full assessment", 30, lambda one: one.reason),
    ("Negative impact on", 30, lambda one: "\n".join(one.negative)),
    ("Approved", 12, lambda one: one.standing and one.standing.approved_on),
    ("Published", 12, lambda one: one.standing and one.standing.published_on),
    ("Published at", 30, lambda one: one.standing and one.standing.address),
    ("Review due", 12, lambda one: one.standing and one.standing.review_by),
)
HEADINGS = [heading for heading, _width, _cell in COLUMNS]
WIDTHS = [width for _heading, width, _cell in COLUMNS]
AT_A_TIME = 1000


def about(selection):
    """The lines above the table: whose assessments, as at when, and which."""
    return [
        f"Equality Impact Assessments of {settings.COUNCIL_NAME}",
        f"As at {day(selection.on)}",
        f"Which assessments: {selection.sentence}",
    ]


def rows(selection):
    """Yield a list of cells for each selected assessment, in the page's order; three queries a thousand rows."""
    found = selection.assessments.for_register()
    batch = []
    for one in found.iterator(chunk_size=AT_A_TIME):
        batch.append(one)
        if len(batch) == AT_A_TIME:
            yield from _cells(batch, selection.user)
            batch = []
    yield from _cells(batch, selection.user)


def _cells(batch, user):
    """The cells of each of `batch`; of what a draft says, whoever reads none has what stands published."""
    read = {one.pk: _read_by(user, one) for one in batch}
    negative = _negative([version.pk for version in read.values() if version])
    for one in batch:
        version = read[one.pk]
        one.negative = negative[version.pk] if version else []
        told = version is one.current
        words = one.current.get_outcome_display().partition(":")[0]
        one.outcome = words if told else ""
        settled = may_read(user, one.current)
        one.reason = one.current.screened_out_why if settled else ""
        yield [cell(one) for _heading, _width, cell in COLUMNS]


def _read_by(user, one):
    """The version whose impacts `user` may read: the current one, else the one that stands published; None where there is neither."""
    if user.may_update or one.current.is_public:
        return one.current
    return next((version for version in one.signed if version.is_public), None)


def _negative(versions):
    """{version's id: the names of the characteristics that it says are harmed}, each list in their order: one query."""
    found = defaultdict(list)
    rows = Impact.objects.filter(assessment_version__in=versions, kind="negative")
    for version, name in rows.values_list("assessment_version", "characteristic__name"):
        found[version].append(name)
    return found


def csv_lines(selection):
    """Yield the lines of a text table, read from the database as they are sent."""
    yield from writer.csv_lines(_with_heading(selection))


def _with_heading(selection):
    yield from ([line] for line in about(selection))
    yield []
    yield HEADINGS
    yield from rows(selection)


def xlsx_file(selection):
    """Return an open workbook of the selected assessments."""
    return writer.write_xlsx(
        name="EIAs",
        about=about(selection),
        headings=HEADINGS,
        rows=rows(selection),
        widths=WIDTHS,
    )
