"""Pages of a kind that only one role may open."""

from functools import wraps

from django.core.exceptions import PermissionDenied


def for_admins(view):
    """Answer 403 to everybody who is not an admin; sign-in is asked before, as on every page."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_admin:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
