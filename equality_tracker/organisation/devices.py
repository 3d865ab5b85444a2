"""Browsers in which somebody has signed in before: they keep some tries of their own."""

import datetime

from django.conf import settings
from django.core import signing

COOKIE = "known-device"
SALT = "equality_tracker.organisation.devices"
KEPT = datetime.timedelta(days=180)


def remember(response, user):
    """Leave a signed note in the browser that `user` has signed in there; return the response."""
    response.set_cookie(
        COOKIE,
        signing.dumps(user.pk, salt=SALT),
        max_age=KEPT,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def is_known(request, user):
    """Whether `user` (None: nobody of that name) has signed in before in the browser that sends `request`."""
    try:
        return bool(user) and user.pk == signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT
        )
    except signing.BadSignature:
        return False
