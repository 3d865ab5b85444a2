"""A few indicators in a line each: their newest result beside its target, the verdict, and what was last said of it. One statement.

Which figures those are is chosen by `comparing`, as for the verdicts that are kept.
"""

import datetime
import re
from functools import cache
from typing import NamedTuple

from django.db import connection
from django.urls import reverse

from equality_tracker.prepared import Prepared, filled
from indicators.models import Indicator
from indicators.performance import Judgement
from indicators.published import words_without_people
from indicators.standing import verdicts

COLUMNS = f"""
    indicator.id, indicator.code, indicator.title, indicator.withdrawn_on, comment.text, comment.made_at::date, comment.made_by,
    {verdicts.JUDGED}
"""
# What is said of the newest result's time comes before what was said in general.
ROWS = f"""
    {verdicts.NEWEST_ROWS}
    LEFT JOIN LATERAL (
        SELECT said.text, said.made_at, COALESCE(NULLIF(person.name, ''), person.email) AS made_by
        FROM indicators_comment AS said JOIN organisation_user AS person ON person.id = said.made_by_id
        WHERE said.indicator_id = indicator.id AND (said."end" = newest."end" OR said."end" IS NULL)
        ORDER BY said."end" IS NULL, said.made_at DESC, said.id DESC LIMIT 1
    ) comment ON true
"""


class Comment(NamedTuple):
    """What somebody said of the newest result."""

    text: str
    made_on: datetime.date
    made_by: str


class Newest(NamedTuple):
    """One indicator as a line says it; figures in their words as published without how many people there are, "" where there is none."""

    pk: int
    code: str
    title: str
    withdrawn_on: datetime.date | None
    result: str
    period: str
    provisional: bool | None
    target: str
    comment: Comment | None
    judgement: Judgement
    kept: verdicts.Kept

    @property
    def verdict(self):
        return self.judgement.verdict

    @property
    def url(self):
        return reverse("indicators:indicator_detail", args=[self.pk])


def by_id(ids):
    """Return {id: Newest} of the indicators `ids`: one query."""
    return {one.pk: one for one in asked_for(_of_ids, ids=list(ids))}


def by_code(found):
    """In the order of their codes as people count, those without a code last."""

    def place(one):
        parts = re.split(r"(\d+)", one.code)
        parts[1::2] = [number.zfill(12) for number in parts[1::2]]
        return not one.code, parts, one.title, one.pk

    return sorted(found, key=place)


def asked_for(question, **given):
    """Return the Newest of each indicator that a prepared question finds the ids of."""
    sql, params = _statement(question)
    with connection.cursor() as cursor:
        cursor.execute(sql, filled(params, given))
        return [line_of(*verdicts.parsed(row)) for (row,) in cursor]


@cache
def _statement(question):
    asked, params = question.sql
    return (
        f"SELECT json_build_array({COLUMNS})::text {ROWS} WHERE indicator.id IN ({asked})",
        params,
    )


@Prepared
def _of_ids(ids):
    return Indicator.objects.filter(pk__among=ids).order_by().values("pk")


def line_of(pk, code, title, withdrawn_on, said, made_on, made_by, *judged):
    """Return the Newest of the values of `COLUMNS`, dates as such or in the words of JSON."""
    comment = Comment(said, _day(made_on), made_by) if said else None
    told = verdicts.Told(*judged)
    result, target = told.compared.result, told.compared.target
    return Newest(
        pk, code, title, _day(withdrawn_on),
        words_without_people(result.text, result.as_measure()) if result else "",
        result.period if result else "", result and result.provisional, target.text if target else "", comment, told.compared.judgement, told.kept,
    )  # fmt: skip


def _day(said):
    return datetime.date.fromisoformat(said) if isinstance(said, str) else said
