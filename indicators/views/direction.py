"""Which way is better: said by a person for each indicator, never by the site."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from equality_tracker.organisation.permissions import for_admins
from equality_tracker.organisation.views.lists import page_of
from indicators.forms.direction import DirectionFilter
from indicators.forms.rows import take
from indicators.models import Indicator
from indicators.performance.measures import Direction
from indicators.standing import verdicts

TAKE_BACK = "take_back"


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
@transaction.atomic
def directions(request):
    """The indicators whose direction nobody has confirmed, each with what its set suggests; nothing is chosen beforehand."""
    if request.method == "POST":
        _say(request, _confirm(request.POST, request.user))
        return redirect(request.get_full_path())
    verdicts.keep_up()
    form = DirectionFilter(request.GET)
    on = timezone.localdate()
    page = page_of(form.indicators(on), request)
    left = Indicator.objects.without_direction().in_use(on).measured().count()
    context = {"form": form, "page": page, "left": left, "is_narrowed": any(request.GET.values())}  # fmt: skip
    return render(request, "indicators/directions.html", context)


def _confirm(data, by):
    return take(
        data,
        Indicator.objects.all(),
        [*Direction.values, TAKE_BACK],
        is_so=lambda row, said: row.direction == _direction(said),
        answer=lambda row, said: row.confirm_direction(_direction(said), by=by),
    )


def _direction(said):
    return "" if said == TAKE_BACK else said


def _say(request, found):
    if found.taken:
        count = len(found.taken)
        words = "1 direction is" if count == 1 else f"{count} directions are"
        messages.success(request, f"{words} saved under your name. Verdicts follow from now on.")  # fmt: skip
    elif not found.moved:
        messages.info(request, "Nothing was chosen, so nothing has changed.")
    for row in found.moved:
        now = row.get_direction_display() or "not confirmed"
        messages.warning(
            request,
            f"{row} was left as it is: somebody else changed it meanwhile. It now says: {now.lower()}. Look at it again.",
        )
