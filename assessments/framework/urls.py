"""The addresses of frameworks, below /assessments/framework/."""

from django.urls import path

from assessments import views

urlpatterns = [
    path("", views.framework_list, name="framework_list"),
    path("new/", views.framework_begin, name="framework_begin"),
    path("areas/<int:pk>/", views.framework_area, name="framework_area"),
    path("areas/<int:pk>/edit/", views.framework_area_edit, name="framework_area_edit"),
    path("criteria/<int:pk>/", views.framework_criterion, name="framework_criterion"),
    path(
        "criteria/<int:pk>/edit/",
        views.framework_criterion_edit,
        name="framework_criterion_edit",
    ),
    path("criteria/<int:pk>/judge/", views.framework_judge, name="framework_judge"),
    path(
        "criteria/<int:pk>/evidence/add/",
        views.framework_evidence_add,
        name="framework_evidence_add",
    ),
    path(
        "criteria/<int:pk>/evidence/<int:evidence>/",
        views.framework_evidence_file,
        name="framework_evidence_file",
    ),
    path(
        "criteria/<int:pk>/evidence/<int:evidence>/remove/",
        views.framework_evidence_remove,
        name="framework_evidence_remove",
    ),
    path("<slug:key>/", views.framework_detail, name="framework_detail"),
    path("<slug:key>/criteria/", views.framework_criteria, name="framework_criteria"),
    path("<slug:key>/edit/", views.framework_edit, name="framework_edit"),
    path("<slug:key>/close/", views.framework_close, name="framework_close"),
    path("<slug:key>/word/", views.framework_word, name="framework_word"),
    path(
        "<slug:key>/results/new/", views.framework_award_add, name="framework_award_add"
    ),
    path(
        "<slug:key>/results/<int:pk>/",
        views.framework_award_edit,
        name="framework_award_edit",
    ),
    path(
        "<slug:key>/results/<int:pk>/report/",
        views.framework_award_report,
        name="framework_award_report",
    ),
    path(
        "<slug:key>/results/<int:pk>/remove/",
        views.framework_award_remove,
        name="framework_award_remove",
    ),
]
