"""A sheet as a browser shows it and sends it back."""

import re
from html import unescape

from django.urls import reverse

URL = reverse("indicators:sheet")
PERIOD = "2023/24"
FIELD = re.compile(r'<input[^>]*name="(?P<name>r\d+-[a-z]+)"[^>]*>')
SELECT = re.compile(r'<select[^>]*name="(?P<name>r\d+-reason)"[^>]*>(?P<options>.*?)</select>')  # fmt: skip
TICKED = ("provisional", "sure", "keep")


def address(**asked):
    return f"{URL}?" + "&".join(f"{name}={value}" for name, value in ({"period": PERIOD} | asked).items())  # fmt: skip


def fields_of(response):
    """What a browser would send of the sheet on a page, nobody having typed anything."""
    page = response.content.decode()
    sent = {"period": value_of(page, "period"), "why": ""}
    for found in FIELD.finditer(page):
        name, tag = found["name"], found[0]
        if name.endswith(TICKED):
            if " checked" in tag:
                sent[name] = attribute(tag, "value") or "on"
        else:
            sent[name] = attribute(tag, "value")
    for found in SELECT.finditer(page):
        chosen = re.search(r'<option value="([^"]*)" selected', found["options"])
        sent[found["name"]] = chosen[1] if chosen else ""
    return sent


def attribute(tag, name):
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""


def value_of(page, name):
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', page)
    return unescape(found[1]) if found else ""


def cell(indicator, name="text"):
    return f"r{indicator.pk}-{name}"


def fill(client, typed, *, why="", shown=None, **asked):
    """Open the sheet (or take the one `shown`), type, save, and follow to the page that it leads to."""
    shown = shown or client.get(address(**asked))
    return client.post(
        address(**asked), fields_of(shown) | {"why": why} | typed, follow=True
    )


def sure_of(response, indicator):
    """The tick "Yes, this is right" of a row."""
    name = cell(indicator, "sure")
    tag = re.search(rf'<input[^>]*name="{name}"[^>]*>', response.content.decode())[0]
    return {name: attribute(tag, "value")}
