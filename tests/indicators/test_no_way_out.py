"""What the page of an indicator hides is told by no address: each one that a reader may open is opened, and its words are searched."""

import csv
import html
import io
import re
from functools import cache, cached_property

import docx
import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from equality_tracker.organisation.models import Characteristic
from indicators.models import IndicatorPriority
from plans.exporting.files import export
from tests.addresses import all_addresses
from tests.factories import (
    ActionFactory,
    BreakdownFactory,
    IndicatorFactory,
    ResultFactory,
    TargetFactory,
)
from tests.things import Things, path_of

pytestmark = pytest.mark.django_db

# Numbers that stand nowhere else: what is hidden is searched for as words.
STAFF = "7 of 9"
CASES = {
    "words that were read": {
        "unit": "%", "text": "77% (7 of 9 staff)", "value": 77, "second": 7, "remark": "7 of 9 staff",
        "groups": [("Nightowls", "100%", 100, 4, 4), ("Larks", "60%", 60, 3, 5)],
    },
    "words with the people beside them": {
        "unit": "%", "text": "77% (7 of 9 staff)", "value": 77, "numerator": 7, "denominator": 9,
        "groups": [("Nightowls", "100%", 100, 4, 4), ("Larks", "60%", 60, 3, 5)],
    },
    "words that were not understood": {
        "unit": "%", "text": "77%: 7 of 9 staff", "value": None, "reason": "in_words",
        "groups": [("Nightowls", "100%", 100, 4, 4), ("Larks", "60%", 60, 3, 5)],
    },
    "so many out of so many": {
        "unit": "%", "text": "7 of 9", "value": 7, "result_unit": "out of 9", "numerator": 7, "denominator": 9,
        "groups": [("Nightowls", "4 of 4", 100, 4, 4), ("Larks", "3 of 5", 60, 3, 5)],
    },
    "people by another noun": {
        "unit": "young people", "text": "150", "value": 150,
        "groups": [("Nightowls", "3", 3, None, None), ("Larks", "147", 147, None, None)],
    },
    "shares of a whole of known size": {
        "unit": "%", "text": "100%", "value": 100, "numerator": 150, "denominator": 150,
        "groups": [("Nightowls", "2%", 2, None, None), ("Larks", "98%", 98, None, None)],
    },
}  # fmt: skip


class ReaderThings(Things):
    """The same things, their indicator and result being those of the case, linked everywhere that an indicator can be."""

    def __init__(self, *args, case):
        super().__init__(*args)
        self.case = case
        self.indicator = IndicatorFactory(
            code="ZZ 1", title="Shift work", unit=case["unit"], directorate=self.housing, better="higher"
        )  # fmt: skip
        self.result = ResultFactory(
            indicator=self.indicator, text=case["text"], value=case["value"], unit=case.get("result_unit", ""),
            **{name: case[name] for name in ("numerator", "denominator", "second", "remark", "reason") if name in case},
        )  # fmt: skip
        self.target = TargetFactory(indicator=self.indicator, text="99%" if case["unit"] == "%" else "999", value=99)  # fmt: skip
        for place, (group, text, value, count, base) in enumerate(case["groups"]):
            BreakdownFactory(
                result=self.result, characteristic=Characteristic.objects.get(name="Age"), group=group, position=place,
                text=text, value=value, count=count, base=base,
            )  # fmt: skip
        self.action = ActionFactory(directorate=self.housing, rag_status="on_target", reported_by=self.officer)  # fmt: skip
        self.indicator.actions.add(self.action)
        IndicatorPriority.objects.create(indicator=self.indicator, priority=self.action.priority)  # fmt: skip
        parent = IndicatorFactory(code="ZZ", title="Its whole", directorate=self.housing)  # fmt: skip
        self.indicator.parent = parent
        self.indicator.save()
        self.parent = parent

    @cached_property
    def export(self):
        """Somebody who may see everything took the plan away; whoever may read the plan may take that file too."""
        return export(self.plan, by=self.admin, on=timezone.localdate(), at=timezone.now())  # fmt: skip


@cache
def addresses():
    return [one for one in all_addresses() if not one.name.startswith(("admin:", "/admin"))]  # fmt: skip


def opened(client, things):
    """Yield (address, what it says) of every address that answers with something to a GET."""
    every = [path_of(one, things) for one in addresses()]
    whole = things.parent.get_absolute_url()
    extra = [
        whole, f"{whole}export.xlsx", f"{things.indicator.get_absolute_url()}?times=all",
        f"{reverse('indicators:indicator_list')}?sort=result",
    ]  # fmt: skip
    histories = [
        reverse("audit:history", args=["indicators", model, row.pk])
        for model, row in (
            ("indicator", things.indicator), ("result", things.result), ("breakdown", things.result.breakdowns.first()),
        )
    ]  # fmt: skip
    for path in [*every, *extra, *histories]:
        response = client.get(path)
        if response.status_code == 200:
            yield path, said(response)


def said(response):
    """The words of a page, of each cell of a workbook or table, of a Word file: a line a row."""
    content = b"".join(response) if response.streaming else response.content
    kind = response.headers.get("Content-Type", "")
    if "spreadsheetml" in kind:
        book = openpyxl.load_workbook(io.BytesIO(content))
        rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
        return "\n".join("|" + "|".join(str(cell) for cell in row if cell is not None) + "|" for row in rows)  # fmt: skip
    if "wordprocessingml" in kind:
        document = docx.Document(io.BytesIO(content))
        rows = [row for table in document.tables for row in table.rows]
        lines = ["|" + "|".join(cell.text for cell in row.cells) + "|" for row in rows]
        return "\n".join([*(one.text for one in document.paragraphs), *lines])
    text = content.decode("utf-8", "replace")
    if "csv" in kind:
        rows = csv.reader(io.StringIO(text.lstrip("\ufeff")))
        return "\n".join("|" + "|".join(row) + "|" for row in rows)
    rows = re.split(r"</tr>|</p>|</li>|</g>|</dd>", text)
    return "\n".join("|" + "|".join(_words(row)) + "|" for row in rows)


def _words(row):
    """The texts of a piece of a page, and what is said to who cannot see it."""
    labels = re.findall(r'aria-label="([^"]*)"', row)
    found = re.sub(r"<[^>]*>", "\n", re.sub(r"(?s)<(script|style).*?</\1>", "", row))
    texts = [" ".join(one.split()) for one in [*found.split("\n"), *labels]]
    return [html.unescape(one) for one in texts if one]


def told(words, case):
    """What of the hidden is in the words: how many of how many, or a group beside its figure."""
    found = [one for one in (STAFF, "7 out of 9", "out of 9") if one in words and case["text"] != "150"]  # fmt: skip
    for line in words.splitlines():
        for group, text, _value, count, base in case["groups"]:
            if group not in line:
                continue
            figures = [text, f"{count} of {base}"] + ([str(count)] if count else [])
            found += [
                (group, one)
                for one in figures
                if re.search(rf"{re.escape(group)}\W*(?:Age\W*)?{re.escape(one)}(?![\d.])", line)
            ]  # fmt: skip
    return found


@pytest.fixture(params=CASES)
def things(request, housing, officer, admin, leaver):
    return ReaderThings(housing, officer, admin, leaver, case=CASES[request.param])


# Every address is opened: all cases by whoever may least, and by an officer one of shares and one of people.
READERS = [("reader", case) for case in CASES] + [
    ("officer_of_another_directorate", case)
    for case in ("words that were not understood", "people by another noun")
]


@pytest.mark.parametrize(("who", "things"), READERS, indirect=["things"])
def test_nothing_that_a_reader_may_open_tells_what_is_hidden(request, things, who):
    client = request.getfixturevalue(f"{who}_client")

    pages = dict(opened(client, things))

    assert things.indicator.get_absolute_url() in pages
    assert "Nightowls" in pages[things.indicator.get_absolute_url()]
    assert {path: told(words, things.case) for path, words in pages.items() if told(words, things.case)} == {}  # fmt: skip


def test_the_search_finds_what_is_shown_to_who_enters_it(things, admin_client):
    address = reverse("indicators:result_groups", args=[things.result.pk])
    book = reverse("indicators:indicator_workbook", args=[things.indicator.pk])

    for path in (address, book):
        assert told(said(admin_client.get(path)), things.case)
