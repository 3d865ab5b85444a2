import datetime

import factory

from assessments.models import Award, Criterion, Framework, FrameworkArea

from .organisation import LeadFactory, UserFactory

USED_FROM = datetime.date(2026, 4, 1)
LEVELS = ("Not yet Developing", "Developing", "Achieving", "Excellent")


class FrameworkFactory(factory.django.DjangoModelFactory):
    """A framework in use, with four levels: the lowest is to stand below the first."""

    class Meta:
        model = Framework
        skip_postgeneration_save = True

    key = factory.Sequence("framework-{}".format)
    name = "Framework of an invented association"
    short_name = "Invented framework"
    used_from = USED_FROM

    @factory.post_generation
    def levels(self, create, extracted, **kwargs):
        for position, name in enumerate(LEVELS):
            self.levels.create(position=position, name=name)


class FrameworkAreaFactory(factory.django.DjangoModelFactory):
    """An area whose lead's post somebody may hold."""

    class Meta:
        model = FrameworkArea

    framework = factory.SubFactory(FrameworkFactory)
    number = factory.Sequence(lambda number: number + 1)
    title = "Services for everybody"
    lead = factory.SubFactory(LeadFactory)


class CriterionFactory(factory.django.DjangoModelFactory):
    """One thing that a framework asks; `wanted=2` is the level wanted of it."""

    class Meta:
        model = Criterion

    area = factory.SubFactory(FrameworkAreaFactory)
    position = factory.Sequence(lambda number: number + 1)
    title = "Access to services"
    asks = "Can everybody reach them?"

    @classmethod
    def _create(cls, model, *args, wanted=None, **fields):
        if wanted is not None:
            fields["level_wanted"] = level(fields["area"].framework, wanted)
        return super()._create(model, *args, **fields)


class AwardFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Award

    framework = factory.SubFactory(FrameworkFactory)
    level = factory.LazyAttribute(lambda award: level(award.framework, 2))
    body = "A peer team"
    on = datetime.date(2026, 5, 4)
    lapses_on = datetime.date(2029, 5, 4)
    recorded_by = factory.SubFactory(UserFactory, role="admin")


def level(framework, position):
    """The level of `framework` at `position`: 0 is below the first."""
    return framework.levels.get(position=position)
