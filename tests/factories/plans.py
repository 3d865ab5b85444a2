import datetime

import factory

from plans.models import Action, Evidence, Plan, Priority

from .organisation import DirectorateFactory, UserFactory

REPORTED_ON = datetime.date(2026, 6, 30)


class PlanFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Plan

    reference = factory.Sequence("EQ-{}".format)
    title = factory.Sequence("Equality plan {}".format)
    start = datetime.date(2026, 4, 1)
    end = datetime.date(2029, 3, 31)
    state = Plan.State.LIVE


class PriorityFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Priority

    plan = factory.SubFactory(PlanFactory)
    number = factory.Sequence(lambda n: str(n + 1))
    position = factory.Sequence(lambda n: n)
    title = "Services that everybody can use"


class ActionFactory(factory.django.DjangoModelFactory):
    """An action of a live plan. `rag_status="slipped"` gives it the update that says so: there is no other way to a status.

    `reported_on`, `progress`, `reason` and `reported_by` speak of that update; `leads` is a list of leads.
    """

    class Meta:
        model = Action
        skip_postgeneration_save = True
        exclude = ["rag_status", "reported_on", "progress", "reason", "reported_by"]

    class Params:
        pass

    rag_status = None
    reported_on = REPORTED_ON
    progress = "The first sessions were held."
    reason = "The contractor was late."
    reported_by = None

    priority = factory.SubFactory(PriorityFactory)
    plan = factory.SelfAttribute("priority.plan")
    directorate = factory.SubFactory(DirectorateFactory)
    position = factory.Sequence(lambda n: n)
    reference = factory.Sequence("1.{}".format)
    title = "Publish the workforce equality report"

    @classmethod
    def _generate(cls, strategy, params):
        said = {
            name: params.pop(name, getattr(cls, name, None))
            for name in (
                "rag_status",
                "reported_on",
                "progress",
                "reason",
                "reported_by",
            )
        }
        action = super()._generate(strategy, params)
        if said["rag_status"] and strategy == factory.enums.CREATE_STRATEGY:
            action.record_update(
                by=said["reported_by"] or UserFactory(),
                on=said["reported_on"],
                rag_status=said["rag_status"],
                progress=said["progress"],
                reason=said["reason"],
            )
        return action

    @factory.post_generation
    def leads(self, create, extracted, **kwargs):
        if create and extracted:
            self.leads.set(extracted)


class EvidenceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Evidence

    action = factory.SubFactory(ActionFactory)
    kind = Evidence.Kind.NOTE
    text = "Minutes of the June meeting."
    added_by = factory.SubFactory(UserFactory)
