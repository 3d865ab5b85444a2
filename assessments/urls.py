"""The addresses of assessments."""

from django.urls import include, path

from . import views

app_name = "assessments"

urlpatterns = [
    path("", views.assessment_list, name="assessment_list"),
    path("assessments.csv", views.assessment_export_csv, name="assessment_export_csv"),
    path(
        "assessments.xlsx", views.assessment_export_xlsx, name="assessment_export_xlsx"
    ),
    path("board/", views.assessment_board, name="assessment_board"),
    path("programme/", views.programme, name="programme"),
    path("programme.csv", views.programme_export_csv, name="programme_export_csv"),
    path("programme.xlsx", views.programme_export_xlsx, name="programme_export_xlsx"),
    path("programme/new/", views.target_create, name="target_create"),
    path("programme/<int:pk>/", views.target_edit, name="target_edit"),
    path("new/", views.assessment_create, name="assessment_create"),
    path("<int:pk>/", views.assessment_detail, name="assessment_detail"),
    path("<int:pk>/edit/", views.assessment_edit, name="assessment_edit"),
    path("<int:pk>/people/", views.people, name="people"),
    path(
        "<int:pk>/people/<int:contributor>/remove/",
        views.contributor_remove,
        name="contributor_remove",
    ),
    path("<int:pk>/screening/", views.screening, name="screening"),
    path("<int:pk>/pages/<slug:page>/", views.page, name="page"),
    path("<int:pk>/impact/<int:characteristic>/", views.impact, name="impact"),
    path("<int:pk>/mitigations/", views.mitigations, name="mitigations"),
    path("<int:pk>/mitigations/add/", views.mitigation_add, name="mitigation_add"),
    path(
        "<int:pk>/mitigations/<int:mitigation>/",
        views.mitigation_edit,
        name="mitigation_edit",
    ),
    path(
        "<int:pk>/mitigations/<int:mitigation>/remove/",
        views.mitigation_remove,
        name="mitigation_remove",
    ),
    path(
        "<int:pk>/mitigations/<int:mitigation>/action/",
        views.mitigation_action,
        name="mitigation_action",
    ),
    path("<int:pk>/outcome/", views.outcome, name="outcome"),
    path("<int:pk>/signers/add/", views.signer_add, name="signer_add"),
    path(
        "<int:pk>/signers/<int:signer>/remove/",
        views.signer_remove,
        name="signer_remove",
    ),
    path(
        "<int:pk>/versions/<int:number>/", views.version_detail, name="version_detail"
    ),
    path(
        "<int:pk>/versions/<int:number>/word/", views.version_word, name="version_word"
    ),
    path("coverage/", views.coverage, name="coverage"),
    path("coverage/coverage.csv", views.coverage_csv, name="coverage_csv"),
    path("coverage/coverage.xlsx", views.coverage_xlsx, name="coverage_xlsx"),
    path("coverage/objectives/", views.coverage_objectives, name="coverage_objectives"),
    path("framework/", include("assessments.framework.urls")),
    path("cumulative/", views.cumulative, name="cumulative"),
    path(
        "cumulative/<slug:part>.csv",
        views.cumulative_csv,
        name="cumulative_csv",
    ),
    path(
        "cumulative/<slug:part>.xlsx",
        views.cumulative_xlsx,
        name="cumulative_xlsx",
    ),
    path("<int:pk>/new-version/", views.version_begin, name="version_begin"),
    path(
        "<int:pk>/versions/<int:number>/<slug:move>/",
        views.stage_move,
        name="stage_move",
    ),
]
