"""The addresses of the dashboards: the whole council's, and below its number each directorate's."""

from django.urls import path

from . import views

app_name = "dashboards"

council = [
    path("", views.council, name="council"),
    path("lists/<slug:kind>/", views.rows, name="council_rows"),
    path("chase/", views.chase, name="council_chase"),
    path("chase/csv/", views.chase_csv, name="council_chase_csv"),
    path("word/", views.word, name="council_word"),
]
directorate = [
    path("<int:pk>/", views.directorate, name="directorate"),
    path("<int:pk>/lists/<slug:kind>/", views.rows, name="directorate_rows"),
    path("<int:pk>/chase/", views.chase, name="directorate_chase"),
    path("<int:pk>/chase/csv/", views.chase_csv, name="directorate_chase_csv"),
    path("<int:pk>/word/", views.word, name="directorate_word"),
]
urlpatterns = council + directorate
