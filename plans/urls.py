"""The addresses of plans, actions and rounds."""

app_name = "plans"

urlpatterns = []
