"""Writes a difference of indicators: all of it, in the caller's transaction, in statements that each write many rows.

The caller has compared with everything locked, and has written the plan's priorities.
"""

from django.db import connection
from django.utils import timezone

from indicators.models import (
    Baseline,
    Breakdown,
    Comment,
    Indicator,
    IndicatorPriority,
    Result,
    Target,
)
from plans.importing import bulk
from plans.importing.changes import Change
from plans.importing.readings import cut
from plans.importing.writing import Writing

from . import reading
from .outcome import Difference

LOCK = 6_210_411


def hold_others_back() -> None:
    """Let one import at a time write indicators: they are the council's, whatever plan a file goes into."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def apply(difference: Difference, *, by, source: str) -> list[Change]:
    """Write what `difference` says in the name of `by`; return what was made and changed, row by row.

    `source` is the file's name, which each figure keeps with its cell.
    """
    if not difference.rows:
        return []
    bulk.quicken_triggers()
    changes = _write_indicators(difference.rows)
    changes += _write_links(difference)
    at = timezone.now()
    changes += _write_figures(difference.rows, by, source, at)
    changes += _write_groups(difference.rows)
    return changes + _write_comments(difference.rows, by, at)


def _write_indicators(rows):
    """Write indicators, each whole before its parts."""
    changes, waiting = [], [row for row in rows if row.same_as is None]
    for row in waiting:
        row.written = row.indicator
    while waiting:
        ready = [row for row in waiting if _is_ready(row)]
        writing = Writing()
        for row in ready:
            _write_indicator(row, writing)
        changes += writing.write()
        done = {row.key for row in ready}
        waiting = [row for row in waiting if row.key not in done]
    for row in rows:
        row.written = row.first.written
    return changes


def _is_ready(row):
    """Whether the row's parent is in the database, where it will have one."""
    parent = row.values.get("parent")
    return parent is None or parent.written is not None


def _write_indicator(row, writing):
    values = dict(row.values)
    if "parent" in values:
        values["parent_id"] = values.pop("parent").written.pk
    if row.indicator is None:
        row.written = Indicator(**values)
        writing.new.append(row.written)
    elif values:
        writing.change(row.indicator, values)


def _write_links(difference):
    """Put each indicator under the priority that its table stands under, in the table's order.

    Where nothing new comes under a priority, the order that somebody gave it here stays.
    """
    writing, order = Writing(), {}
    for row in difference.rows:
        if row.under is not None:
            of_priority = order.setdefault(row.under.existing.pk, {})
            of_priority.setdefault(row.written.pk, row)
    here = {}
    for link in difference.current.links:
        here.setdefault(link.priority_id, []).append(link)
    for priority, rows in order.items():
        links = {one.indicator_id: one for one in here.get(priority, ())}
        if rows.keys() <= links.keys():
            continue
        rest = [pk for pk in links if pk not in rows]
        for place, pk in enumerate([*rows, *rest]):
            _place(writing, links.get(pk), pk, priority, place)
    return writing.write()


def _place(writing, link, indicator, priority, place):
    if link is None:
        link = IndicatorPriority(
            indicator_id=indicator, priority_id=priority, position=place
        )
        writing.new.append(link)
    elif link.position != place:
        writing.change(link, {"position": place})


def _write_figures(rows, by, source, at):
    writings = {model: Writing() for model in (Baseline, Target, Result)}
    for row in rows:
        for figure in row.figures:
            if figure.is_written:
                figure.written = _figure(
                    row, figure, writings[figure.model], by, source, at
                )
            else:
                figure.written = figure.existing
    return [change for one in writings.values() for change in one.write()]


def _figure(row, figure, writing, by, source, at):
    """The figure's own row, new or changed, on its way."""
    place = row.said.get("place") or f"{row.said['sheet']} {figure.cell}"
    who = {
        "source": cut(f"{source}, {place}", reading.LONGEST["source"]),
        "entered_by_id": by.pk,
        "entered_at": at,
    }
    if figure.existing is not None:
        writing.change(figure.existing, figure.values | who)
        return figure.existing
    plan = {} if figure.model is Result else {"plan_id": figure.plan}
    made = figure.model(
        indicator=row.written,
        **figure.values,
        **reading.fits(figure.time, figure.model),
        **plan,
        **who,
    )
    writing.new.append(made)
    return made


def _write_groups(rows):
    writing = Writing()
    for row in rows:
        for group in row.groups:
            result = getattr(group.result, "written", group.result)
            if not group.is_written or result is None:
                continue
            if group.existing is not None:
                writing.change(group.existing, group.values)
            else:
                writing.new.append(Breakdown(result=result, **group.values))
    return writing.write()


def _write_comments(rows, by, at):
    writing = Writing()
    for row in rows:
        if row.comment:
            writing.new.append(
                Comment(indicator=row.written, text=row.comment, made_by=by, made_at=at)
            )
    return writing.write()
