"""The addresses of plans, actions and rounds."""

from django.urls import include, path

from .views import (
    action_detail,
    action_list,
    action_update,
    evidence,
    rounds,
    your_actions,
)

app_name = "plans"

action_lists = [
    path("actions/", action_list.action_list, name="action_list"),
    path("actions/export.csv", action_list.action_export_csv, name="action_export_csv"),
    path(
        "actions/export.xlsx", action_list.action_export_xlsx, name="action_export_xlsx"
    ),
]
yours = [
    path("your-actions/", your_actions.your_actions, name="your_actions"),
    path(
        "your-actions/<slug:section>/",
        your_actions.your_actions_section,
        name="your_actions_section",
    ),
]
one_action = [
    path("", action_detail.action_detail, name="action_detail"),
    path("reading/", action_detail.action_reading, name="action_reading"),
    path(
        "milestones/<int:milestone_pk>/",
        action_detail.milestone_met,
        name="milestone_met",
    ),
    path("update/", action_update.action_update, name="action_update"),
    path("no-change/", action_update.action_no_change, name="action_no_change"),
    path(
        "updates/<int:update_pk>/undo/", action_update.update_undo, name="update_undo"
    ),
    path("evidence/add/", evidence.evidence_add, name="evidence_add"),
    path("evidence/<int:evidence_pk>/", evidence.evidence_file, name="evidence_file"),
    path(
        "evidence/<int:evidence_pk>/remove/",
        evidence.evidence_remove,
        name="evidence_remove",
    ),
]
round_pages = [
    path("rounds/", rounds.round_list, name="round_list"),
    path("rounds/new/", rounds.round_open, name="round_open"),
    path("rounds/<int:pk>/", rounds.round_detail, name="round_detail"),
    path("rounds/<int:pk>/close/", rounds.round_close, name="round_close"),
]
urlpatterns = [
    *yours,
    path("actions/<int:pk>/", include(one_action)),
    *round_pages,
    *action_lists,
]
