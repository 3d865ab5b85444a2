"""A register that went out from here, was changed by a colleague and came back, while people worked here."""

import csv
import io
import re

import pytest
from openpyxl import load_workbook

from assessments.models import Assessment
from tests.factories import AssessmentFactory, DirectorateFactory, LeadFactory
from tests.plans.importing.dumps import dump

from .conftest import register
from .test_there_and_back import file_of

pytestmark = pytest.mark.django_db
HEADING_ROW = 5


@pytest.fixture
def one(db):
    place = DirectorateFactory(name="Environment")
    return AssessmentFactory(
        reference="EIA/2026/007", title="Car park charges", stage="full", directorate=place, service="Parking", meeting="Cabinet",
        lead=LeadFactory(name="Head of Streets", directorate=place), kind="budget", budget_year=2027, saving=1200, due="2026-12-31",
    )  # fmt: skip


class Sheet:
    """The register as a colleague has it on the screen: a workbook or a text table."""

    def __init__(self, content, kind):
        self.kind, self.book = kind, None
        if kind == "xlsx":
            self.book = load_workbook(io.BytesIO(content))
            self.rows = None
        else:
            self.rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))

    def write(self, heading, value, row=0):
        if self.book:
            sheet = self.book.active
            column = [cell.value for cell in sheet[HEADING_ROW]].index(heading)
            sheet.cell(HEADING_ROW + 1 + row, column + 1).value = value
        else:
            self.rows[HEADING_ROW + row][self.rows[HEADING_ROW - 1].index(heading)] = value or ""  # fmt: skip
        return self

    def copy_row(self):
        if self.book:
            self.book.active.append([cell.value for cell in self.book.active[HEADING_ROW + 1]])  # fmt: skip
        else:
            self.rows.append(list(self.rows[HEADING_ROW]))
        return self

    @property
    def content(self):
        if self.book:
            out = io.BytesIO()
            self.book.save(out)
            return out.getvalue()
        out = io.StringIO()
        csv.writer(out).writerows(self.rows)
        return out.getvalue().encode()


@pytest.fixture(params=["xlsx", "csv"])
def taken(request, journey, one):
    """Return the register as it was taken away."""
    kind = request.param
    content = file_of(journey.client.get(f"/assessments/assessments.{kind}"))
    return Sheet(content, kind)


@pytest.fixture
def send(journey):
    """Return a function that sends the sheet back and returns its preview in words."""

    def send(sheet):
        journey.to_preview(sheet.content, name=f"register.{sheet.kind}")
        return " ".join(journey.page("preview").content.decode().split())

    return send


def here(one, **fields):
    """Somebody edits the assessment here."""
    for name, value in fields.items():
        setattr(one, name, value)
    one.save()


def now(one):
    return Assessment.objects.select_related("current").get(pk=one.pk)


def test_what_only_the_file_changed_is_taken_without_a_question(taken, send, journey, one):  # fmt: skip
    page = send(taken.write("Service", "Parking and streets").write("Saving", "1,500"))
    journey.apply()

    assert "Which counts" not in page
    assert "1 of its rows went out from here" in page
    assert (now(one).service, now(one).saving) == ("Parking and streets", 1500)


def test_what_only_was_changed_here_stays_and_is_named(taken, send, journey, one):
    here(one, service="Parking services", meeting="Full Council")

    page = send(taken)
    journey.apply()

    assert "Changed here since the file left, and kept:</strong> Service, Meeting" in page  # fmt: skip
    assert "Which counts" not in page
    assert now(one).service == "Parking services"


def test_what_was_filled_in_here_where_the_file_is_blank_is_named_too(taken, send, one):
    here(one, sponsor="Cabinet member for streets")

    page = send(taken)

    assert "Changed here since the file left, and kept:</strong> Sponsor" in page
    assert "beside its row: 1 row." in page
    assert now(one).sponsor == "Cabinet member for streets"


def test_what_was_changed_on_both_sides_is_asked_and_ours_stays_meanwhile(taken, send, journey, one):  # fmt: skip
    here(one, service="Parking services")

    page = send(taken.write("Service", "Streets"))
    journey.apply()

    assert "Changed here since the file left" in page
    assert "Parking services" in page
    assert "Streets" in page
    assert now(one).service == "Parking services"


def test_the_files_may_be_chosen_of_both(taken, send, journey, one):
    here(one, service="Parking services")
    page = send(taken.write("Service", "Streets"))
    [choice] = re.findall(r'name="(record-\w+-take)"', page)

    journey.apply({choice: "file"})

    assert now(one).service == "Streets"


def test_the_same_change_on_both_sides_is_no_question(taken, send, one):
    here(one, service="Streets")

    page = send(taken.write("Service", "Streets"))

    assert "Which counts" not in page
    assert "<strong>1</strong> unchanged" in page


def test_an_emptied_cell_is_asked_about(taken, send, journey, one):
    page = send(taken.write("Meeting", None))
    journey.apply()

    assert "Emptied in the file: a slip of the hand looks the same" in page
    assert now(one).meeting == "Cabinet"


def test_a_row_is_known_by_its_key_whatever_its_title_is_now(taken, send, journey, one):
    page = send(taken.write("Title", "Charges at the seafront"))
    journey.apply()

    assert "may be an assessment that is here" not in page
    assert now(one).title == "Charges at the seafront"


def test_a_key_beside_other_words_altogether_counts_for_nothing(taken, send, journey, one):  # fmt: skip
    AssessmentFactory(reference="EIA/2026/008", title="Home care", stage="planned")
    page = send(taken.write("Title", "Home care").write("Reference", "EIA/2026/008"))

    assert "went out from here" not in page
    assert now(one).title == "Car park charges"


def test_a_row_that_was_copied_keeps_its_key_once(taken, send, journey, one):
    sheet = taken.copy_row().write("Service", "Streets", row=1)
    sheet.write("Title", "Moorings", row=1)

    send(sheet)
    journey.apply()

    assert now(one).service == "Parking"
    copy = Assessment.objects.get(title="Moorings")
    assert (copy.service, copy.reference != one.reference) == ("Streets", True)


def test_a_stage_that_moved_here_alone_stays(taken, send, journey, one, officer):
    one.current.begin_consultation(by=officer, on=one.current.begun_on, starts=one.current.begun_on)  # fmt: skip

    page = send(taken)
    journey.apply()

    assert "Changed here since the file left, and kept:</strong> Stage" in page
    assert now(one).current.stage == "consultation"


def test_a_lead_who_was_renamed_since_is_not_asked_about(taken, send, one):
    one.lead.name = "Head of Roads"
    one.lead.save()

    page = send(taken)

    assert "Head of Streets" not in page.partition("as they will stand")[0]
    assert now(one).lead.name == "Head of Roads"


def test_a_column_that_was_taken_out_says_nothing(journey, send, one):
    sheet = Sheet(file_of(journey.client.get("/assessments/assessments.csv")), "csv")
    at = sheet.rows[HEADING_ROW - 1].index("Meeting")
    sheet.rows = [row[:at] + row[at + 1 :] for row in sheet.rows]

    page = send(sheet)

    assert "<strong>1</strong> unchanged" in page
    assert "Emptied in the file" not in page


def test_a_key_beside_the_reference_of_another_counts_for_nothing(journey, one):
    AssessmentFactory(
        reference="EIA/2026/008", title=one.title, stage="full", directorate=DirectorateFactory(name="Housing"), meeting="Board",
    )  # fmt: skip
    sheet = Sheet(file_of(journey.client.get("/assessments/assessments.csv")), "csv")
    first, second = sheet.rows[HEADING_ROW:]
    first[-1], second[-1] = second[-1], first[-1]
    before = dump()

    journey.to_preview(sheet.content, name="register.csv")
    journey.apply()

    assert dump() == before


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_marks_that_no_file_holds_are_no_change(journey, send, one, kind):
    here(one, title="Car\x0b park \u202echarges\x07")
    before = dump()

    page = send(Sheet(file_of(journey.client.get(f"/assessments/assessments.{kind}")), kind))  # fmt: skip
    journey.apply()

    assert "<strong>1</strong> unchanged" in page
    assert dump() == before


def test_a_day_that_opens_it_sooner_is_asked_about(journey, send, one):
    here(one, confidential_until="2030-01-01")
    sheet = Sheet(file_of(journey.client.get("/assessments/assessments.csv")), "csv")

    page = send(sheet.write("Confidential until", "2020-01-01"))
    journey.apply()

    assert "Which counts" in page
    assert str(now(one).confidential_until) == "2030-01-01"


def test_a_day_that_hides_it_longer_is_taken(journey, send, one):
    here(one, confidential_until="2030-01-01")
    sheet = Sheet(file_of(journey.client.get("/assessments/assessments.csv")), "csv")

    send(sheet.write("Confidential until", "2031-01-01"))
    journey.apply()

    assert str(now(one).confidential_until) == "2031-01-01"


def test_what_stands_published_while_the_next_is_drafted_was_not_changed_here(journey, send, bring):  # fmt: skip
    headings = ("EIA ref", "Title", "Stage", "Date published", "Review date")
    bring(register(("E/1", "Parks", "Published", "03/03/2026", "01/02/2027"), headings=headings))  # fmt: skip
    journey.to_preview(register(("E/1", "Parks", "Draft"), headings=headings))
    [choice] = re.findall(r'name="(record-\w+-take)"', journey.page("preview").content.decode())  # fmt: skip
    journey.apply({choice: "file"})

    page = send(Sheet(file_of(journey.client.get("/assessments/assessments.csv")), "csv"))  # fmt: skip

    assert Assessment.objects.get().current.number == 2
    assert "and kept:</strong>" not in page


def test_a_day_of_what_was_signed_here_is_not_taken_and_the_preview_says_so(journey, send):  # fmt: skip
    one = AssessmentFactory(reference="EIA/2026/009", title="Parks", stage="published")
    sheet = Sheet(file_of(journey.client.get("/assessments/assessments.csv")), "csv")

    page = send(sheet.write("Review due", "2031-01-01"))
    journey.apply()

    assert "review due is not taken" in page
    assert now(one).current.review_by == one.current.review_by
