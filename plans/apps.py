from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "plans"

    def ready(self):
        from equality_tracker.organisation import posts

        from .posts import OPEN_ACTIONS

        posts.register(OPEN_ACTIONS)
