from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "equality_tracker.dashboards"
    label = "dashboards"

    def ready(self):
        from assessments.coverage import harm
        from assessments.register import facts

        from .assessments_facts import kept_facts
        from .assessments_harm import kept_harm

        facts.KEEPING.ask = kept_facts
        harm.KEEPING.ask = kept_harm
