"""Choosing a password: one's own, a forgotten one, and the first one of somebody invited."""

from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from equality_tracker import security_log
from equality_tracker.organisation import devices, letters
from equality_tracker.organisation.forms.signing_in import (
    ChoosePasswordForm,
    OwnPasswordForm,
    PasswordResetForm,
)
from equality_tracker.organisation.links import SESSION_KEY, Link
from equality_tracker.organisation.models import User

BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def password_reset(request):
    form = PasswordResetForm(
        request, request.POST if request.method == "POST" else None
    )
    if form.is_valid():
        email = form.cleaned_data["email"]
        security_log.tell("new password asked for", tried=email)
        return letters.RedirectThen(
            reverse("organisation:password_reset_sent"),
            job=lambda: letters.send_reset(email, request),
        )
    status = 429 if form.refused else 200
    return render(
        request, "organisation/password_reset.html", {"form": form}, status=status
    )


@require_safe
@login_not_required
def password_reset_sent(request):
    return render(request, "organisation/password_reset_sent.html")


@require_safe
@login_not_required
def follow_link(request, uid, token, purpose):
    """Take the secret out of the address, then ask for the password."""
    Link(purpose, uid, token).keep(request.session)
    return redirect("organisation:password_choose")


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@sensitive_post_parameters()
@transaction.atomic
def password_choose(request):
    link = Link.kept(request.session)
    # Locked: of many sendings of one link, the first changes what the token was made of, and the others find it dead.
    user = link and link.user(User.objects.select_for_update())
    if not user:
        return render(request, "organisation/link_dead.html", status=410)
    form = ChoosePasswordForm(user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _chosen(request, form, link)
    context = {"form": form, "person": user, "link": link}
    return render(request, "organisation/password_choose.html", context)


def _chosen(request, form, link):
    user = form.save(commit=False)
    user.invited_at = None
    user.save(update_fields=["password", "invited_at"])
    security_log.tell("password chosen", who=user.pk, by_link_of=link.purpose)
    request.session.pop(SESSION_KEY, None)
    if link.purpose == "invitation":
        login(request, user, backend=BACKEND)
        return devices.remember(redirect("home"), user)
    messages.success(request, "Your password is changed. Sign in with the new one.")
    transaction.on_commit(lambda: letters.tell_password_changed(user, request))
    return redirect("organisation:sign_in")


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def password_change(request):
    form = OwnPasswordForm(request, request.POST if request.method == "POST" else None)
    if form.is_valid():
        user = form.save(commit=False)
        # This field alone: what an admin changes of this person meanwhile must stay.
        user.save(update_fields=["password"])
        security_log.tell("password changed")
        update_session_auth_hash(request, user)
        letters.tell_password_changed(user, request)
        messages.success(
            request, "Your password is changed. You are signed out everywhere else."
        )
        return redirect("organisation:account")
    status = 429 if form.refused else 200
    return render(
        request, "organisation/password_change.html", {"form": form}, status=status
    )
