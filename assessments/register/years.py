"""The years that the register's filter offers, in one question that is read once a connection."""

from functools import cache

from assessments.models import StageMove
from assessments.models.stages import Stage
from assessments.programme.progress import year_of
from assessments.register.known import known_by
from equality_tracker.planned import Given, Planned
from equality_tracker.prepared import Prepared

STATEMENT = "SELECT ARRAY({budgets}), ({first}), ({last})"


def years_of(user, on, secret):
    """Return (years that budget proposals of theirs end in, years that financial years end in from the first signature to the last), newest
    first. `user` knows of the confidential assessments whose ids are `secret`.
    """
    ((budgets, first, last),) = _statement(user.is_admin).tuples(on=on, secret=secret)
    if first is None:
        return budgets, []
    return budgets, list(range(year_of(last), year_of(first) - 1, -1))


@cache
def _statement(is_admin):
    asked = {"budgets": _budgets(is_admin), "first": _signed("on"), "last": _signed("-on")}  # fmt: skip
    parts = {name: _compiled(rows) for name, rows in asked.items()}
    sql = STATEMENT.format(**{name: sql for name, (sql, _given) in parts.items()})
    given = [one for _sql, params in parts.values() for one in params]
    return Planned("years_of_the_register", sql, given)


def _compiled(rows):
    return Prepared(lambda: rows).sql


def _budgets(is_admin):
    known = known_by(is_admin, Given("on"), Given("secret"))
    rows = known.filter(budget_year__isnull=False)
    return rows.order_by("-budget_year").values_list("budget_year").distinct()


def _signed(order):
    signed = StageMove.objects.filter(to_stage__in=[Stage.SCREENED_OUT, Stage.APPROVED])
    return signed.order_by(order).values_list("on")[:1]
