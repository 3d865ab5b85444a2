"""Evidence as it is added: a note, a link, files."""

from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from equality_tracker.audit.forms import OneTimeKeyMixin
from equality_tracker.evidence.checking import KINDS, TAKEN, check_file

from .words import DayField, WordsField

MOST_FILES = 5
ACCEPTED = ",".join(f".{extension}" for extension in KINDS)


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once, each of a kind and size that may be kept."""

    widget = SeveralFiles

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = ACCEPTED

    def clean(self, data, initial=None):
        files = [super(FilesField, self).clean(one) for one in data or []]
        if len(files) > MOST_FILES:
            raise ValidationError(f"Choose at most {MOST_FILES} files at a time.")
        faults = [fault for one in files for fault in _faults_of(one)]
        if faults:
            raise ValidationError(faults)
        return files


class FileField(forms.FileField):
    """One file, of a kind and size that may be kept."""

    widget = forms.FileInput

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = ACCEPTED

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if file and (faults := _faults_of(file)):
            raise ValidationError(faults)
        return file


def _faults_of(uploaded):
    try:
        check_file(uploaded)
    except ValidationError as fault:
        return fault.messages
    return []


def refuse_hidden_sign_in(url):
    """A link that carries a name before its host is made to look like another site."""
    if "@" in urlsplit(url).netloc:
        raise ValidationError("Leave the name or password out of the link.")


class LinkField(forms.URLField):
    """A web address that a reader may follow."""

    default_error_messages = {
        "invalid": "Write the link as a web address, such as https://www.example.org/report."
    }

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", "A web address that starts with https://")
        kwargs.setdefault("max_length", 2000)
        checks = [URLValidator(schemes=["http", "https"]), refuse_hidden_sign_in]
        super().__init__(assume_scheme="https", validators=checks, **kwargs)


class EvidenceFields(forms.Form):
    """What can be added as evidence. Each of its three kinds is a row of its own; the date speaks for all of them."""

    evidence_note = WordsField(
        label="Note",
        required=False,
        max_length=2000,
        help_text="What shows it, in words: minutes, figures, who was there.",
    )
    evidence_url = LinkField(label="Link", required=False)
    evidence_url_words = forms.CharField(
        label="What the link shows", required=False, max_length=300
    )
    evidence_files = FilesField(
        label="Files",
        required=False,
        help_text=f"{TAKEN}; at most {MOST_FILES} at a time.",
    )
    evidence_dated = DayField(
        label="Date of the evidence",
        required=False,
        help_text="When it happened, if that was not today. For example, 31/3/2027",
    )

    EVIDENCE = (
        "evidence_note",
        "evidence_url",
        "evidence_url_words",
        "evidence_files",
        "evidence_dated",
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("evidence_url_words") and not self.data.get("evidence_url"):
            self.add_error("evidence_url", "Write the link that these words speak of.")
        return cleaned

    @property
    def evidence_fields(self):
        return [self[name] for name in self.EVIDENCE]

    @property
    def shows_evidence(self):
        """Whether something was typed there, or is wrong there: then the part stands open."""
        return any(
            self[name].errors or (self.is_bound and self[name].data)
            for name in self.EVIDENCE
        )


class EvidenceForm(EvidenceFields, OneTimeKeyMixin):
    """Evidence added to an action on its own, without a report."""

    def clean(self):
        cleaned = super().clean()
        kinds = ("evidence_note", "evidence_url", "evidence_files")
        if not self.errors and not any(cleaned.get(kind) for kind in kinds):
            self.add_error(
                "evidence_note", "Write a note, give a link, or choose a file."
            )
        return cleaned
