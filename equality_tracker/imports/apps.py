from django.apps import AppConfig
from django.core.signals import request_finished

from equality_tracker.workbooks.collecting import collect


class ImportsConfig(AppConfig):
    name = "equality_tracker.imports"
    label = "imports"

    def ready(self):
        """Let a large file's rows go once its page has been sent."""
        request_finished.connect(collect)
