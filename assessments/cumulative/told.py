"""What a page tells one by one of a set: what will be done, and harm that nothing is to be done about. Plain values, drawn as strings, for a set has
hundreds; every word that somebody wrote is escaped.
"""

from html import escape
from typing import NamedTuple

from django.db.models import F
from django.utils.safestring import mark_safe

from assessments.models import Impact
from equality_tracker.addresses import address
from equality_tracker.templatetags.govuk import cut, day
from equality_tracker.templatetags.rag import rag_tag

SEVERITIES = {key: label.lower() for key, label in Impact.Severity.choices}
ASSESSMENT = "assessment_version__assessment"
NO_ACTION = (
    '<span class="cum-action app-muted">No action of a plan stands for it yet</span>'
)
UNANSWERED = '<span class="eia-called">No mitigation yet</span>'


class Told(NamedTuple):
    """A mitigation: for which characteristic or `for_all`, its words, and the action that stands for it; None and "" where there is none."""

    characteristic: int | None
    for_all: bool
    assessment: int
    reference: str
    text: str
    who: str
    by_when: object
    action: int | None
    plan: str | None
    action_reference: str | None
    title: str | None
    rag_status: str | None
    priority_monitoring: bool | None


class Unanswered(NamedTuple):
    """A negative impact that nothing is to be done about."""

    characteristic: int
    severity: str
    assessment: int
    reference: str
    title: str


def mitigations(rows):
    """Return a Told for each of the queryset `rows`, by assessment: one query."""
    found = rows.order_by(f"{ASSESSMENT}__reference", "pk").values_list(
        "impact__characteristic", "for_all", ASSESSMENT, f"{ASSESSMENT}__reference", "text", "who", "by_when", "action",
        "action__plan__reference", "action__reference", "action__title", "action__rag_status", "action__priority_monitoring",
    )  # fmt: skip
    return [Told(*values) for values in found]


def unanswered(rows):
    """Return an Unanswered for each of the queryset `rows` of impacts, by assessment: one query."""
    found = rows.order_by(f"{ASSESSMENT}__reference", "pk").values_list(
        "characteristic", "severity", F(ASSESSMENT), f"{ASSESSMENT}__reference", f"{ASSESSMENT}__title"
    )  # fmt: skip
    return [Unanswered(*values) for values in found]


def items(mitigations, unanswered=()):
    """Return the items of a list of these as one piece of a page."""
    drawn = [*map(_mitigation, mitigations), *map(_harm, unanswered)]
    return mark_safe("".join(drawn))


def _mitigation(one):
    facts = [f'<a class="govuk-link" href="{_of(one)}">{escape(one.reference)}</a>']
    if one.who:
        facts.append(escape(one.who))
    if one.by_when:
        facts.append(f"by {day(one.by_when)}")
    return f"""\
<li class="cum-one app-break">{escape(cut(one.text, 240))}
<span class="org-sub">{" · ".join(facts)}</span>
{_action(one) if one.action else NO_ACTION}
</li>
"""


def _action(one):
    words = f"{one.plan} {one.action_reference} {cut(one.title, 100)}"
    link = f'<a class="govuk-link" href="{address("plans:action_detail", one.action)}">{escape(words)}</a>'
    return f'<span class="cum-action">{link} {rag_tag(one)}</span>'


def _harm(one):
    words = escape(cut(f"{one.reference} {one.title}", 120))
    link = f'<a class="govuk-link" href="{_of(one)}">{words}</a>'
    return f'<li class="cum-one app-break">{UNANSWERED} for a {SEVERITIES[one.severity]} negative impact: {link}</li>\n'


def _of(one):
    return address("assessments:assessment_detail", one.assessment)
