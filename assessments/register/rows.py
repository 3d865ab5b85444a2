"""The rows of the register, drawn at once: a template asks so much of each cell that it would take most of the page's time.

Every word that somebody wrote is escaped; tests hold it.
"""

from html import escape
from typing import NamedTuple

from django.utils.safestring import mark_safe

from assessments.models import Stage
from equality_tracker.addresses import address
from equality_tracker.templatetags.govuk import day

NONE = '<span class="app-muted">None</span>'


def rows_of(assessments, on):
    """Return the table rows of `assessments`, Rows of `loaded`, as one piece of a page; `on` is today."""
    return mark_safe("".join(_row(one, on) for one in assessments))


def _row(assessment, on):
    return f"""\
<tr class="govuk-table__row">
<td class="govuk-table__cell eia-reference" data-label="Reference">{escape(assessment.reference)}</td>
<th scope="row" class="govuk-table__header eia-name" data-label="What is assessed">{_name(assessment, on)}</th>
<td class="govuk-table__cell" data-label="Directorate">{escape(assessment.directorate) or NONE}</td>
<td class="govuk-table__cell" data-label="Stage">{_stage(assessment, on)}</td>
<td class="govuk-table__cell" data-label="To be done by">{_due(assessment, on)}</td>
</tr>
"""


def _name(assessment, on):
    below = [assessment.get_kind_display(), assessment.budget_words, assessment.led_by]
    if assessment.is_confidential(on):
        below.append(f"Confidential until {day(assessment.confidential_until)}")
    page = address("assessments:assessment_detail", assessment.pk)
    link = (
        f'<a class="govuk-link app-break" href="{page}">{escape(assessment.title)}</a>'
    )
    return link + _under(" · ".join(word for word in below if word))


def stage_tag(version):
    """The stage as a word in a shape; a version under way beside a signed one says which it is."""
    number = f", version {version.number}" if version.number > 1 else ""
    words = f"{version.get_stage_display()}{number}"
    return mark_safe(f'<strong class="eia-stage eia-stage--{version.stage}">{escape(words)}</strong>')  # fmt: skip


def _stage(assessment, on):
    version = assessment.current
    words = "as at" if version.undated else "since"
    since = _under(f"{words} {day(version.stage_since)}")
    calls = [*called_for(assessment.standing, on), *slipping(assessment)]
    return f"{stage_tag(version)}{since}{''.join(map(drawn, calls))}"


class Call(NamedTuple):
    """What an assessment waits for, in words, and whether that is late: what is only due must not look as if it were."""

    words: str
    is_late: bool = True


def called_for(version, on):
    """Yield a Call for each thing that the version that holds good waits for on the day `on`; nothing where there is none."""
    if version is None:
        return
    if version.stage == Stage.APPROVED:
        yield _publication(version.publish_by, on)
    if version.review_is_due(on):
        late = version.review_by < on
        yield Call(f"Review {'was ' if late else ''}due {day(version.review_by)}", late)


def slipping(assessment):
    """Yield a Call where a mitigation of an assessment loaded `with_slips` has slipped."""
    if assessment.slips:
        yield Call("A mitigation has slipped")


def _publication(due, on):
    """A register that came in may not know by when."""
    if due is None:
        return Call("To be published", False)
    late = due < on
    return Call(f"Publication {'was ' if late else ''}due {day(due)}", late)


def drawn(call):
    """A Call as a piece of a page: what is late stands out, what is due is only said."""
    due = "" if call.is_late else " eia-called--due"
    return mark_safe(f'<span class="eia-called{due}">{escape(call.words)}</span>')


def _due(assessment, on):
    if assessment.due is None:
        return NONE
    late = assessment.is_overdue(on)
    return f"{day(assessment.due)}{drawn(Call('Overdue')) if late else ''}"


def _under(words):
    return f'<span class="org-sub">{escape(words)}</span>' if words else ""
