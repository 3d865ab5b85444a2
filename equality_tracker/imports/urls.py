"""The addresses of an import, stage by stage."""

from django.urls import path

from equality_tracker.imports import views

app_name = "imports"

urlpatterns = [
    path("", views.run_list, name="run_list"),
    path("new/", views.upload, name="upload"),
    path("<int:pk>/", views.run_detail, name="run_detail"),
    path("<int:pk>/progress/", views.progress, name="progress"),
    path("<int:pk>/read-again/", views.read_again, name="read_again"),
    path("<int:pk>/cancel/", views.cancel, name="cancel"),
    path("<int:pk>/discard/", views.discard, name="discard"),
    path("<int:pk>/columns/", views.columns, name="columns"),
    path("<int:pk>/preview/", views.preview, name="preview"),
    path("<int:pk>/preview/row/", views.correct, name="correct"),
    path("<int:pk>/undo/", views.undo, name="undo"),
]
