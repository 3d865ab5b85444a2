"""The addresses of plans, actions and rounds."""

from django.urls import path

from .views import action_list

app_name = "plans"

action_lists = [
    path("actions/", action_list.action_list, name="action_list"),
    path("actions/export.csv", action_list.action_export_csv, name="action_export_csv"),
    path(
        "actions/export.xlsx", action_list.action_export_xlsx, name="action_export_xlsx"
    ),
]
urlpatterns = [*action_lists]
