from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "equality_tracker.organisation"
    label = "organisation"
