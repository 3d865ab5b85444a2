from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "equality_tracker.dashboards"
    label = "dashboards"

    def ready(self):
        from assessments.coverage import whole
        from assessments.register import facts

        from .assessments_coverage import kept_whole
        from .assessments_facts import kept_facts

        facts.KEEPING.ask = kept_facts
        whole.KEEPING.ask = kept_whole
