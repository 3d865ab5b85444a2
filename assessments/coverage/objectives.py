"""The objectives that a cell of the coverage matrix counts: headings of live plans under which an open action stands for it."""

from django.db.models import Count

from plans.models import Priority

from .scope import NONE


def objectives_of(scope, characteristic="", aim=""):
    """Return the headings with how many of the cell's actions each has, as `live`; "" asks for any, NONE for what names none."""
    actions = scope.actions
    for field, asked in (("characteristics", characteristic), ("aims", aim)):
        if asked:
            actions = actions.filter(**{field: None if asked == NONE else asked})
    return (
        Priority.objects.filter(actions__in=actions.order_by().values("pk"))
        .select_related("plan")
        .annotate(live=Count("actions", distinct=True))
        .order_by("plan__title", "plan", "position", "pk")
    )
