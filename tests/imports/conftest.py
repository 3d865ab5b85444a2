"""An admin at the import pages: what a test sends, and where it arrives."""

import re
import uuid
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from equality_tracker.imports.models import ImportRun

from .reading_here import read_here  # noqa: F401
from .slow_reader import slow  # noqa: F401
from .workbooks import workbook

AS_AT = "2026-09-30"


class Journey:
    """Walks the stages with one client, sending what each page's form holds."""

    def __init__(self, client):
        self.client = client

    def upload(self, content=None, *, name="plan.xlsx", plan=None, **said):
        """Send a file; return the answer. The newest run is `self.run`."""
        data = {
            "file": SimpleUploadedFile(
                name, workbook() if content is None else content
            ),
            "plan": getattr(plan, "pk", plan) or "",
            "as_at": AS_AT,
            "confirmed": "on",
            "form_key": uuid.uuid4(),
        }
        return self.client.post(reverse("imports:upload"), data | said)

    @property
    def run(self):
        return ImportRun.objects.first()

    def page(self, stage):
        return self.client.get(reverse(f"imports:{stage}", args=[self.run.pk]))

    def send(self, stage, changes=None):
        """Send the stage's form as the page shows it, with `changes`."""
        data = fields_of(self.page(stage).content.decode())
        return self.client.post(
            reverse(f"imports:{stage}", args=[self.run.pk]), data | (changes or {})
        )

    def to_preview(self, content=None, **upload):
        self.upload(content, **upload)
        return self.send("columns")

    def apply(self, changes=None):
        changes = {"answering-directorate": "none", "apply": "1"} | (changes or {})
        return self.send("preview", changes)


def fields_of(html):
    """Return what a browser would send of the page's own form: hidden, text, ticked and selected fields."""
    html = html[html.index('id="main-content"') :]
    data = {}
    for tag in re.findall(r"<input[^>]*>", html):
        attrs = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        kind = attrs.get("type", "text")
        if kind in ("checkbox", "radio") and " checked" not in tag:
            continue
        if "name" in attrs and kind != "file":
            ticked = "on" if kind in ("checkbox", "radio") else ""
            data[attrs["name"]] = attrs.get("value", ticked)
    for name, body in re.findall(
        r'<select name="([^"]+)".*?>(.*?)</select>', html, re.S
    ):
        chosen = re.search(r'<option value="([^"]*)" selected', body)
        first = re.search(r'<option value="([^"]*)"', body)
        data[name] = (chosen or first)[1]
    for name, words in re.findall(
        r'<textarea name="([^"]+)"[^>]*>\n?(.*?)</textarea>', html, re.S
    ):
        data[name] = unescape(words)
    data.pop("csrfmiddlewaretoken", None)
    return data


@pytest.fixture(autouse=True)
def files_are_read_here(read_here):  # noqa: F811
    """Most of these tests begin with a file that has been read; how it is read is the matter of a few."""


@pytest.fixture
def journey(admin_client):
    return Journey(admin_client)


@pytest.fixture
def new_journey():
    """Return a function that gives a journey to another client."""
    return Journey
