"""The frameworks that the site knows: the published levels and areas, loaded once and never over a council's own words."""

import pytest
from django.core.management import CommandError, call_command

from assessments.framework import loading
from assessments.models import Criterion, Framework

LEVELS = {"equality-standard": 5, "eflg-2009": 3, "eflg-2021": 3}
AREAS = {"equality-standard": 4, "eflg-2009": 5, "eflg-2021": 4}


@pytest.mark.parametrize("key", LEVELS)
def test_a_framework_has_its_published_levels_and_areas(key):
    one = loading.read_frameworks()[key]

    assert len(one["levels"]) == LEVELS[key] + 1
    assert len(one["areas"]) == AREAS[key]


def test_every_title_is_said_once_within_its_area_and_every_level_is_explained():
    for one in loading.read_frameworks().values():
        assert all(meaning for _name, meaning in one["levels"])
        for area in one["areas"]:
            titles = [title for title, _asks in area["criteria"]]
            assert len(set(titles)) == len(titles) > 0


@pytest.mark.django_db
def test_loading_brings_all_of_a_framework_and_uses_none():
    (framework,) = loading.load(["eflg-2021"])

    assert [one.name for one in framework.levels.order_by("position")][1:] == [
        "Developing", "Achieving", "Excellent",
    ]  # fmt: skip
    assert framework.areas.count() == 4
    assert Criterion.objects.filter(area__framework=framework).count() == 17
    assert not framework.is_in_use


@pytest.mark.django_db
def test_loading_again_adds_nothing_and_leaves_what_the_council_changed():
    (framework,) = loading.load(["eflg-2009"])
    framework.areas.filter(number=1).update(title="As we call it")

    added = loading.load()

    assert sorted(one.key for one in added) == ["eflg-2021", "equality-standard"]
    assert framework.areas.get(number=1).title == "As we call it"


@pytest.mark.django_db
def test_the_command_says_how_many_it_added(capsys):
    call_command("load_frameworks")

    assert capsys.readouterr().out == "3 frameworks added.\n"
    assert not Framework.objects.in_use().exists()


@pytest.mark.django_db
def test_the_command_names_what_it_does_not_know():
    with pytest.raises(
        CommandError, match="Not known: eflg-1066. There are: equality-standard"
    ):
        call_command("load_frameworks", "eflg-1066")
