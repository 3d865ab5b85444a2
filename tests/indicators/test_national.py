"""The national set comes in as facts: nothing of it is judged before a person confirms a direction."""

import pytest
from django.core.management import CommandError, call_command

from indicators import national
from indicators.models import Indicator
from tests.factories import IndicatorFactory


def test_the_set_names_each_code_once():
    rows = national.read_set()

    codes = [row["code"] for row in rows]
    assert len(codes) == len(set(codes)) == 199
    assert all(row["title"] for row in rows)
    assert {row["suggested_direction"] for row in rows} == {"higher", "lower", ""}


@pytest.mark.django_db
def test_the_set_is_loaded_once_and_left_as_it_is():
    call_command("load_national_indicators", verbosity=0)
    Indicator.objects.filter(code="NI 1").update(title="As the council words it")

    call_command("load_national_indicators", verbosity=0)

    assert Indicator.objects.count() == 199
    assert Indicator.objects.get(code="NI 1").title == "As the council words it"
    assert Indicator.objects.without_direction().count() == 199
    assert not Indicator.objects.filter(withdrawn_on=None).exists()
    assert not Indicator.objects.filter(title_confirmed=True).exists()


@pytest.mark.parametrize("typed", ["ni 1", "NI1", "Ni 01"])
@pytest.mark.django_db
def test_a_code_that_was_typed_otherwise_is_there_already(typed):
    IndicatorFactory(code=typed, belongs_to="national")

    call_command("load_national_indicators", "NI 1", "NI 2", verbosity=0)

    assert set(Indicator.objects.values_list("code", flat=True)) == {typed, "NI 2"}


@pytest.mark.django_db
def test_some_of_the_set_can_be_picked():
    call_command("load_national_indicators", "NI 1", "NI 140", verbosity=0)

    assert {one.code for one in Indicator.objects.all()} == {"NI 1", "NI 140"}
    with pytest.raises(CommandError, match="NI 999"):
        call_command("load_national_indicators", "NI 999", verbosity=0)
