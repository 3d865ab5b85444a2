"""Who changed a row, when, and what it was before."""

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import BigIntegerField
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .history import changes_of, is_tracked

CHANGES_A_PAGE = 25


@require_safe
def history(request, app, model, pk):
    """For admins: histories hold people's addresses and roles. A row since deleted still has its history."""
    if not request.user.is_admin:
        raise PermissionDenied
    tracked = _tracked_model(app, model)
    if pk > BigIntegerField.MAX_BIGINT:
        raise Http404
    row = tracked._base_manager.filter(pk=pk).first()
    changes = changes_of(row or tracked(pk=pk))
    if not (row or changes):
        raise Http404
    context = {
        "row": row,
        "kind": tracked._meta.verbose_name,
        "number": pk,
        "page": Paginator(changes, CHANGES_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "audit/history.html", context)


def _tracked_model(app, model):
    try:
        found = apps.get_model(app, model)
    except LookupError:
        raise Http404 from None
    if not is_tracked(found):
        raise Http404
    return found
