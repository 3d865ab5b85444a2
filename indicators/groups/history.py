"""What a result's groups were before they were changed, for who may enter them: who, when, why, before and after."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth import get_user_model
from django.utils import timezone
from pghistory.core import event_models

from indicators.models import Breakdown

SHOWN = 30


@dataclass(frozen=True)
class GroupChange:
    """A group that says something else than before; `before` is never "", `after` "" where the group was taken out."""

    when: datetime.datetime
    who: str
    group: str
    before: str
    after: str
    why: str


def of_result(result) -> dict:
    """Return {characteristic's id: the newest changes of its groups, newest first}; what was only entered is no change. Two queries."""
    (events, *_rest) = event_models(tracks_model=Breakdown)
    rows = events.objects.filter(result_id=result.pk).order_by("pgh_obj_id", "pgh_id")
    steps = []
    for _group, told in groupby(rows, key=lambda row: row.pgh_obj_id):
        told = list(told)
        steps += zip(told, told[1:], strict=False)
    steps = [each for each in steps if _in_words(each[0]) != _after(each[1]) or _is_renamed(*each)]  # fmt: skip
    steps.sort(key=lambda each: (each[1].pgh_created_at, each[1].pgh_id), reverse=True)
    names = _names(steps)
    found = defaultdict(list)
    for before, row in steps:
        if len(found[row.characteristic_id]) < SHOWN:
            found[row.characteristic_id].append(_change(before, row, names))
    return dict(found)


def _change(before, row, names):
    told = row.pgh_context or {}
    group = f"{before.group}, now {row.group}" if _is_renamed(before, row) else row.group  # fmt: skip
    return GroupChange(
        timezone.localtime(row.pgh_created_at), names.get(told.get("user")) or f"database role {row.pgh_database_role}",
        group, _in_words(before), _after(row), told.get("reason") or "",
    )  # fmt: skip


def _is_renamed(before, row):
    return before.group != row.group


def _after(row):
    return "" if row.pgh_label == "delete" else _in_words(row)


def _in_words(row):
    """ "23.3%, 70 of 300"."""
    count = "" if row.count is None else f"{row.count:,}"
    base = "" if row.base is None else f"{row.base:,}"
    people = f"{count} of {base}" if count and base else count or (base and f"out of {base}")  # fmt: skip
    return ", ".join(filter(None, (row.text, people)))


def _names(steps):
    asked = {(row.pgh_context or {}).get("user") for _before, row in steps}
    people = get_user_model().objects.filter(pk__in=asked - {None})
    return {person.pk: str(person) for person in people}
