"""Actions as their officer meets them, drawn as strings: a person's page has dozens, and a template asks too much of each. Every word that
somebody wrote is escaped.
"""

from html import escape

from django import template
from django.utils.safestring import mark_safe

from equality_tracker.addresses import address
from equality_tracker.templatetags.govuk import cut, day
from equality_tracker.templatetags.rag import rag_tag
from plans.dates_in_words import how_due

register = template.Library()
BUTTON = (
    '<a class="govuk-button {}app-card__button" role="button" draggable="false" data-module="govuk-button" href="{}">{}'
    '<span class="govuk-visually-hidden"> {}</span></a>'
)


@register.simple_tag
def your_rows(rows, on, may_update, heading):
    """Return an item of a list for each of the actions `rows`, on the day `on`, with its buttons for who `may_update`; `heading` is h2 or h3."""
    return mark_safe("".join(_row(row, on, may_update, heading) for row in rows))


def _row(row, on, may_update, heading):
    overdue = row.is_overdue(on)
    reference = f'<span class="app-reference">{escape(row.reference)}</span> ' if row.reference else ""  # fmt: skip
    return f"""\
<li class="app-card{" app-card--overdue" if overdue else ""}">
<div class="app-card__words">
<{heading} class="app-card__title"><a class="govuk-link govuk-link--no-underline" href="{row.get_absolute_url()}">{reference}{escape(cut(row.title, 160))}</a></{heading}>
<p class="app-card__facts">{_facts(row, on, overdue)}</p>
<p class="app-card__facts">{rag_tag(row)} <span class="app-muted">{escape(_last_said(row))}</span></p>
</div>
{_buttons(row) if may_update else ""}</li>
"""


def _facts(row, on, overdue):
    """What is known of its day and of who asks, and its plan."""
    due = how_due(row, on)
    facts = [("app-late" if overdue else "", due[:1].upper() + due[1:])]
    if row.event and not row.due:
        facts.append(("", f"Waits for: {cut(row.event, 120)}"))
    if row.is_asked:
        facts.append(("", "Not updated this round"))
    elif row.is_stale:
        facts.append(("", "No report for 90 days or more"))
    if row.you_lead:
        facts.append(("", "You lead it"))
    facts.append(("app-muted", cut(row.plan.title, 60)))
    return "\n".join(_span(*fact) for fact in facts)


def _span(kind, words):
    named = f' class="{kind}"' if kind else ""
    return f"<span{named}>{escape(words)}</span>"


def _last_said(row):
    if row.latest_update is None:
        return "No update yet"
    said = cut(row.latest_update.progress or "no words", 140)
    return f"{day(row.reported_on)}: {said}"


def _buttons(row):
    found = [_button("", "plans:action_update", "Update", row.reference or row.title, row)]  # fmt: skip
    if row.may_say_no_change:
        of = f"to {row.reference or row.title}"
        found.append(_button("govuk-button--secondary ", "plans:action_no_change", "No change", of, row))  # fmt: skip
    return f'<div class="app-card__buttons">{"".join(found)}</div>'


def _button(kind, route, words, of, row):
    return BUTTON.format(kind, address(route, row.pk), words, escape(of))
