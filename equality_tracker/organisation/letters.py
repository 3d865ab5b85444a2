"""The e-mails that people get: an invitation, a link to a new password, a note that something of theirs changed."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string

from .links import Link
from .models import User

logger = logging.getLogger(__name__)


class RedirectThen(HttpResponseRedirect):
    """Sends the reader on, and does `job` when the answer is out: how long it takes tells the reader nothing."""

    def __init__(self, url, job):
        super().__init__(url)
        self._job = job

    def close(self):
        try:
            self._job()
        except Exception:
            logger.exception("What was to follow an answer failed")
        finally:
            super().close()


def invite(user, by, request):
    """Send `user` the link with which they choose a password; raise OSError where the mail server does not take it."""
    _send("invitation", user, request, link=Link.to(user, "invitation"), by=by)


def send_reset(email, request):
    """Send a link to a new password to the person who signs in as `email`, if there is one."""
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user:
        _send("reset", user, request, link=Link.to(user, "reset"))


def tell_password_changed(user, request):
    """Tell `user` that their password was changed, in case it was not them."""
    _send_or_log("password_changed", user, request)


def tell_address_changed(user, old, request):
    """Tell `user`, at their `old` address, that they now sign in with another."""
    _send_or_log("address_changed", user, request, to=old)


def _send(name, user, request, *, to=None, link=None, by=None):
    text = render_to_string(
        f"organisation/letters/{name}.txt",
        {
            "person": user,
            "by": by,
            "council_name": settings.COUNCIL_NAME,
            "contact_email": settings.CONTACT_EMAIL,
            "days": settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60),
            "link": request.build_absolute_uri(link.path) if link else "",
            "sign_in": request.build_absolute_uri("/sign-in/"),
        },
    )
    subject, _, body = text.partition("\n")
    send_mail(subject.strip(), body.strip() + "\n", None, [to or user.email])


def _send_or_log(name, user, request, **more):
    try:
        _send(name, user, request, **more)
    except OSError:
        logger.exception("The mail server did not take the letter %s", name)
