import factory

from equality_tracker.organisation.models import Directorate, Holding, Lead, Role, User


class DirectorateFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Directorate

    name = factory.Sequence("Directorate {}".format)


class UserFactory(factory.django.DjangoModelFactory):
    """A person; `directorates=[...]` puts them there. Their password is "correct horse battery"."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence("person{}@northmere.example".format)
    name = factory.Sequence("Person {}".format)
    role = Role.OFFICER
    password = factory.django.Password("correct horse battery")

    @factory.post_generation
    def directorates(self, create, extracted, **kwargs):
        if create and extracted:
            self.directorates.set(extracted)


class LeadFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Lead

    name = factory.Sequence("Lead {}".format)


class HoldingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Holding

    lead = factory.SubFactory(LeadFactory)
    user = factory.SubFactory(UserFactory)
