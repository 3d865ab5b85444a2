"""The selected assessments as a file: the same rows as the register, with the filter and the day stated above them."""

from django.conf import settings

from assessments.writing.editing import may_read
from equality_tracker.templatetags.govuk import day
from equality_tracker.workbooks import writer
from equality_tracker.workbooks.marks import KEY_HEADING

from .signatures import sign
from .taken import batches, harmed

# Field, heading, width in characters, and how an assessment gives the cell.
COLUMNS = (
    ("reference", "Reference", 16, lambda one: one.reference),
    ("title", "Title", 50, lambda one: one.title),
    ("kind", "Kind", 16, lambda one: one.get_kind_display()),
    ("directorate", "Directorate", 26, lambda one: str(one.directorate or "")),
    ("service", "Service", 24, lambda one: one.service),
    ("lead", "Lead", 28, lambda one: str(one.lead or one.lead_as_written)),
    ("sponsor", "Sponsor", 24, lambda one: one.sponsor),
    ("decision", "Decision", 40, lambda one: one.decision),
    ("decided", "Date of decision", 14, lambda one: one.decided_on),
    ("meeting", "Meeting", 20, lambda one: one.meeting),
    ("budget_year", "Budget year", 12, lambda one: one.budget_words),
    ("saving", "Saving", 14, lambda one: one.saving),
    ("due", "Due", 12, lambda one: one.due),
    ("confidential", "Confidential until", 12, lambda one: one.confidential_until),
    ("version", "Version", 9, lambda one: one.current.number),
    ("stage", "Stage", 16, lambda one: one.current.get_stage_display()),
    ("since", "Since", 12, lambda one: None if one.current.undated else one.current.stage_since),
    ("outcome", "Outcome", 30, lambda one: one.outcome),
    ("reason", "Why no full assessment", 30, lambda one: one.reason),
    ("impact", "Negative impact on", 30, lambda one: "\n".join(one.negative)),
    ("approved", "Approved", 12, lambda one: one.standing and one.standing.approved_on),
    ("published", "Published", 12, lambda one: one.standing and one.standing.published_on),
    ("address", "Published at", 30, lambda one: one.standing and one.standing.address),
    ("review", "Review due", 12, lambda one: one.standing and one.standing.review_by),
)  # fmt: skip
NAMES = [name for name, _heading, _width, _cell in COLUMNS]
CELL = {name: cell for name, _heading, _width, cell in COLUMNS}
# The last column is for this site alone: by it a row is known when it comes back, and what was changed in it meanwhile.
HEADINGS = [*(heading for _name, heading, _width, _cell in COLUMNS), KEY_HEADING]
WIDTHS = [*(width for _name, _heading, width, _cell in COLUMNS), 24]


def about(selection):
    """The lines above the table: whose assessments, as at when, and which."""
    return [
        f"Equality Impact Assessments of {settings.COUNCIL_NAME}",
        f"As at {day(selection.on)}",
        f"Which assessments: {selection.sentence}",
    ]


def rows(selection):
    """Yield a list of cells for each selected assessment, in the page's order; three queries, and two a thousand rows."""
    for batch in batches(selection.assessments):
        yield from _cells(batch, selection)


def _cells(batch, selection):
    """The cells of each of `batch`; of what a draft says, whoever reads none has what stands published."""
    user = selection.user
    read = {one.pk: _read_by(user, one) for one in batch}
    negative = harmed([version.pk for version in read.values() if version])
    for one in batch:
        version = read[one.pk]
        one.negative = negative[version.pk] if version else []
        told = version is one.current
        words = one.current.get_outcome_display().partition(":")[0]
        one.outcome = words if told else ""
        settled = may_read(user, one.current)
        one.reason = one.current.screened_out_why if settled else ""
        cells = [cell(one) for _name, _heading, _width, cell in COLUMNS]
        key = sign(one.pk, selection.on, dict(zip(NAMES, cells, strict=True)))
        yield [*cells, key]


def _read_by(user, one):
    """The version whose impacts `user` may read: the current one, else the one that stands published; None where there is neither."""
    if user.may_update or one.current.is_public:
        return one.current
    return next((version for version in one.signed if version.is_public), None)


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
        hides_last=True,
    )
