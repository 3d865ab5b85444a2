from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "equality_tracker.dashboards"
    label = "dashboards"
