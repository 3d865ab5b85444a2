"""The groups of a file's results, each beside the one that stands here: by characteristic and group."""

from collections import defaultdict
from decimal import Decimal

from indicators.models import Breakdown, Result
from plans.importing.problems import WARNING
from plans.importing.readings import cut
from plans.importing.words import bare, same, squeeze

from . import reading
from .outcome import SAID_TWICE, GroupRow

UNKNOWN = (
    "“{name}” is no characteristic that is known here, so the group “{group}” was left out. Name it as the council does, "
    "or have an admin add it."
)
NO_WHOLE = "The file gives groups for {period} but no result for the whole, here or in the file. Give the whole a result first."
TWICE = "The file gives the group “{group}” twice for this time, in other words. Neither was taken. Clear one of them."
NOT_NAMED = (
    "The file no longer names {groups} by {characteristic} for {period}, which {stands} here: {stays} as {is_}. "
    "Take away on the page of the groups what should go."
)
MORE_THAN_ALL = "{count} people out of {base} cannot be: the counts were left out, and the figure was kept."
NO_PEOPLE = "A share of nobody cannot be: the base of 0 was left out."
MOST = 2_147_483_647


def of_entry(said: dict) -> list[dict]:
    """Every group that an entry names."""
    results = [*said["results"], *(said.get("groups") or ())]
    return [group for one in results for group in one.get("breakdowns") or ()]


def weigh(row, weighing) -> None:
    """Give `row` its GroupRows: those of its results in the file, and those of results that stand here alone."""
    for figure in row.figures:
        if figure.model is Result:
            for place, said in enumerate(figure.said.get("breakdowns") or ()):
                _add(row, figure, figure.existing, said, place, weighing)
            _say_what_is_not_named(row, figure.existing, figure.said, weighing)
    for told in row.said.get("groups") or ():
        _weigh_alone(row, told, weighing)


def _weigh_alone(row, told, weighing):
    """Groups of a time for which the row has no result."""
    if not told.get("end"):
        return
    time = reading.time_of(told, Result, as_at=weighing.as_at, plan_end=None)
    slot = time and (Result, time["period_kind"], time["end"])
    slots = weighing.now.figures.get(row.indicator.pk, {}) if row.indicator else {}
    existing = slots.get(slot)
    for place, said in enumerate(told["breakdowns"]):
        if existing is None:
            message = NO_WHOLE.format(period=told["period"])
            weighing.report(row, said["cell"], WARNING, message, said["sheet"])
        else:
            _add(row, existing, existing, said, place, weighing)
    _say_what_is_not_named(row, existing, told, weighing)


def _say_what_is_not_named(row, existing, told, weighing):
    """A group that stands here beside those in the file stays, and never without a word: a file may hold some groups alone."""
    if existing is None:
        return
    named = defaultdict(list)
    for said in told.get("breakdowns") or ():
        named[bare(said["characteristic"])].append(said)
    for name, ones in named.items():
        characteristic = weighing.characteristics.get(name)
        groups = {bare(said["group"]) for said in ones}
        found = [
            one.group
            for (result, by, group), one in weighing.now.groups.items()
            if characteristic and (result, by) == (existing.pk, characteristic.pk) and group not in groups
        ]  # fmt: skip
        if found:
            weighing.report(row, ones[0]["cell"], WARNING, _not_named(found, characteristic, existing), ones[0]["sheet"])  # fmt: skip


def _not_named(found, characteristic, result):
    is_one = len(found) == 1
    return NOT_NAMED.format(
        groups=" and ".join(f"“{group[:60]}”" for group in found), characteristic=str(characteristic).lower(), period=result.period,
        stands="stands" if is_one else "stand", stays="it stays" if is_one else "they stay", is_="it is" if is_one else "they are",
    )  # fmt: skip


def _add(row, result, existing, said, place, weighing):
    """Weigh one group of `result`, which stands here as `existing`, if it does."""
    if said.get("masked") or not squeeze(said["text"]):
        return
    characteristic = weighing.characteristics.get(bare(said["characteristic"]))
    if characteristic is None:
        message = UNKNOWN.format(
            name=said["characteristic"][:60], group=said["group"][:60]
        )
        weighing.report(row, said["cell"], WARNING, message, said["sheet"])
        return
    values, asked = values_of(said, place)
    for words in asked:
        weighing.report(row, said["cell"], WARNING, words, said["sheet"])
    group = GroupRow(
        f"{row.key}:group:{said['sheet']}!{said['cell']}",
        said,
        said["cell"],
        values,
        result=result,
    )
    group.values["characteristic_id"] = characteristic.pk
    if _is_twice(row, group, weighing):
        return
    if existing is not None:
        name = existing.pk, characteristic.pk, bare(values["group"])
        group.existing = weighing.now.groups.get(name)
    if group.existing is not None:
        group.values = what_differs(group.existing, group.values)
        group.overwrites = bool(group.values)
    row.groups.append(group)


def _is_twice(row, group, weighing):
    """Whether the row has this group already; both are left out where their words differ."""
    for other in row.groups:
        same_group = other.result is group.result and (
            bare(other.said["group"]) == bare(group.said["group"])
            and bare(other.said["characteristic"]) == bare(group.said["characteristic"])
        )
        if same_group:
            if not same(other.said["text"], group.said["text"]):
                other.left_out_because = SAID_TWICE
                message = TWICE.format(group=group.said["group"][:60])
                weighing.report(row, group.cell, WARNING, message, group.said["sheet"])
            return True
    return False


def values_of(said: dict, place: int) -> tuple[dict, list[str]]:
    """What a group's cell says, by the breakdown's own fields, and what a person should look at."""
    asked = []
    value = reading.number(said.get("value"))
    count, base = _people(said.get("count")), _people(said.get("base"))
    if base == 0:
        asked.append(NO_PEOPLE)
        base = None
    if count is not None and base is not None and count > base:
        asked.append(MORE_THAN_ALL.format(count=count, base=base))
        count = base = None
    return {
        "group": cut(said["group"], 200),
        "position": place,
        "text": cut(said["text"], 300),
        "value": value,
        "reason": "" if value is not None else str(said.get("reason") or "in_words"),
        "count": count,
        "base": base,
    }, asked


def _people(value):
    """A number of people, None where it is no whole one."""
    if value is None or Decimal(str(value)) % 1 or not 0 <= value <= MOST:
        return None
    return int(value)


def what_differs(existing: Breakdown, values: dict) -> dict:
    """What of a group's figure the file says otherwise; the words decide, and blank counts leave what stands here."""
    if not same(existing.text, values["text"]):
        names = ("text", "value", "reason", "count", "base")
        return {name: values[name] for name in names}
    return {
        name: values[name]
        for name in ("count", "base")
        if values[name] is not None and getattr(existing, name) != values[name]
    }
