"""The addresses of indicators."""

from django.urls import include, path

from . import views
from .views import (
    answers,
    direction,
    indicator,
    lists,
    pick,
    taking_away,
    targets,
)

app_name = "indicators"

of_a_plan = [
    path("", pick.plan_indicators, name="plan_indicators"),
    path("pick/", pick.pick, name="pick"),
    path("pick/confirm/", pick.pick_confirm, name="pick_confirm"),
]
one_indicator = [
    path("", views.indicator_detail, name="indicator_detail"),
    path("export.xlsx", taking_away.indicator_workbook, name="indicator_workbook"),
    path("edit/", indicator.indicator_edit, name="indicator_edit"),
    path("withdraw/", indicator.indicator_withdraw, name="indicator_withdraw"),
    path("plans/", pick.indicator_plans, name="indicator_plans"),
    path("targets/", targets.target_list, name="target_list"),
    path("targets/new/", targets.target_create, name="target_create"),
    path("targets/<int:target_pk>/", targets.target_edit, name="target_edit"),
    path(
        "targets/<int:target_pk>/remove/", targets.target_remove, name="target_remove"
    ),
    path("baselines/new/", targets.baseline_create, name="baseline_create"),
    path("baselines/<int:baseline_pk>/", targets.baseline_edit, name="baseline_edit"),
    path(
        "baselines/<int:baseline_pk>/remove/",
        targets.baseline_remove,
        name="baseline_remove",
    ),
]
urlpatterns = [
    path("", views.indicator_list, name="indicator_list"),
    path("export.xlsx", lists.indicator_export_xlsx, name="indicator_export_xlsx"),
    path("export.csv", lists.indicator_export_csv, name="indicator_export_csv"),
    path("groups.csv", taking_away.groups_export_csv, name="groups_export_csv"),
    path("new/", indicator.indicator_create, name="indicator_create"),
    path("directions/", direction.directions, name="directions"),
    path("targets/to-answer/", answers.targets_to_answer, name="targets_to_answer"),
    path("plans/<str:reference>/", include(of_a_plan)),
    path("<int:pk>/", include(one_indicator)),
    path("<int:pk>/results/add/", views.result_add, name="result_add"),
    path("<int:pk>/results/changes/", views.result_changes, name="result_changes"),
    path("<int:pk>/comment/", views.comment_add, name="comment_add"),
    path("sheet/", views.sheet, name="sheet"),
    path("sheet.xlsx", taking_away.sheet_to_fill_in, name="sheet_to_fill_in"),
    path("results/<int:pk>/correct/", views.result_correct, name="result_correct"),
    path("results/<int:pk>/final/", views.result_final, name="result_final"),
    path(
        "results/<int:pk>/take-back/", views.result_take_back, name="result_take_back"
    ),
    path("results/<int:pk>/groups/", views.result_groups, name="result_groups"),
    path(
        "results/<int:pk>/groups/<int:characteristic>/",
        views.result_groups_of,
        name="result_groups_of",
    ),
]
