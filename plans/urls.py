"""The addresses of plans, actions and rounds."""

from django.urls import include, path

from .views import (
    action_detail,
    action_edit,
    action_list,
    action_update,
    bulk_update,
    evidence,
    plan_detail,
    plan_edit,
    plan_list,
    plan_spreadsheet,
    priority_edit,
    rounds,
    status_wordings,
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
plan_pages = [
    path("plans/", plan_list.plan_list, name="plan_list"),
    path("plans/new/", plan_edit.plan_create, name="plan_create"),
    path("plans/blank.xlsx", plan_spreadsheet.blank_plan, name="blank_plan"),
    path("statuses/", status_wordings.council_wordings, name="council_wordings"),
]
one_plan = [
    path("", plan_detail.plan_detail, name="plan_detail"),
    path("contents/", plan_edit.plan_contents, name="plan_contents"),
    path("edit/", plan_edit.plan_edit, name="plan_edit"),
    path("state/", plan_edit.plan_state, name="plan_state"),
    path("statuses/", status_wordings.plan_wordings, name="plan_wordings"),
    path("spreadsheet/", plan_spreadsheet.plan_spreadsheet, name="plan_spreadsheet"),
    path(
        "spreadsheet/<slug:token>/",
        plan_spreadsheet.plan_spreadsheet_file,
        name="plan_spreadsheet_file",
    ),
    path("priorities/new/", priority_edit.priority_create, name="priority_create"),
    path("actions/new/", action_edit.action_create, name="action_create"),
]
parts_of_a_plan = [
    path(
        "priorities/<int:pk>/edit/", priority_edit.priority_edit, name="priority_edit"
    ),
    path(
        "priorities/<int:pk>/remove/",
        priority_edit.priority_remove,
        name="priority_remove",
    ),
    path("actions/<int:pk>/edit/", action_edit.action_edit, name="action_edit"),
    path("actions/<int:pk>/remove/", action_edit.action_remove, name="action_remove"),
    path("actions/bulk-update/", bulk_update.bulk_update, name="bulk_update"),
]
urlpatterns = [
    *yours,
    path("actions/<int:pk>/", include(one_action)),
    *round_pages,
    *action_lists,
    *plan_pages,
    path("plans/<str:reference>/", include(one_plan)),
    *parts_of_a_plan,
]
