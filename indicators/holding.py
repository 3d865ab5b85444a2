"""The one order in which rows are locked: indicators by their number, before what is kept of them."""

from indicators.models import Indicator


def hold_indicators(ids):
    """Lock the indicators `ids` until the transaction ends: a figure that is written to afterwards forgets their verdict, which needs them."""
    rows = Indicator.objects.filter(pk__in=ids).order_by("pk")
    list(rows.select_for_update(of=("self",), no_key=True).values_list("pk"))
