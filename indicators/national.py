"""The national indicator set of 2008 to 2011: codes, titles, and the direction that each title suggests.

The titles were not checked against the official list, and a direction is a suggestion: a person confirms it
before anything is judged by it.
"""

import csv
import datetime
from functools import cache

from django.conf import settings
from django.db import transaction

from indicators.models import Indicator, IndicatorSet
from indicators.words import codes as spelling

BEGAN, ENDED = datetime.date(2008, 4, 1), datetime.date(2011, 3, 31)
WHY = "The national indicator set ended in March 2011"
DROPPED = "Dropped before the national indicator set came into force"


def read_set():
    """Return the set's rows as dicts: code, title, suggested_direction, theme, place_survey, status."""
    path = settings.BASE_DIR / "fixtures" / "national_indicators.csv"
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@cache
def suggestions():
    """Return {code's key: the direction that its title suggests}, "" where it suggests none."""
    return {spelling.key(row["code"]): row["suggested_direction"] for row in read_set()}


@transaction.atomic
def load(codes=None):
    """Add what of the set is not there yet, or of `codes` alone; return the indicators added. What is there stays as it is, however its code is typed."""
    national = Indicator.objects.filter(belongs_to=IndicatorSet.NATIONAL)
    there = {spelling.key(code) for code in national.values_list("code", flat=True)}
    wanted = [
        row
        for row in read_set()
        if spelling.key(row["code"]) not in there
        and (codes is None or row["code"] in codes)
    ]
    # Somebody may be bringing the same in at this moment: then theirs stands.
    return Indicator.objects.bulk_create(
        [new_indicator(row) for row in wanted], ignore_conflicts=True
    )


def new_indicator(row):
    """An indicator of the set, withdrawn when the set ended."""
    dropped = row["status"] == "dropped"
    return Indicator(
        code=row["code"],
        title=row["title"],
        title_confirmed=False,
        belongs_to=IndicatorSet.NATIONAL,
        suggested_direction=row["suggested_direction"],
        source="Place Survey" if row["place_survey"] else "",
        introduced=None if dropped else BEGAN,
        withdrawn_on=BEGAN if dropped else ENDED,
        withdrawn_why=DROPPED if dropped else WHY,
    )
