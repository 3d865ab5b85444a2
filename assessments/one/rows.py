"""The task list and the impacts of an assessment's page, drawn at once: a template asks so much of each cell that it would take most of
the page's time.
"""

from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html, format_html_join

from assessments.models import Impact
from assessments.writing.tasks import DONE, NOT_STARTED
from equality_tracker.addresses import address

TASK = """\
<li class="govuk-task-list__item govuk-task-list__item--with-link">
<div class="govuk-task-list__name-and-hint"><a class="govuk-link govuk-task-list__link" href="{}" aria-describedby="task-{}">{}</a></div>
<div class="govuk-task-list__status" id="task-{}">{}{}</div>
</li>
"""
STATE = '<strong class="govuk-tag govuk-tag--{}">{}</strong>'
IMPACT = """\
<tr class="govuk-table__row">
<th scope="row" class="govuk-table__header">{}</th>
<td class="govuk-table__cell" data-label="Impact"><span class="eia-impact eia-impact--{}">{}</span></td>
<td class="govuk-table__cell" data-label="Who is affected, and how">{}</td>
</tr>
"""
KINDS, SEVERITIES = (dict(one.choices) for one in (Impact.Kind, Impact.Severity))


def task_rows(life):
    """Return the items of the task list, each with the way to its page."""
    pk = life.assessment.pk
    screening = address("assessments:screening", pk)
    first = (screening, "screening", "Screening", "screening", life.screening_state, "")
    tasks = [_task(address("assessments:page", pk, one.page), one) for one in life.tasks]  # fmt: skip
    return format_html_join("", TASK, [first, *tasks])


def _task(url, task):
    said = format_html(' <span class="app-muted">{}</span>', task.said) if task.said else ""  # fmt: skip
    return url, task.page, task.title, task.page, _state(task.state), said


def _state(state):
    if state == DONE:
        return state
    return format_html(STATE, "grey" if state == NOT_STARTED else "blue", state)


def impact_rows(impacts):
    """Return the rows of a table of `impacts`, loaded with their characteristics."""
    return format_html_join("", IMPACT, map(_impact, impacts))


def _impact(impact):
    strength = SEVERITIES.get(impact.severity, "").lower()
    kind = KINDS[impact.kind]
    words = f"{kind}, {strength}" if strength else kind
    return impact.characteristic, impact.kind, words, linebreaksbr(impact.who) or "–"
