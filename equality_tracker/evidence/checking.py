"""What may be kept as evidence: the kinds of file, by extension and content both."""

from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError

from .documents import check_office, check_open_document, check_pdf
from .names import clean_name, split_extension
from .pictures import check_jpeg, check_png
from .texts import check_text

MEGABYTE = 1024 * 1024


class Kind(NamedTuple):
    """A kind of file: the content type it is served with, and what looks into it.

    `check` raises ValueError with a clause that ends the sentence "this file …".
    """

    content_type: str
    check: Callable[[BinaryIO, str], None]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
KINDS = {
    "pdf": Kind("application/pdf", check_pdf),
    "docx": Kind(f"{_OFFICE}.wordprocessingml.document", check_office),
    "xlsx": Kind(f"{_OFFICE}.spreadsheetml.sheet", check_office),
    "pptx": Kind(f"{_OFFICE}.presentationml.presentation", check_office),
    "odt": Kind(f"{_OPEN}.text", check_open_document),
    "ods": Kind(f"{_OPEN}.spreadsheet", check_open_document),
    "odp": Kind(f"{_OPEN}.presentation", check_open_document),
    "csv": Kind("text/csv", check_text),
    "txt": Kind("text/plain", check_text),
    "png": Kind("image/png", check_png),
    "jpg": Kind("image/jpeg", check_jpeg),
    "jpeg": Kind("image/jpeg", check_jpeg),
}
TAKEN = "PDF, Word, Excel, PowerPoint, OpenDocument, CSV, plain text, PNG and JPEG"
WITH_MACROS = {"docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "ppsm", "potm"}
OLD_OFFICE = {"doc": "docx", "xls": "xlsx", "ppt": "pptx", "rtf": "docx"}


def check_file(uploaded):
    """Return the content type of the uploaded file; raise ValidationError with the reason where it may not be kept."""
    name = clean_name(uploaded.name)
    _check_size(uploaded, name)
    extension = split_extension(name)[1]
    kind = KINDS.get(extension)
    if kind is None:
        raise ValidationError(_why_not_taken(name, extension))
    try:
        uploaded.seek(0)
        kind.check(uploaded, kind.content_type)
    except ValueError as fault:
        raise ValidationError(f"“{name}” was not taken: this file {fault}.") from None
    finally:
        uploaded.seek(0)
    return kind.content_type


def _check_size(uploaded, name):
    if uploaded.size > settings.EVIDENCE_MAX_MB * MEGABYTE:
        raise ValidationError(
            f"“{name}” is larger than {settings.EVIDENCE_MAX_MB} MB. Save a smaller copy, or give a link to it instead."
        )
    if uploaded.size == 0:
        raise ValidationError(f"“{name}” is empty.")


def _why_not_taken(name, extension):
    if extension in WITH_MACROS:
        remedy = "it can hold macros. Save it without them, or as a PDF"
    elif extension in OLD_OFFICE:
        remedy = (
            f"it is of an old kind. Save it as .{OLD_OFFICE[extension]} or as a PDF"
        )
    else:
        remedy = f"files of its kind are not kept. {TAKEN} files are"
    return f"“{name}” was not taken: {remedy}."
