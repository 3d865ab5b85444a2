"""The addresses of indicators."""

from django.urls import path

from . import views

app_name = "indicators"

urlpatterns = [
    path("", views.indicator_list, name="indicator_list"),
    path("<int:pk>/", views.indicator_detail, name="indicator_detail"),
    path("<int:pk>/results/add/", views.result_add, name="result_add"),
    path("<int:pk>/results/changes/", views.result_changes, name="result_changes"),
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
