"""The frameworks that the site knows: published levels and areas as facts, criteria in the site's own words."""

import json
from functools import cache

from django.conf import settings
from django.db import transaction

from assessments.models import Criterion, Framework

FACTS = ("name", "short_name", "year", "publisher", "area_word", "about")


@cache
def read_frameworks():
    """Return {key: the framework as the fixture holds it}, the oldest first."""
    path = settings.BASE_DIR / "fixtures" / "frameworks.json"
    return {each["key"]: each for each in json.loads(path.read_text(encoding="utf-8"))}


@transaction.atomic
def load(keys=None):
    """Add the frameworks that are not there yet, or of `keys` alone; return those added. What is there stays as it is."""
    wanted = [one for key, one in read_frameworks().items() if not keys or key in keys]
    there = set(Framework.objects.values_list("key", flat=True))
    return [_add(each) for each in wanted if each["key"] not in there]


def _add(each):
    framework = Framework.objects.create(
        key=each["key"], **{name: each[name] for name in FACTS}
    )
    for position, (name, meaning) in enumerate(each["levels"]):
        framework.levels.create(position=position, name=name, meaning=meaning)
    for number, area in enumerate(each["areas"], start=1):
        _add_area(framework, number, area)
    return framework


def _add_area(framework, number, each):
    area = framework.areas.create(number=number, title=each["title"])
    Criterion.objects.bulk_create(
        Criterion(area=area, position=position, title=title, asks=asks)
        for position, (title, asks) in enumerate(each["criteria"], start=1)
    )
