"""A leaver's posts, handed over in one step."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from equality_tracker import security_log
from equality_tracker.organisation import handing_over, posts
from equality_tracker.organisation.forms.hand_over import HandOverForm
from equality_tracker.organisation.models import Holding, User
from equality_tracker.organisation.permissions import for_admins
from equality_tracker.organisation.saving import for_change, saved


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
@transaction.atomic
def hand_over(request, pk):
    person = get_object_or_404(for_change(request, User.objects.all()), pk=pk)
    today = timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = HandOverForm(data, person=person, posts=_posts_of(request, person, today))
    if form.is_valid() and saved(form, lambda: _hand_over(person, form, today)):
        messages.success(request, _in_words(person, form))
        security_log.tell("posts handed over", person=person.pk)
        return redirect("organisation:people")
    context = {"person": person, "form": form}
    return render(request, "organisation/hand_over.html", context)


def _posts_of(request, person, today):
    """Return each holding of `person` with what hangs on it, in words."""
    held = Holding.objects.not_over(today).filter(user=person)
    holdings = list(
        for_change(request, held).select_related("lead").order_by("lead__name", "pk")
    )
    amounts = posts.amounts([each.lead for each in holdings])
    return [(each, _and_its(amounts[each.lead])) for each in holdings]


def _and_its(amounts):
    found = [each.words for each in amounts if each.number]
    return f" and its {' and '.join(found)}" if found else ""


def _hand_over(person, form, today):
    handing_over.hand_over(
        person, form.successions(), on=today, close=form.cleaned_data["close"]
    )


def _in_words(person, form):
    number = len(form.posts)
    said = f"{number} post{'' if number == 1 else 's'} of {person} handed over."
    if form.cleaned_data["close"]:
        said += " The account is closed."
    return said
