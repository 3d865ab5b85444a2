"""The rows of the register, drawn at once: a template asks so much of each cell that it would take most of the page's time."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from assessments.models import Stage
from equality_tracker.templatetags.govuk import day

ROW = """\
<tr class="govuk-table__row">
<td class="govuk-table__cell eia-reference" data-label="Reference">{}</td>
<th scope="row" class="govuk-table__header eia-name" data-label="What is assessed">{}</th>
<td class="govuk-table__cell" data-label="Directorate">{}</td>
<td class="govuk-table__cell" data-label="Stage">{}</td>
<td class="govuk-table__cell" data-label="To be done by">{}</td>
</tr>
"""
NONE = mark_safe('<span class="app-muted">None</span>')
CALL = '<span class="eia-called{}">{}</span>'
TAG = '<strong class="eia-stage eia-stage--{}">{}</strong>'


def rows_of(assessments, on):
    """Return the rows of `assessments`, loaded by `for_register`, as one piece of a page; `on` is today."""
    # One reverse a page: the address of each is made from it.
    address = reverse("assessments:assessment_detail", args=[0])
    return mark_safe("".join(_row(one, address, on) for one in assessments))


def _row(assessment, address, on):
    return format_html(
        ROW,
        assessment.reference,
        _name(assessment, address.replace("0", str(assessment.pk)), on),
        assessment.directorate.label if assessment.directorate else NONE,
        _stage(assessment, on),
        _due(assessment, on),
    )


def _name(assessment, address, on):
    lead = assessment.lead.label if assessment.lead else assessment.lead_as_written
    below = [assessment.get_kind_display(), assessment.budget_words, lead]
    if assessment.is_confidential(on):
        below.append(f"Confidential until {day(assessment.confidential_until)}")
    return format_html(
        '<a class="govuk-link app-break" href="{}">{}</a>{}',
        address,
        assessment.title,
        _under(" · ".join(word for word in below if word)),
    )


def stage_tag(version):
    """The stage as a word in a shape; a version under way beside a signed one says which it is."""
    words = version.get_stage_display()
    number = f", version {version.number}" if version.number > 1 else ""
    return format_html(TAG, version.stage, f"{words}{number}")


def _stage(assessment, on):
    version = assessment.current
    words = "as at" if version.undated else "since"
    since = _under(f"{words} {day(version.stage_since)}")
    calls = [*called_for(assessment.standing, on), *slipping(assessment)]
    called = mark_safe("".join(map(drawn, calls)))
    return format_html("{}{}{}", stage_tag(version), since, called)


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
    return format_html(CALL, "" if call.is_late else " eia-called--due", call.words)


def _due(assessment, on):
    if assessment.due is None:
        return NONE
    late = assessment.is_overdue(on)
    return format_html(
        "{}{}", day(assessment.due), drawn(Call("Overdue")) if late else ""
    )


def _under(words):
    return format_html('<span class="org-sub">{}</span>', words) if words else ""
