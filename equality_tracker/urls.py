"""The site's addresses: each app's own, under its noun."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from equality_tracker.dashboards.views import home
from equality_tracker.organisation.views.signing_in import admin_door
from equality_tracker.pages import accessibility, favicon, health, privacy

urlpatterns = [
    path("", home, name="home"),
    path("", include("plans.urls")),
    path("", include("equality_tracker.organisation.urls")),
    path("indicators/", include("indicators.urls")),
    path("assessments/", include("assessments.urls")),
    path("dashboards/", include("equality_tracker.dashboards.urls")),
    path("import/", include("equality_tracker.imports.urls")),
    path("history/", include("equality_tracker.audit.urls")),
    path("accessibility/", accessibility, name="accessibility"),
    path("privacy/", privacy, name="privacy"),
    path("health/", health, name="health"),
    path("favicon.ico", favicon, name="favicon"),
    # The admin site has no sign-in and no password page of its own.
    path("admin/login/", admin_door),
    path("admin/password_change/", RedirectView.as_view(url="/account/password/")),
    path("admin/", admin.site.urls),
]
