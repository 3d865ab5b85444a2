from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "indicators"

    def ready(self):
        from plans.exporting import measured

        from . import panels
        from .exporting import in_plan

        panels.register()
        measured.register(in_plan.read, in_plan.has_any)
