"""The sheet of results, for its template."""

from functools import cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from indicators.words.reasons import Reason

register = template.Library()


@register.filter
@cache
def reason_options(chosen):
    """Return the options of the select that says why there is no figure; drawn once for all rows."""
    rest = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (value, mark_safe(" selected") if value == chosen else "", label)
            for value, label in Reason.choices
        ),
    )
    return format_html('<option value=""></option>{}', rest)
