"""A figure of a file beside the one that stands here for its time: which that is, and what the file says otherwise."""

from indicators.models import PeriodKind, Result, Target
from indicators.published import without_people
from plans.importing.words import same

from .outcome import REMOVED


def existing_of(figure, slots, is_untimed):
    """Return the figure that stands here for the time of the file's, None where there is none; `slots` has those of its indicator."""
    found = slots.get(figure.slot) or slots.get(_of_its_month(figure))
    if found is None and figure.plan is not None:
        for_all = slots.get(_without_plan(figure.slot))
        if for_all is not None and same(for_all.text, figure.values["text"]):
            found = for_all
    if found is None and is_untimed:
        found = _same_before(slots, figure)
    return found


def _without_plan(slot):
    model, _plan, *rest = slot
    return (model, None, *rest)


def _of_its_month(figure):
    """The slot of a target that stands here for the month by whose end the file's is to be reached; None for any other figure."""
    if figure.model is not Target or figure.time["period_kind"] != PeriodKind.DATE:
        return None
    return Target, figure.plan, PeriodKind.MONTH, figure.time["end"]


def _same_before(slots, figure):
    """The newest result by a file's date that says the same: the same file sent later tells nothing new."""
    dated = [
        one
        for one in slots.values()
        if isinstance(one, Result)
        and one.period_kind == figure.time["period_kind"]
        and one.end <= figure.time["end"]
    ]
    newest = max(dated, key=lambda one: one.end, default=None)
    return newest if newest and same(newest.text, figure.values["text"]) else None


def what_differs(figure):
    """Return (what would be written, whether something would be written over): nothing where the words are the same.

    Of the same words, what the file says beside them can still be news: so many out of so many, provisional or final.
    """
    existing, values = figure.existing, figure.values
    words = values["text"]
    without = without_people(existing) if isinstance(existing, Result) else ""
    if not same(existing.text, words) and not same(without, words):
        return values, True
    beside = {
        name: values[name]
        for name in ("numerator", "denominator", "provisional")
        if values.get(name) is not None and getattr(existing, name) != values[name]
    }
    overwrites = any(getattr(existing, name) is not None for name in beside)
    return beside, overwrites


def compare_with_what_left(figure, left):
    """Of a file that went out from here: what was not changed in it stays as it is here, what changed on both sides is asked."""
    went = left.text(figure.model._meta.model_name, figure.said)
    if went is None:
        return
    if figure.existing is None:
        figure.left_out_because = REMOVED if same(went, figure.said["text"]) else ""
    elif same(went, figure.said["text"]):
        figure.values, figure.overwrites = {}, False
    elif not same(went, figure.existing.text):
        figure.is_clash = True
