"""What somebody wrote on a form that can no longer be saved, in words to copy."""

from django import forms

from plans.forms.words import WordsField


def typed(form):
    """Return (label, words) of each box of the bound `form` that says something else than what stands there."""
    found = [(getattr(box.field, "label_alone", box.label), _in_words(box)) for box in form.visible_fields() if _differs(box)]  # fmt: skip
    return [(label, words) for label, words in found if words]


def _differs(box):
    if isinstance(box.field, WordsField):
        return _plain(box.initial) != _plain(box.value())
    return box.field.has_changed(box.initial, box.value())


def _plain(value):
    """A value as text, whatever a browser makes of its ends of lines."""
    if value in (None, False):
        return ""
    return str(value).replace("\r\n", "\n").strip()


def _in_words(box):
    value = box.value()
    if isinstance(box.field, forms.BooleanField):
        return "Yes" if value else "No"
    if isinstance(box.field, forms.ChoiceField):
        said = dict(box.field.choices) if value else {}
        named = {str(getattr(key, "value", key)): words for key, words in said.items()}
        return str(named.get(str(value), ""))
    return _plain(value)
