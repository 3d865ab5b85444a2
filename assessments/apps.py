from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "assessments"

    def ready(self):
        from . import panels
        from .framework import panels as of_frameworks

        panels.register()
        of_frameworks.register()
