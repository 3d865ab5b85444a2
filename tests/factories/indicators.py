import datetime
from decimal import Decimal

import factory

from indicators.models import Baseline, Breakdown, Comment, Indicator, Result, Target

from .organisation import DirectorateFactory, UserFactory

YEAR_END = datetime.date(2030, 3, 31)


class IndicatorFactory(factory.django.DjangoModelFactory):
    """An indicator in per cent; `better="higher"` has a person confirm which way is better."""

    class Meta:
        model = Indicator
        skip_postgeneration_save = True

    code = factory.Sequence("EQ {}".format)
    title = "Staff who are disabled"
    unit = "%"
    directorate = factory.SubFactory(DirectorateFactory)

    @factory.post_generation
    def better(self, create, direction, **options):
        if create and direction:
            self.confirm_direction(direction, by=UserFactory())


class FigureFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    indicator = factory.SubFactory(IndicatorFactory)
    text = "45%"
    value = Decimal(45)


class DatedFigureFactory(FigureFactory):
    class Meta:
        abstract = True

    period_kind = "financial_year"
    period = "2029/30"
    start = datetime.date(2029, 4, 1)
    end = YEAR_END


class BaselineFactory(FigureFactory):
    class Meta:
        model = Baseline


class TargetFactory(DatedFigureFactory):
    class Meta:
        model = Target


class ResultFactory(DatedFigureFactory):
    class Meta:
        model = Result


class BreakdownFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Breakdown

    result = factory.SubFactory(ResultFactory)
    group = factory.Sequence("Group {}".format)
    text = "40%"
    value = Decimal(40)


class CommentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Comment

    indicator = factory.SubFactory(IndicatorFactory)
    text = "The survey came late."
    made_by = factory.SubFactory(UserFactory)
