from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "equality_tracker.audit"
    label = "audit"
