"""What the pages of those who keep indicators have in common."""

from functools import wraps

import pghistory
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from equality_tracker.organisation.models import Role
from equality_tracker.organisation.saving import for_change, in_one
from indicators.models import Indicator

LIST = "indicators:indicator_list"


def may_keep(user):
    """Whether somebody keeps indicators at all: which is `Indicator.objects.kept_by`."""
    return user.is_admin or (user.is_active and user.role == Role.MANAGER)


def keeper(view):
    """Make `view` a page of the equality lead's and of managers, in one transaction."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not may_keep(request.user):
            raise PermissionDenied
        return in_one(lambda: view(request, *args, **kwargs))

    return guarded


def keeper_of_one(view):
    """Make `view` a page about one indicator, given with its key: not found for those who do not keep it; locked where something is sent."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request, pk, *args, **kwargs):
        return in_one(lambda: view(request, get_kept(request, pk), *args, **kwargs))

    return guarded


def get_kept(request, pk):
    """Return the indicator, locked where something is sent; raise Http404 where the person does not keep it."""
    rows = for_change(request, Indicator.objects.kept_by(request.user))
    return get_object_or_404(rows, pk=pk)


def because(why, by):
    """What is changed within is changed for the reason `why`, which the history keeps."""
    return pghistory.context(reason=why, user=by.pk)
