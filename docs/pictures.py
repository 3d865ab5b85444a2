"""Takes the pictures of the README, docs/importing.md and docs/assessments.md on a running site with the demonstration's data, and leaves that as it was.

    make run                                    (in another window)
    .venv/bin/python docs/pictures.py http://127.0.0.1:8000/

The file it imports is invented and built here. What it imports it undoes, what it begins it discards.
"""

import io
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlencode

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from playwright.sync_api import expect, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.browser import find_chromium  # noqa: E402

IMAGES = Path(__file__).resolve().parent / "images"
WHO, PASSWORD = "ruth.adeyemi@northmere.example", "sea-wall-lantern"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SIZE = {"width": 1280, "height": 640}
QUIET = ["--no-sandbox", "--disable-quic", "--no-first-run"]
SECONDS = 60
HEADINGS = ("No.", "What we will do", "Why it matters", "Who", "By when", "RAG", "How it is going")  # fmt: skip
PLAN = (
    ("1.1", "Open the advice desk on Saturdays", "People in work can come", "Desk Manager (DM)", "31 March 2027", "G", "The rota is agreed."),
    ("1.2", "Offer an interpreter at the first visit", "Everybody is heard", "Equalities and Libraries", "Spring 2027", "A", "Two languages are missing."),
    ("1.3", "Train the night staff", "Staff know the duty", "Language Team and DM", "31/09/2026", "Nearly", ""),
    ("1.4", "Print the guide in large type", "Everybody can read it", "Libraries", "June 2027", "G", ""),
    ("1.5", "Ask people who left why they did", "The council learns", "Desk Manager (DM)", "Ongoing", "", ""),
)  # fmt: skip
COLOURS = {"G": "FF92D050", "A": "FFFFC000"}
LARGE_ROWS = 19_000
NOTES = range(1, 13)


def plan():
    """An invented council's plan, with a few faults as real ones have them."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Delivery plan"
    sheet.append(["Priority 1: Advice that everybody can reach"])
    sheet.append([])
    sheet.append(HEADINGS)
    for row in PLAN:
        sheet.append(row)
    for cells in sheet.iter_rows(min_row=4):
        colour = COLOURS.get(cells[5].value)
        if colour:
            cells[5].fill = PatternFill("solid", colour)
    sheet["A1"].font = Font(bold=True)
    return as_file(book, "advice-plan.xlsx")


def large():
    """A file that takes some seconds to read."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Tracker")
    sheet.append((*HEADINGS, *(f"Note {place}" for place in NOTES)))
    for number in range(LARGE_ROWS):
        row = PLAN[number % len(PLAN)]
        notes = (f"Round {number}, visit {place}" for place in NOTES)
        sheet.append((f"{number // 90 + 1}.{number % 90 + 1}", f"{row[1]} at {number} Harbour Road", *row[2:], *notes))  # fmt: skip
    return as_file(book, "ten-years-of-tracking.xlsx")


def as_file(book, name):
    content = io.BytesIO()
    book.save(content)
    return {"name": name, "mimeType": XLSX, "buffer": content.getvalue()}


class Camera:
    """Walks the pages and keeps pictures of them."""

    def __init__(self, page):
        self.page = page

    def whole(self, name, height=SIZE["height"]):
        """Keep what a reader sees first, `height` pixels of it."""
        self.page.set_viewport_size(SIZE | {"height": height})
        self.page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        self.page.screenshot(path=IMAGES / f"{name}.png")

    def part(self, name, first, last=None):
        """Keep the part of the page from the element `first` to the end of `last`."""
        self.page.evaluate("scrollTo(0, 0)")
        top = self.page.locator(first).first.bounding_box()
        end = self.page.locator(last or first).first.bounding_box()
        height = end["y"] + end["height"] - top["y"] + 24
        clip = {
            "x": 0,
            "y": max(top["y"] - 12, 0),
            "width": SIZE["width"],
            "height": height,
        }
        self.page.screenshot(path=IMAGES / f"{name}.png", full_page=True, clip=clip)  # fmt: skip

    def sign_in(self):
        self.page.goto("/sign-in/")
        self.page.fill("input[name=username]", WHO)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("button", name="Sign out")).to_be_visible()

    def upload(self, file):
        self.page.goto("/import/new/")
        self.page.set_input_files("input[type=file]", file)
        self.page.locator("#id_confirmed").check()

    def open_indicator(self, title):
        """Open the page of the indicator whose title begins so."""
        self.page.goto(f"/indicators/?{urlencode({'q': title})}")
        self.page.get_by_role("table").get_by_role("link", name=title).click()
        gaps = self.page.get_by_role("heading", name="Gaps between groups")
        expect(gaps).to_be_visible()

    def open_assessment(self, stage):
        """Open the page of the first assessment of the register that stands at `stage`."""
        self.page.goto(f"/assessments/?{urlencode({'stage': stage})}")
        self.page.locator("main tbody th a").first.click()
        expect(self.page.get_by_role("list", name="Stages")).to_be_visible()

    def press(self, button):
        self.page.get_by_role("button", name=button).first.click()


def look_round(camera):
    """Keep what the README shows: a directorate's dashboard, and an indicator with its gaps."""
    page = camera.page
    page.goto("/dashboards/")
    page.get_by_role("main").get_by_role(
        "link", name="Housing and Neighbourhoods"
    ).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Housing and Neighbourhoods"
    )
    camera.whole("dashboard", 1500)
    camera.open_indicator("Adaptations to council homes")
    camera.whole("indicator", 1250)
    camera.open_indicator("Residents who feel that they can influence")
    camera.part("indicator-gaps", "#groups", "section:has(> #groups)")


def look_at_assessments(camera):
    """Keep what docs/assessments.md shows: the register, one that is being written, one that is published, the programme."""
    page = camera.page
    page.goto("/assessments/")
    camera.whole("assessment-register", 1100)
    camera.open_assessment("consultation")
    camera.whole("assessment-page", 1250)
    page.get_by_role("link", name="Impact on each characteristic").click()
    page.locator(".govuk-task-list__link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Impact: ")
    camera.whole("assessment-impact", 1000)
    camera.open_assessment("published")
    page.locator("[aria-labelledby=versions] a").first.click()
    expect(page.get_by_role("link", name="Word")).to_be_visible()
    camera.whole("assessment-published", 1100)
    page.goto("/assessments/programme/")
    camera.whole("assessment-programme", 1000)


def walk(camera):
    page = camera.page
    camera.upload(plan())
    camera.whole("import-upload", 1000)
    camera.press("Read the file")
    page.get_by_role("button", name="Show the preview").wait_for()
    camera.whole("import-columns", 900)
    camera.press("Show the preview")
    page.get_by_role("button", name="Save these choices").wait_for()
    camera.part("import-problems", "h1", ".import-problems")
    camera.part("import-leads", "#splits", "table.import-names >> nth=-1")
    camera.part("import-plan", "#plan", ".import-priority")
    page.locator(".import-plan a", has_text="Correct").nth(2).click()
    page.get_by_role("button", name="Save the correction").wait_for()
    camera.whole("import-correct", 1000)
    page.fill("#id_due", "30/9/2026")
    camera.press("Save the correction")
    page.goto("/import/")
    camera.whole("import-list", 620)


def finish(camera):
    """Import the plan, keep the page that says so, and undo it."""
    page = camera.page
    page.get_by_role("link", name="Continue with advice-plan.xlsx").click()
    page.get_by_label("Which directorate answers for the plan?").select_option(index=1)
    camera.press("Import 5 actions")
    page.get_by_role("link", name="Undo this import").wait_for()
    camera.whole("import-done", 900)
    page.get_by_role("link", name="Undo this import").click()
    page.get_by_role("button", name="Undo the import").wait_for()
    camera.whole("import-undo", 520)
    camera.press("Undo the import")
    expect(page.get_by_text("has been undone")).to_be_visible()


def watch(camera):
    """Keep the page of a reading that takes its time, and cancel it."""
    camera.upload(large())
    camera.press("Read the file")
    camera.page.locator("#import-percent:not(:text-is('0% read'))").wait_for()
    camera.whole("import-reading", 760)
    camera.press("Cancel, and erase the file")
    expect(camera.page.get_by_text("has been cancelled")).to_be_visible()


def main(address):
    with (
        sync_playwright() as started,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
    ):
        browser = started.chromium.launch_persistent_context(
            folder,
            executable_path=find_chromium(),
            args=QUIET,
            base_url=address,
            viewport=SIZE,
            locale="en-GB",
        )
        browser.set_default_timeout(SECONDS * 1000)
        expect.set_options(timeout=SECONDS * 1000)
        camera = Camera(browser.new_page())
        camera.sign_in()
        for job in (look_round, look_at_assessments, walk, finish, watch):
            job(camera)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
