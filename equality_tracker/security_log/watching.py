"""Sees requests come and answers go, and writes the lines that no one page could: what was refused, and what was taken away."""

from django.contrib.admin.models import LogEntry
from django.contrib.auth.signals import (
    user_logged_in,
    user_logged_out,
    user_login_failed,
)
from django.db.models.signals import post_save
from django.dispatch import receiver

from equality_tracker.organisation.sources import source_of

from .lines import NOBODY, asking, tell

SAFE = {"GET", "HEAD", "OPTIONS"}
FORBIDDEN, NOT_FOUND = 403, 404
# Parts of an address that open a door by themselves are never written down.
SECRET = {"token", "uid"}


class SecurityLogMiddleware:
    """Lets every line say who asks and from where, and writes those of refusals and of files that were taken away."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        here = asking.set(lambda: _who_and_where(request))
        try:
            response = self.get_response(request)
            if told := _event(request, response):
                event, refused = told
                tell(event, refused=refused, **_asked(request))
            return response
        finally:
            asking.reset(here)


def _who_and_where(request):
    person = getattr(request, "user", None)
    return getattr(person, "pk", None) or NOBODY, source_of(request)


def _event(request, response):
    """Return the words for what happened and whether it was refused; None where no line is asked for."""
    status, sent = response.status_code, request.method not in SAFE
    if status == FORBIDDEN or (status == NOT_FOUND and sent):
        return "refused", True
    if sent:
        # A form that comes back with its file not taken; a page leads on where it was.
        return ("file not taken", True) if _has_file(request, status) else None
    # Of a HEAD nobody gets more than the name.
    is_taken = request.method == "GET" and _is_file(response)
    return ("taken away", False) if is_taken else None


def _has_file(request, status):
    # Only what the page has read itself: to look would be to take the file in.
    return not 300 <= status < 400 and bool(getattr(request, "_files", None))


def _is_file(response):
    return response.headers.get("Content-Disposition", "").startswith("attachment")


def _asked(request):
    """Return what was asked for: the name of its address, and the parts of that which are no secret."""
    match = request.resolver_match
    if match is None:
        return {"method": request.method, "page": request.path}
    parts = {key: value for key, value in match.kwargs.items() if key not in SECRET}
    return {"method": request.method, "page": match.view_name, **parts}


@receiver(user_logged_in)
def _signed_in(user, **said):
    tell("signed in", who=user.pk)


@receiver(user_logged_out)
def _signed_out(user, **said):
    tell("signed out", who=user.pk if user else None)


@receiver(user_login_failed)
def _not_signed_in(credentials, **said):
    tell("sign-in refused", refused=True, tried=credentials.get("username", ""))


@receiver(post_save, sender=LogEntry)
def _changed_in_the_admin_site(instance, **said):
    tell(
        "changed in the admin site",
        who=instance.user_id,
        what=instance.content_type,
        row=instance.object_id,
        how=instance.get_change_message(),
    )
