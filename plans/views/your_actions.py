"""An officer's home: what is theirs, due first."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans import panels
from plans.models import Action, Round
from plans.models.your_actions import Section, first_of_yours

MOST = 25


@dataclass(frozen=True)
class PartOfPage:
    """One section of the page: its first rows, and how many there are in all."""

    section: Section
    rows: list
    count: int

    @property
    def key(self):
        """How its own page's address names it."""
        return self.section.name.lower().replace("_", "-")

    @property
    def title(self):
        return self.section.label

    @property
    def is_cut(self):
        return self.count > len(self.rows)


@require_safe
def your_actions(request):
    """Everybody has this page; for an officer it is also the home page."""
    on = timezone.localdate()
    rows = first_of_yours(request.user, on, MOST)
    parts = _parts(rows)
    done = sum(part.count for part in parts if part.section == Section.DONE)
    shown = panels.OF_PERSON.ask(request.user, on)
    context = {
        "on": on,
        "panels": shown,
        "panel_styles": panels.styles_of(shown),
        "parts": parts,
        "done": done,
        "asked": done + sum(part.rows[0].how_many_asked for part in parts),
        "rounds": _with_days_left({row.plan_id for row in rows}, on),
        "may_update": request.user.may_update,
    }
    return render(request, "plans/your_actions.html", context)


@require_safe
def your_actions_section(request, section):
    """All of one section, a page at a time."""
    try:
        wanted = Section[section.upper().replace("-", "_")]
    except KeyError:
        raise Http404 from None
    on = timezone.localdate()
    mine = Action.objects.for_your_actions(request.user, on)
    rows = mine.filter(section=wanted).for_report()
    context = {
        "on": on,
        "title": wanted.label,
        "page": Paginator(rows, MOST).get_page(request.GET.get("page")),
        "may_update": request.user.may_update,
    }
    return render(request, "plans/your_actions_section.html", context)


def _with_days_left(plans, on):
    return [(one, one.days_left(on)) for one in Round.objects.of_plans(plans)]


def _parts(rows):
    """Return the sections that have any rows, in the order of reading."""
    of_section = {section: [] for section in Section}
    for row in rows:
        of_section[row.section].append(row)
    return [
        PartOfPage(section, part, part[0].how_many)
        for section, part in of_section.items()
        if part
    ]
