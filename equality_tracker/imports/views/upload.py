"""Stage 1: the file."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from equality_tracker.audit.models import AlreadySent
from equality_tracker.imports import background
from equality_tracker.imports.forms.upload import NEW, UploadForm
from equality_tracker.imports.models import ImportRun
from equality_tracker.organisation.permissions import for_admins


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def upload(request):
    if request.method != "POST":
        return _page(request, UploadForm(initial={"plan": request.GET.get("plan")}))
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form)
    try:
        run = _start(form.cleaned_data, request.user)
    except AlreadySent as sent:
        return redirect(sent.url or "imports:run_list")
    if run.state == ImportRun.State.REFUSED:
        form.refuse(run.error)
        return _page(request, form)
    return redirect(run)


def _start(said, by):
    is_new = said["plan"] == NEW
    return background.begin(
        said["file"].chunks(),
        name=said["file"].name,
        as_at=said["as_at"],
        by=by,
        plan=None if is_new else said["plan"],
        new_plan=is_new,
        form_key=said["form_key"],
    )


def _page(request, form):
    return render(request, "imports/upload.html", {"form": form})
