"""What the council, or one plan, calls the statuses."""

from django.contrib import messages
from django.shortcuts import redirect, render

from plans.editing import get_open_plan, plan_editor, sent
from plans.forms.wording import wording_forms
from plans.models import StatusWording


@plan_editor
def council_wordings(request):
    return _wordings(request, None, "plans:plan_list", [])


@plan_editor
def plan_wordings(request, reference):
    plan = get_open_plan(request, reference__iexact=reference)
    return _wordings(request, plan, "plans:plan_contents", [plan.reference])


def _wordings(request, plan, to, args):
    forms = wording_forms(sent(request), plan)
    bound = request.method == "POST"
    checked = [form.is_valid() for form in forms]
    if bound and all(checked):
        for form in forms:
            form.put()
        messages.success(request, "The words for the statuses are saved.")
        return redirect(to, *args)
    council = StatusWording.objects.for_plan(None)
    rows = [(form, council.get(form.status)) for form in forms]
    context = {"rows": rows, "plan": plan, "has_errors": bound}
    return render(request, "plans/status_wordings.html", context)
