"""The cards of the board, drawn at once, as the rows of the register are: every word that somebody wrote is escaped."""

from html import escape

from django.utils.safestring import mark_safe

from assessments.models import Stage
from assessments.register.board import UNDER_WAY
from assessments.register.rows import Call, called_for, drawn, slipping
from equality_tracker.addresses import address
from equality_tracker.templatetags.govuk import day

TITLE = 120
NAMES = 2


def cards_of(assessments, on):
    """Return a card for each of a Column's `assessments` as one piece of a page; `on` is today."""
    return mark_safe("".join(_card(one, on) for one in assessments))


def _card(assessment, on):
    title, page = assessment.title, address("assessments:assessment_detail", assessment.pk)  # fmt: skip
    short = title if len(title) <= TITLE else f"{title[: TITLE - 1].rstrip()}…"
    return f"""\
<li class="eia-card">
<a class="govuk-link eia-card__title app-break" href="{page}">{escape(short)}</a>
<span class="eia-card__facts app-break">{escape(" · ".join(_facts(assessment)))}</span>
{"".join(map(drawn, _calls(assessment, on)))}</li>
"""


def _facts(assessment):
    yield assessment.reference
    if assessment.directorate:
        yield assessment.directorate
    if lead := assessment.led_by:
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
    more = len(signers) - NAMES
    shown = ", ".join(signers[:NAMES])
    return f"{shown} and {more} more" if more > 0 else shown
