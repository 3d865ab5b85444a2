"""The address of a row's history."""

from django.urls import path

from . import views

app_name = "audit"

urlpatterns = [
    path("<slug:app>/<slug:model>/<int:pk>/", views.history, name="history"),
]
