"""What the lists have in common."""

from django.core.paginator import Paginator

ROWS = 25


def page_of(rows, request):
    """Return the page of `rows` that the address asks for; the nearest one where it asks for none that there is."""
    return Paginator(rows, ROWS).get_page(request.GET.get("page"))
