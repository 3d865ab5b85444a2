"""Targets that are a change of which nobody has said whether points or per cent are meant: answered on one page."""

from django.contrib import messages
from django.shortcuts import redirect, render

from equality_tracker.organisation.views.lists import page_of
from indicators.editing import keeper
from indicators.forms.rows import take
from indicators.models import Indicator, Target
from indicators.performance.comparing import baseline_for
from indicators.standing.target_words import WAYS, amount, leads_to

POINTS, PERCENT = Target.ChangeIn.values


@keeper
def targets_to_answer(request):
    kept = Indicator.objects.kept_by(request.user).values("pk")
    unanswered = Target.objects.to_answer().filter(indicator__in=kept)
    if request.method == "POST":
        _say(request, _answer(request.POST, Target.objects.filter(indicator__in=kept)))
        return redirect(request.get_full_path())
    rows = unanswered.select_related("indicator", "plan")
    rows = rows.prefetch_related("indicator__baselines").order_by("indicator__title", "end", "pk")  # fmt: skip
    page = page_of(rows, request)
    context = {"page": page, "rows": [_row(target) for target in page.object_list]}
    return render(request, "indicators/targets_to_answer.html", context)


def _row(target):
    """A target with what each answer would make of it."""
    baseline = baseline_for(target, target.indicator.baselines.all())
    told = [
        (each, amount(target, each), leads_to(target, each, baseline))
        for each in (POINTS, PERCENT)
    ]
    return {"target": target, "baseline": baseline, "way": WAYS[target.change], "answers": told}  # fmt: skip


def _answer(data, targets):
    return take(
        data,
        targets.exclude(change=""),
        [POINTS, PERCENT],
        is_so=lambda row, said: row.change_in == said,
        answer=_say_which,
    )


def _say_which(target, change_in):
    target.change_in = change_in
    target.save(update_fields=["change_in"])


def _say(request, found):
    if found.taken:
        count = len(found.taken)
        words = "1 target is" if count == 1 else f"{count} targets are"
        messages.success(request, f"{words} answered, and judged by it from now on.")
    elif not found.moved:
        messages.info(request, "Nothing was chosen, so nothing has changed.")
    for row in found.moved:
        messages.warning(
            request,
            f"“{row.text}” was left as it is: somebody else changed it meanwhile. Look at it again.",
        )
