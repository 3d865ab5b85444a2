"""What GOV.UK Frontend's components need to know of a Django form, and the site's own small words."""

from django import forms, template
from django.utils import timezone
from django.utils.http import urlencode

from equality_tracker.addresses import address

register = template.Library()

INPUT = "govuk-input"
CLASSES = {
    forms.Textarea: "govuk-textarea",
    forms.SelectMultiple: "govuk-select app-select-multiple",
    forms.Select: "govuk-select",
    forms.CheckboxInput: "govuk-checkboxes__input",
    forms.FileInput: "govuk-file-upload",
}
WIDTHS = (
    (forms.DateInput, "govuk-input--width-10"),
    (forms.NumberInput, "govuk-input--width-5"),
)


def _class_of(widget):
    for kind, name in CLASSES.items():
        if isinstance(widget, kind):
            return name
    width = next((name for kind, name in WIDTHS if isinstance(widget, kind)), "")
    return f"{INPUT} {width}".strip()


@register.filter
def govuk_kind(field):
    """Return which component draws `field`: radios, checkboxes, checkbox or control."""
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checkboxes"
    if isinstance(widget, forms.RadioSelect):
        return "radios"
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    return "control"


@register.filter
def govuk_control(field):
    """Return the control of `field` with its component's classes, its error and its hint tied to it."""
    widget = field.field.widget
    classes = [_class_of(widget), widget.attrs.get("class", "")]
    if field.errors:
        classes.append(f"{_class_of(widget).split()[0]}--error")
    attrs = {"class": " ".join(filter(None, classes)), "aria-invalid": None}
    described = [f"{field.auto_id}-hint"] if field.help_text else []
    if field.errors:
        described.append(f"{field.auto_id}-error")
        attrs["aria-invalid"] = "true"
    if described:
        attrs["aria-describedby"] = " ".join(described)
    return field.as_widget(
        attrs={name: value for name, value in attrs.items() if value}
    )


@register.filter
def error_target(field):
    """Return the id that a link in the error summary jumps to: the first control of `field`."""
    if govuk_kind(field) in ("radios", "checkboxes"):
        return f"{field.auto_id}_0"
    return field.id_for_label or field.auto_id


@register.filter
def day(value):
    """Return a date in words, `14 May 2026`; "no date" for none."""
    return f"{value.day} {value:%B %Y}" if value else "no date"


def cut(text, most):
    """Return `text`, of more than `most` characters only its begin."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


@register.simple_tag
def today():
    """Return today's date in the council's time zone."""
    return timezone.localdate()


@register.simple_tag(name="address")
def address_of(route, *args):
    """Return the address of a page, as `url` does, in a fraction of its time."""
    return address(route, *args)


@register.simple_tag(takes_context=True)
def address_with(context, **changes):
    """Return this page's address with some of its parameters changed; None takes one away."""
    now = context["request"].GET.lists()
    kept = {name: values for name, values in now if name not in changes}
    changed = {name: value for name, value in changes.items() if value is not None}
    return f"?{urlencode(kept | changed, doseq=True)}"
