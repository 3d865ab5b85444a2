"""How forms look: GOV.UK Frontend's components, rendered by Django itself."""

from django.forms.renderers import TemplatesSetting


class GovukFormRenderer(TemplatesSetting):
    """Renders forms, fields and errors with the templates in `templates/govuk/`."""

    form_template_name = "govuk/form.html"
    field_template_name = "govuk/field.html"
