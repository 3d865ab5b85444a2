"""The cards of the board, drawn at once, as the rows of the register are."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from assessments.models import Stage
from assessments.register.board import UNDER_WAY
from assessments.register.rows import Call, called_for, drawn, slipping
from equality_tracker.templatetags.govuk import day

CARD = """\
<li class="eia-card">
<a class="govuk-link eia-card__title app-break" href="{}">{}</a>
<span class="eia-card__facts app-break">{}</span>
{}</li>
"""
TITLE = 120
NAMES = 2


def cards_of(assessments, on):
    """Return a card for each of a Column's `assessments` as one piece of a page; `on` is today."""
    # One reverse a column: the address of each is made from it.
    address = reverse("assessments:assessment_detail", args=[0])
    return mark_safe("".join(_card(one, address, on) for one in assessments))


def _card(assessment, address, on):
    title = assessment.title
    return format_html(
        CARD,
        address.replace("0", str(assessment.pk)),
        title if len(title) <= TITLE else f"{title[: TITLE - 1].rstrip()}…",
        " · ".join(_facts(assessment)),
        mark_safe("".join(map(drawn, _calls(assessment, on)))),
    )


def _facts(assessment):
    yield assessment.reference
    if assessment.directorate:
        yield assessment.directorate.label
    if lead := assessment.lead.label if assessment.lead else assessment.lead_as_written:
        yield lead
    if assessment.current.number > 1:
        yield f"version {assessment.current.number}"


def _calls(assessment, on):
    """Yield what the card says of days and people, as Calls."""
    if assessment.is_confidential(on):
        yield Call(f"Confidential until {day(assessment.confidential_until)}", False)
    due = assessment.promised_by
    if due and assessment.current.stage in UNDER_WAY:
        late = assessment.is_overdue(on)
        yield Call(f"{'Overdue: was due' if late else 'Due'} {day(due)}", late)
    if assessment.current.stage == Stage.CONSULTATION:
        yield from _consultation(assessment.current.consultation_to, on)
    if signers := assessment.current.still_to_sign:
        yield Call(f"Waits for {_names(signers)}", False)
    yield from called_for(assessment.standing, on)
    yield from slipping(assessment)


def _consultation(ends, on):
    if ends:
        yield Call(f"Consultation end{'ed' if ends < on else 's'} {day(ends)}", False)


def _names(signers):
    names = [one.user.name for one in signers]
    more = len(names) - NAMES
    shown = ", ".join(names[:NAMES])
    return f"{shown} and {more} more" if more > 0 else shown
