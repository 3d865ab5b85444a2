"""The parts of a dashboard that are lists: what needs somebody, the worst, what changed. All that is not a number or written here is
escaped."""

from html import escape

from django import template
from django.utils.safestring import mark_safe

from equality_tracker.addresses import address
from equality_tracker.templatetags.govuk import day
from equality_tracker.templatetags.rag import status_tag

from .figures import cut_at, figure_words

register = template.Library()

_TILE = '<li class="dash-tile%s">%s</li>'
_TILE_LINK = '<a class="dash-tile__link dash-figure" href="%s">%s</a>'
_TILE_WORDS = (
    '<span class="dash-tile__number">%d</span> <span class="dash-tile__words">%s</span>'
)
_WORST = (
    '<li class="dash-worst__one"><div class="dash-worst__status">%s</div><div class="dash-worst__words">'
    '<a class="govuk-link app-break" href="%s">%s</a><p class="dash-worst__why"><strong>%s.</strong>%s</p>%s</div></li>'
)
_SAID = '<p class="dash-worst__said app-break">%s%s</p>'
_CHANGE = (
    '<tr class="govuk-table__row"><td class="govuk-table__cell dash-changes__action"><a class="govuk-link" href="%s">%s</a></td>'
    '<td class="govuk-table__cell dash-changes__what">%s</td><td class="govuk-table__cell">%s</td>'
    '<td class="govuk-table__cell"><strong>%s</strong></td></tr>'
)


@register.simple_tag
def need_tiles(figures):
    """Return a tile for each figure, a link where there is something to count."""
    return mark_safe("".join(map(_tile, figures)))


@register.simple_tag
def worst_items(worst):
    """Return an item for each Worst: its status, its name, why it stands here and what was last said."""
    return mark_safe("".join(map(_worst, worst)))


@register.simple_tag
def figure_items(figures):
    """Return an item for each figure: "4 achieved" as a link."""
    return mark_safe("".join(f"<li>{figure_words(one)}</li>" for one in figures))


@register.simple_tag
def change_rows(changes):
    """Return a row for each Change."""
    return mark_safe("".join(map(_change, changes)))


def _tile(figure):
    words = _TILE_WORDS % (figure.count, escape(figure.label))
    if not figure.count:
        return _TILE % ("", words)
    return _TILE % (" dash-tile--some", _TILE_LINK % (escape(figure.url), words))


def _worst(one):
    row = one.row
    due = f" Due {day(row.due)}." if row.due else ""
    return _WORST % (
        status_tag(row.rag_status),
        *_named(row, 200),
        escape(one.why),
        due,
        _said(one),
    )


def _said(one):
    if not one.said:
        return ""
    date = f" New date given: {day(one.new_due)}." if one.new_due else ""
    return _SAID % (escape(cut_at(one.said, 240)), date)


def _change(change):
    words = (change.why, change.was or "–", change.now)
    return _CHANGE % (*_named(change.row, 140), *map(escape, words))


def _named(row, most):
    """(address, name) of an action."""
    name = f"{escape(row.reference)} {escape(cut_at(row.title, most))}"
    return address("plans:action_detail", row.pk), name
