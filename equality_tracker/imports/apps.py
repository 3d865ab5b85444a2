from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "equality_tracker.imports"
    label = "imports"
