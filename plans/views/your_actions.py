"""An officer's home: what is theirs, due first."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans.models import Action, Round
from plans.models.your_actions import Section

MOST = 25


@dataclass(frozen=True)
class PartOfPage:
    """One section of the page: its first rows, and how many there are in all."""

    key: str
    title: str
    rows: list
    count: int

    @property
    def is_cut(self):
        return self.count > len(self.rows)


@require_safe
def your_actions(request):
    """Everybody has this page; for an officer it is also the home page."""
    on = timezone.localdate()
    mine = Action.objects.for_your_actions(request.user, on)
    counts = mine.count_by_section()
    rows = list(mine.first_of_each_section(MOST))
    done = counts.get(Section.DONE, (0, 0))[0]
    context = {
        "on": on,
        "parts": _parts(rows, counts),
        "done": done,
        "asked": done + sum(asked for _, asked in counts.values()),
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


def _parts(rows, counts):
    """Return the sections that have any rows, in the order of reading."""
    return [
        PartOfPage(
            key=section.name.lower().replace("_", "-"),
            title=section.label,
            rows=[row for row in rows if row.section == section],
            count=counts[section][0],
        )
        for section in Section
        if section in counts
    ]
