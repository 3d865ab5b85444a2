"""The site's addresses with the bench's own before them; the site itself never serves these."""

from django.urls import include, path

from . import plain, plain_assessments, plain_boards, plain_indicators

urlpatterns = [
    path("bench/bare/", plain.bare, name="bench_bare"),
    path("bench/actions/", plain.actions, name="bench_actions"),
    path("bench/indicators/", plain_indicators.indicators, name="bench_indicators"),
    path("bench/assessments/", plain_assessments.assessments, name="bench_assessments"),
    path("bench/council/", plain_boards.council, name="bench_council"),
    path(
        "bench/directorate/<int:pk>/",
        plain_boards.directorate,
        name="bench_directorate",
    ),
    path("", include("equality_tracker.urls")),
]
