"""What the director says of an indicator."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from equality_tracker.audit.models import AlreadySent, FormKey
from indicators.forms import CommentForm
from indicators.models import Indicator
from plans.editing import sent


@require_http_methods(["GET", "POST"])
@transaction.atomic
def comment_add(request, pk):
    """For the managers of its directorate and for admins: who answers for the figure says what it means."""
    indicator = get_object_or_404(Indicator.objects.kept_by(request.user), pk=pk)
    form = CommentForm(sent(request), indicator=indicator)
    if form.is_bound and form.is_valid():
        _say_once(request, form)
        return redirect(indicator)
    said = indicator.comments.select_related("made_by")[:5]
    context = {"indicator": indicator, "form": form, "said": said}
    return render(request, "indicators/comment_add.html", context)


def _say_once(request, form):
    try:
        FormKey.spend(form.cleaned_data["form_key"], request.user)
    except AlreadySent:
        messages.info(request, "This was saved already: nothing was said twice.")
        return
    form.save(by=request.user)
    messages.success(request, "Saved: everybody who may read the indicator reads what you say of it.")  # fmt: skip
