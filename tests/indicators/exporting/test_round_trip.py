"""The council's indicators as a workbook of their own, brought back: what nobody touched changes nothing."""

import datetime
import tempfile
from decimal import Decimal

import pytest
from django.utils import timezone

from equality_tracker.imports import stages
from equality_tracker.imports.models import ImportRun
from equality_tracker.organisation.models import Characteristic
from equality_tracker.workbooks import formats
from indicators import exporting
from indicators.models import Breakdown, Indicator, Result
from indicators.words import values
from tests.factories import (
    BaselineFactory,
    BreakdownFactory,
    IndicatorFactory,
    PlanFactory,
    ResultFactory,
    TargetFactory,
)
from tests.indicators.exporting.there_and_back import (
    cell_of,
    is_unchanged,
    opened,
    saved,
)
from tests.plans.exporting.there_and_back import tables_of

pytestmark = pytest.mark.django_db
ON = datetime.date(2031, 5, 1)
EARLIER = datetime.datetime(2031, 1, 1, 12, tzinfo=datetime.UTC)


def enters(factory, indicator, text, **said):
    """A figure typed by somebody in January, as the site reads it."""
    return factory(
        indicator=indicator, text=text, entered_at=EARLIER, **read(indicator, factory, text) | said
    )  # fmt: skip


def read(indicator, factory, text):
    model = factory._meta.model(indicator=indicator)
    model.read_from(values.read(text))
    names = [
        one.name for one in model._meta.concrete_fields
        if one.name not in ("id", "version", "indicator", "plan", "period", "period_kind", "start", "end", "entered_at", "entered_by", "text")
    ]  # fmt: skip
    return {name: getattr(model, name) for name in names}


def year(ends, kind="financial_year", words=""):
    end = datetime.date(ends, 3, 31)
    words = words or f"{ends - 1}/{ends % 100:02}"
    return {"period_kind": kind, "period": words, "start": None, "end": end}


@pytest.fixture
def stood(db):
    """Indicators of every kind of figure, with groups."""
    plan = PlanFactory(reference="FN-1")
    safe = IndicatorFactory(code="EQ 1", title="People who feel safe", better="higher")
    enters(BaselineFactory, safe, "61.0%", plan=plan, period_kind="survey", period="Place Survey", end=datetime.date(2028, 12, 31))  # fmt: skip
    enters(TargetFactory, safe, "Increase of 4.1% on baseline", plan=plan, **year(2030))
    enters(TargetFactory, safe, "at least 65%", **year(2030))
    enters(TargetFactory, safe, "No target - baseline year", plan=plan, **year(2031))
    enters(ResultFactory, safe, "63.40% (provisional)", **year(2030))
    counted = enters(ResultFactory, safe, "67%", numerator=Decimal(67), denominator=Decimal(100), **year(2031))  # fmt: skip
    pay = IndicatorFactory(code="", title="Median pay", unit="GBP", parent=safe)
    enters(ResultFactory, pay, "£14,300", **year(2030, "academic_year", "the school year"))  # fmt: skip
    enters(ResultFactory, pay, "£14,000-15,000", **year(2031, "date", "at the year's end"))  # fmt: skip
    odd = IndicatorFactory(code="NI 195a", title="a) Litter", unit="", belongs_to="national")  # fmt: skip
    enters(ResultFactory, odd, "-3 (see note)", **year(2030, "quarter", "Q4"))
    enters(ResultFactory, odd, "100% (75% good or better)", **year(2031, "month", "March"))  # fmt: skip
    sex = Characteristic.objects.get(name="Sex")
    own = Characteristic.objects.create(name="Care experience")
    for place, (characteristic, group, text, count) in enumerate([
        (sex, "Women", "70%", 70), (sex, "Men", "4%", 4), (own, "Care leavers", "Not collected", None), (sex, "Other", "60%", 60),
    ]):  # fmt: skip
        value = values.read(text).value
        reason = "" if value is not None else "not_reported"
        BreakdownFactory(
            result=counted, characteristic=characteristic, group=group, text=text, value=value, reason=reason, count=count,
            base=count and 100, position=place,
        )  # fmt: skip
    return Indicator.objects.by_code()


def compared(tables):
    """The Difference of a file of indicators alone."""
    run = ImportRun(name="indicators.xlsx", tables=tables, as_at=ON, started_at=timezone.now(), decisions={})  # fmt: skip
    stages.understand(run)
    return stages.compare_indicators(run, stages.compare(run))


def book(indicators, by):
    return exporting.workbook(indicators, on=ON, by=by)


def test_a_workbook_that_nobody_touched_changes_nothing(stood, admin):
    found = compared(tables_of(book(stood, admin)))

    assert is_unchanged(found)
    assert len(list(found.weighed)) == 14


def test_a_workbook_that_another_program_saved_changes_nothing(stood, admin):
    found = compared(tables_of(saved(opened(book(stood, admin)))))

    assert is_unchanged(found)


def test_the_text_tables_change_nothing(stood, admin):
    for lines in (
        exporting.table_csv(stood, on=ON, by=admin),
        exporting.groups_csv(stood, on=ON, by=admin),
    ):
        with tempfile.NamedTemporaryFile(suffix=".csv") as file:
            file.write(b"".join(lines))
            file.flush()
            tables = {"file": "indicators.csv", **formats.read(file.name)}

        assert is_unchanged(compared(tables))


def test_a_readers_workbook_takes_no_hidden_figure_away(stood, reader):
    content = book(stood, reader)

    assert "4%" not in [cell.value for row in opened(content)["Groups"] for cell in row]
    assert is_unchanged(compared(tables_of(content)))


def test_a_figure_and_a_group_that_were_written_in_are_taken(stood, admin):
    content = opened(book(stood, admin))
    cell_of(content, "£14,300").value = "£14,900"
    cell_of(content, "70%").value = "71%"

    found = compared(tables_of(saved(content)))

    changed = [one for _row, one in found.weighed if one.outcome != "unchanged"]
    assert [(type(one.existing), one.existing.text, one.said["text"]) for one in changed] == [
        (Breakdown, "70%", "71%"), (Result, "£14,300", "£14,900"),
    ]  # fmt: skip


def test_a_row_that_was_written_below_is_new(stood, admin):
    content = opened(book(stood, admin))
    sheet = content["Indicators"]
    sheet.append(["EQ 9", "Events for carers", None, "count", None, None, None, None, "12"])  # fmt: skip

    found = compared(tables_of(saved(content)))

    assert (found.counts["new"], found.counts["figures"]) == (1, 1)


def test_words_that_count_a_small_group_are_not_taken_away_by_a_readers_copy(
    reader, admin
):
    result = enters(ResultFactory, IndicatorFactory(code="EQ 5", unit="%"), "3 of 143", **year(2031))  # fmt: skip
    sex = Characteristic.objects.get(name="Sex")
    BreakdownFactory(result=result, characteristic=sex, group="Women", count=3)

    content = book(Indicator.objects.filter(code="EQ 5"), reader)

    assert "3 of 143" not in [cell.value for row in opened(content)["Indicators"] for cell in row]  # fmt: skip
    assert is_unchanged(compared(tables_of(content)))
