"""A heading that comes back, weighed against itself as it left: what changed in the file alone is news, what changed here too is asked."""

from . import readings
from .sides import Clash
from .words import same, squeeze


def keep_heading_news(priority, names, sides, choices):
    """Take out of the `values` of a PriorityRow what did not change in the file and, unless the file's was chosen, what changed here too.

    An export that did not keep how its priorities stood is taken by the words of its headings: what stands otherwise here is asked.
    """
    existing = priority.existing
    left = existing and sides.headings.get(existing.pk)
    if not left:
        return
    before = readings.priority_values(left, names)
    after = readings.priority_values(priority.said, names)
    went = sides.stood.get(existing.pk, before)
    for name in list(priority.values):
        if same(before[name], after[name]):
            del priority.values[name]
        elif not same(getattr(existing, name), went[name]):
            _ask(priority, name, went[name], names, choices)


def _ask(priority, name, went, names, choices):
    ours, theirs = getattr(priority.existing, name), priority.values[name]
    sides = went, theirs, ours
    if name == "directorate_id":
        named = {one.pk: str(one) for one in names.directorates.values()}
        sides = [named.get(pk, "") for pk in sides]
    left, theirs, ours = (squeeze(one) for one in sides)
    clash = Clash(priority.existing.pk, f"priority.{name}", left, theirs, ours)
    priority.clashes.append(clash)
    if not clash.is_for_the_file(choices.clashes.get(clash.key)):
        del priority.values[name]
