"""The words that a plan's spreadsheet uses for the statuses."""

from plans.models import PlanLayout

from .contents import status_words
from .layout import Layout


def status_words_of(plan):
    """Return {status key: word} as `plan`'s spreadsheet has them, priority monitoring among them."""
    known = PlanLayout.objects.filter(plan=plan).values_list("layout", flat=True)
    layout = Layout.from_dict(known[0]) if known else Layout([])
    return {key: word for key, (word, _) in status_words(plan, layout).items()}
