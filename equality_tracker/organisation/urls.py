"""The addresses of sign-in, people, leads and directorates."""

app_name = "organisation"

urlpatterns = []
