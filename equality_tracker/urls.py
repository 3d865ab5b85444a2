"""The site's addresses: each app's own, under its noun."""

from django.contrib import admin
from django.urls import include, path

from equality_tracker.dashboards.views import home
from equality_tracker.pages import accessibility, health, privacy

urlpatterns = [
    path("", home, name="home"),
    path("", include("plans.urls")),
    path("", include("equality_tracker.organisation.urls")),
    path("dashboards/", include("equality_tracker.dashboards.urls")),
    path("import/", include("equality_tracker.imports.urls")),
    path("accessibility/", accessibility, name="accessibility"),
    path("privacy/", privacy, name="privacy"),
    path("health/", health, name="health"),
    path("admin/", admin.site.urls),
]
