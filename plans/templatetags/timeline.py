"""What happened to an action, drawn entry by entry.

As strings in Python, for a page has up to fifty of them and a template asks too much of each; every word that somebody wrote goes
through `format_html`.
"""

from html import escape

from django import template
from django.template.defaultfilters import filesizeformat, linebreaksbr, truncatechars
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import normalize_newlines

from equality_tracker.addresses import address
from equality_tracker.templatetags.govuk import day
from equality_tracker.templatetags.rag import rag_tag

register = template.Library()
NOTHING = mark_safe("")


@register.simple_tag
def timeline_entry(entry, action):
    """Return one entry of the timeline of `action` as an item of its list."""
    draw = {"update": _update, "evidence": _evidence, "change": _change}[entry.kind]
    return format_html(
        '<li class="app-timeline__entry app-timeline__entry--{}">{}</li>',
        entry.kind,
        draw(entry, action),
    )


@register.simple_tag
def evidence_words(evidence, may_remove=False):
    """Return one piece of evidence: what it is, who added it, and where it `may_remove` be, the way to take it back."""
    return format_html(
        '{}\n<span class="app-evidence__facts">{}Added by {}, {}. {}</span>',
        _shown(evidence),
        format_html("Of {}. ", day(evidence.dated)) if evidence.dated else NOTHING,
        evidence.added_by,
        _day_of(evidence.added_at),
        _take_back(evidence) if may_remove else NOTHING,
    )


def _shown(evidence):
    if evidence.kind == "note":
        return format_html(
            '<span class="app-break">{}</span>', linebreaksbr(evidence.text)
        )
    if evidence.kind == "link":
        return format_html(
            '<a class="govuk-link app-break" href="{}" rel="noopener noreferrer">{}</a> <span class="app-muted">(link)</span>',
            evidence.url,
            truncatechars(evidence.text or evidence.url, 200),
        )
    return format_html(
        '<a class="govuk-link app-break" href="{}">{}</a> <span class="app-muted">({})</span>',
        evidence.get_absolute_url(),
        evidence.stored_file.name,
        filesizeformat(evidence.stored_file.size),
    )


def _take_back(evidence):
    return format_html(
        '<a class="govuk-link" href="{}">Take back<span class="govuk-visually-hidden"> {}</span></a>',
        address("plans:evidence_remove", evidence.action_id, evidence.pk),
        truncatechars(str(evidence), 60),
    )


def _update(entry, action):
    update = entry.what
    return format_html(
        '<p class="app-timeline__when">{} <span class="app-muted">{}</span></p>{}<div class="app-said">{}</div>{}{}',
        day(update.reported_on),
        " · ".join(_about(update)),
        _taken_back(update) if update.retracted_at else NOTHING,
        _struck(update, _said(update)),
        _evidence_of(update) if update.shown_evidence else NOTHING,
        _retract(update, action) if update.is_retractable else NOTHING,
    )


def _about(update):
    """Who made a report, and what is unusual about it."""
    yield str(update.made_by)
    if update.source != "form":
        yield update.get_source_display()
    if timezone.localtime(update.made_at).date() != update.reported_on:
        yield f"entered {_day_of(update.made_at)}"
    if update.round:
        yield str(update.round)


def _taken_back(update):
    return format_html(
        '<p class="govuk-body"><strong>Taken back</strong> by {} on {}: {}</p>',
        update.retracted_by,
        _day_of(update.retracted_at),
        update.retracted_why,
    )


def _struck(update, said):
    return format_html("<del>{}</del>", said) if update.retracted_at else said


def _said(update):
    """The status, then the words, why it is late and where the date was moved to."""
    return format_html(
        '<span class="app-said__status">{}</span>{}{}{}{}',
        rag_tag(update),
        _chosen_by(update) if update.status_chosen else NOTHING,
        _words("", update.progress),
        _words("Why it is late:", update.reason),
        _moved(update),
    )


def _chosen_by(update):
    """The status of an import that is a person's and not the file's."""
    return format_html(
        '<span class="app-said__words">{} chose this status at the import: the file says another, or none that was understood.</span>',
        update.made_by,
    )


def _words(about, words, start=""):
    if not words:
        return NOTHING
    return format_html(
        '<span class="app-said__words app-break">{}{}{}</span>',
        format_html("<strong>{}</strong> ", about) if about else NOTHING,
        start,
        linebreaksbr(words),
    )


def _moved(update):
    if update.new_due:
        start = f"from {day(update.due_before)} " if update.due_before else ""
        to = f"{start}to {day(update.new_due)}: "
        return _words("Date moved", update.due_reason or " ", to)
    if update.due_before:
        return format_html(
            '<span class="app-said__words">This answered for {}.</span>',
            day(update.due_before),
        )
    return NOTHING


def _evidence_of(update):
    return format_html(
        '<ul class="govuk-list app-evidence-list">{}</ul>',
        format_html_join(
            "", "<li>{}</li>", ((_with_report(one),) for one in update.shown_evidence)
        ),
    )


def _with_report(evidence):
    if not evidence.removed_at:
        return evidence_words(evidence)
    return format_html(
        '<span class="app-muted">{}, taken back by {} on {}.</span>',
        evidence.get_kind_display(),
        evidence.removed_by,
        _day_of(evidence.removed_at),
    )


def _retract(update, action):
    return format_html(
        '<p class="govuk-body-s"><a class="govuk-link" href="{}">Take this report back<span class="govuk-visually-hidden">, of {}</span></a></p>',
        address("plans:update_undo", action.pk, update.pk),
        day(update.reported_on),
    )


def _evidence(entry, action):
    """Evidence that came without a report."""
    when = format_html(
        '<p class="app-timeline__when">{} <span class="app-muted">Evidence</span></p>',
        day(entry.day),
    )
    evidence = entry.what
    if not evidence.removed_at:
        return format_html(
            '{}<div class="govuk-body">{}</div>', when, evidence_words(evidence)
        )
    return format_html(
        '{}<p class="govuk-body app-muted">{} added by {}, taken back by {} on {}.</p>',
        when,
        evidence.get_kind_display(),
        evidence.added_by,
        evidence.removed_by,
        _day_of(evidence.removed_at),
    )


def _change(entry, action):
    """What changed in the action's own fields, folded away."""
    change = entry.what
    return format_html(
        '<details class="govuk-details app-change"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">'
        '{}: {} by {}</span></summary><div class="govuk-details__text">{}<dl class="app-facts">{}</dl></div></details>',
        day(entry.day),
        _how_much(change),
        change.who,
        format_html('<p class="govuk-body">Why: {}</p>', change.why)
        if change.why
        else NOTHING,
        mark_safe("".join(map(_field, change.changes))),
    )


def _how_much(change):
    if change.label == "Added":
        return "put into the plan"
    count = len(change.changes)
    return f"{count} detail{'s' if count != 1 else ''} changed"


def _field(one):
    """One field before and after. An action's first change has twenty, so they are filled in by hand, each word of them escaped."""
    before = f"<del>{_lines(one.before)}</del> " if one.before else ""
    after = f"<ins>{_lines(one.after)}</ins>" if one.after else "(blank)"
    return f"<dt>{escape(one.label)}</dt><dd>{before}{after}</dd>"


def _lines(words):
    """`words` escaped, with their line breaks."""
    return normalize_newlines(escape(words)).replace("\n", "<br>")


def _day_of(moment):
    return day(timezone.localtime(moment))
