"""The way in and out."""

from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from equality_tracker.organisation import devices
from equality_tracker.organisation.forms.signing_in import SignInForm


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@sensitive_post_parameters("password")
def sign_in(request):
    going_to = _next_page(request)
    if request.user.is_authenticated:
        return HttpResponseRedirect(going_to)
    form = SignInForm(request, request.POST if request.method == "POST" else None)
    if form.is_valid():
        login(request, form.get_user())
        return devices.remember(HttpResponseRedirect(going_to), form.get_user())
    status = 429 if form.refused else 200
    return render(request, "organisation/sign_in.html", {"form": form}, status=status)


@require_POST
@login_not_required
def sign_out(request):
    logout(request)
    return redirect("organisation:sign_in")


@require_safe
@login_not_required
def admin_door(request):
    """The admin site has no sign-in of its own: nobody is sent to the one page, the wrong role is refused."""
    if request.user.is_authenticated and not request.user.is_admin:
        raise PermissionDenied
    going_to = _next_page(request, otherwise="admin:index")
    if request.user.is_authenticated:
        return HttpResponseRedirect(going_to)
    query = urlencode({"next": going_to})
    return HttpResponseRedirect(f"{reverse('organisation:sign_in')}?{query}")


def _next_page(request, otherwise="home"):
    """Return the page of this site that was asked for before signing in."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    stays_here = asked.startswith("/") and url_has_allowed_host_and_scheme(
        asked, {request.get_host()}, require_https=request.is_secure()
    )
    return asked if stays_here else reverse(otherwise)
