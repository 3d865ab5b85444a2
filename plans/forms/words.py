"""Fields for what people write."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError


class WordsField(forms.CharField):
    """A few sentences: line ends count once, as the reader's counter counts them, and what no page can show is taken out."""

    widget = forms.Textarea
    default_error_messages = {
        "max_length": "Use %(limit_value)d characters or fewer: there are %(show_value)d."
    }

    def __init__(self, *args, rows=3, **kwargs):
        super().__init__(*args, **kwargs)
        self.widget.attrs["rows"] = rows

    def widget_attrs(self, widget):
        """The counter below the box says how much is too much: a browser that cuts words off would lose them."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def to_python(self, value):
        words = super().to_python(value)
        return "".join(
            each for each in re.sub(r"\r\n?", "\n", words) if _is_shown(each)
        )


class DayField(forms.DateField):
    """A date typed in one box, day first, between the years 2000 and 2100."""

    widget = forms.DateInput(format="%d/%m/%Y")

    default_error_messages = {
        "invalid": "Write the date as day, month and year, such as 31/3/2027 or 31 March 2027."
    }

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("help_text", "For example, 31/3/2027")
        super().__init__(*args, **kwargs)
        self.widget.attrs.update({"autocomplete": "off"})

    def to_python(self, value):
        day = super().to_python(value)
        if day and not 2000 <= day.year <= 2100:
            raise ValidationError("The year must lie between 2000 and 2100.")
        return day


def _is_shown(character):
    return (
        character == "\n"
        or character == "\t"
        or unicodedata.category(character) not in ("Cc", "Cs")
    )
