"""People: who may sign in, as what, and where they belong."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from equality_tracker import security_log
from equality_tracker.audit.models import AlreadySent
from equality_tracker.organisation import letters
from equality_tracker.organisation.forms.people import (
    InviteForm,
    PeopleFilter,
    PersonForm,
)
from equality_tracker.organisation.models import Holding, User
from equality_tracker.organisation.permissions import for_admins
from equality_tracker.organisation.saving import (
    for_change,
    saved,
    saved_once,
    sent_before,
)

from .lists import page_of


@require_safe
@for_admins
def people(request):
    form = PeopleFilter(request.GET)
    found = form.people(on=timezone.localdate())
    context = {
        "form": form,
        "page": page_of(found, request),
        "waiting": User.objects.invited().count(),
    }
    return render(request, "organisation/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def person_invite(request):
    data = request.POST if request.method == "POST" else None
    form = InviteForm(data, on=timezone.localdate())
    if form.is_valid():
        try:
            person = saved_once(
                form, request.user, _address_of, save=lambda: _make(form)
            )
        except AlreadySent as first:
            return redirect(first.url or "organisation:people")
        if person:
            _send_invitation(request, person)
            return redirect(_address_of(person))
    elif first := sent_before(form, request.user):
        return redirect(first)
    return render(request, "organisation/person_invite.html", {"form": form})


def _make(form):
    form.instance.set_unusable_password()
    form.instance.invited_at = timezone.now()
    form.save()


def _address_of(person):
    return reverse("organisation:person_edit", args=[person.pk])


def _send_invitation(request, person):
    security_log.tell("person invited", person=person.pk, role=person.role)
    try:
        letters.invite(person, request.user, request)
    except OSError:
        messages.warning(
            request,
            f"{person} is added, but the mail server did not take the invitation. Send it again in a while.",
        )
    else:
        messages.success(request, f"An invitation is on its way to {person.email}.")


@require_POST
@for_admins
def invitation_resend(request, pk):
    """A new link for somebody who has not signed in yet; the older one stops working."""
    person = get_object_or_404(User.objects.invited(), pk=pk)
    person.invited_at = timezone.now()
    person.save(update_fields=["invited_at"])
    _send_invitation(request, person)
    return redirect(_address_of(person))


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
@transaction.atomic
def person_edit(request, pk):
    person = get_object_or_404(for_change(request, User.objects.all()), pk=pk)
    was = person.email
    data = request.POST if request.method == "POST" else None
    form = PersonForm(data, instance=person, on=timezone.localdate())
    if form.is_valid() and saved(form):
        security_log.tell("person changed", person=person.pk, **form.told())
        _after_change(request, person, was)
        return redirect("organisation:people")
    context = {
        # Read again: a form that was refused has left its words on its own instance.
        "person": User.objects.get(pk=pk),
        "posts": Holding.objects.not_over(timezone.localdate()).filter(user=pk),
        "form": form,
    }
    status = 409 if form.differences else 200
    return render(request, "organisation/person_edit.html", context, status=status)


def _after_change(request, person, was):
    if person.email != was:
        transaction.on_commit(
            lambda: letters.tell_address_changed(person, was, request)
        )
    messages.success(request, f"{person} is saved.")
    today = timezone.localdate()
    if not person.is_active and Holding.objects.not_over(today).filter(user=person):
        address = reverse("organisation:hand_over", args=[person.pk])
        messages.warning(
            request,
            format_html(
                '{} can no longer sign in, and still holds posts. <a class="govuk-notification-banner__link" href="{}">Hand them over</a>.',
                person,
                address,
            ),
        )
