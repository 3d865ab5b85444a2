"""The addresses of an import, stage by stage."""

app_name = "imports"

urlpatterns = []
