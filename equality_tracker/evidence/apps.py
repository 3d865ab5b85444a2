from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "equality_tracker.evidence"
    label = "evidence"
