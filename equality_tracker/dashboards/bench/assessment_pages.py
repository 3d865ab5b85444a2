"""The pages of assessments that the bench opens, and what they must reach."""

from dataclasses import dataclass
from itertools import count

from django.utils import timezone

from assessments.models import Answer, AssessmentVersion, Relevance, Stage
from assessments.programme.progress import year_of
from assessments.writing.questions import on_page
from equality_tracker.organisation.models import User

from .area_bounds import Area
from .assessments import IN_PUBLIC, LARGE, SMALL, WRITTEN
from .council import ADMIN, MANAGER, OFFICER, READER, directorate_of
from .pages import BARE, CountedAnew, Page

OURS = f"?directorate={directorate_of(MANAGER)}&kind=service&q=carers&sort=due"
NEGATIVE = "?characteristic=1&impact=negative"
ABOUT = on_page("about")


@dataclass(frozen=True)
class PageSent(Page):
    """Sending a page of an assessment with other words each time, as its form would carry them."""

    numbers = count()

    def form(self):
        rows = Answer.objects.filter(assessment_version__assessment=self.args[0])
        read = dict(rows.values_list("question", "version"))
        words = f"A desk at the library instead. {next(self.numbers)}"
        versions = {f"read_{name}": read.get(name, "") for name in ABOUT}
        return dict.fromkeys(ABOUT, words) | versions


@dataclass(frozen=True)
class AfterScreening(Page):
    """Opening a page when somebody has just said how relevant an assessment is: another one each time."""

    numbers = count()

    def form(self):
        said = Relevance.objects.filter(assessment_version__assessment=WRITTEN)
        found = said.order_by("pk")[next(self.numbers) % said.count()]
        found.level = "low" if found.level == "none" else "none"
        found.save(update_fields=["level"])


@dataclass(frozen=True)
class AfterMove(Page):
    """Opening a page when somebody has just begun a consultation, or ended one: of another assessment each time."""

    numbers = count()

    def form(self):
        stages = [Stage.FULL, Stage.CONSULTATION]
        written = AssessmentVersion.objects.filter(stage__in=stages).order_by("pk")
        asked = written.exclude(assessment=WRITTEN)
        found = asked[next(self.numbers) % asked.count()]
        by, on = User.objects.get(pk=ADMIN), timezone.localdate()
        if found.stage == Stage.FULL:
            found.begin_consultation(by=by, on=on, starts=on)
        else:
            found.end_consultation(by=by, on=on)


@dataclass(frozen=True)
class BudgetOfYear(Page):
    """A page narrowed to the budget proposals of the year to come."""

    @property
    def address(self):
        found = super().address
        year = year_of(timezone.localdate()) + 1
        return found and f"{found}?kind=budget&budget_year={year}"


def _of_one(key, label, name, number=WRITTEN, *more, who=MANAGER, kind=Page, **known):
    return kind(key, label, f"assessments:{name}", args=(number, *more), who=who, **known)  # fmt: skip


REGISTER, BOARD = "assessments:assessment_list", "assessments:assessment_board"
COVERAGE = "assessments:coverage"
PAGES = [
    Page(BARE, "Bare signed-in page", "bench_bare", who=MANAGER),
    Page("register", "Register of assessments", REGISTER, who=MANAGER, twin="plain register"),
    Page("plain register", "  the same by hand", "bench_assessments", who=MANAGER),
    Page("register filtered", "A directorate's, by kind and words", REGISTER, query=OURS, who=MANAGER, twin="plain register filtered"),
    Page("plain register filtered", "  the same by hand", "bench_assessments", query=OURS, who=MANAGER),
    Page("register harm", "Those that harm a characteristic", REGISTER, query=NEGATIVE, who=MANAGER),
    Page("register review", "Those to be looked at again", REGISTER, query="?state=review_due", who=MANAGER),
    Page("assessment board", "Board by stage", BOARD, who=MANAGER),
    AfterMove("register after a move", "Register, after somebody wrote", REGISTER, who=MANAGER),
    AfterMove("board after a move", "Board by stage, after somebody wrote", BOARD, who=MANAGER),
    CountedAnew("register counted anew", "Register, counted anew", REGISTER, who=MANAGER, opened=False),
    CountedAnew("board counted anew", "Board by stage, counted anew", BOARD, who=MANAGER, opened=False),
    _of_one("assessment", "Assessment's page", "assessment_detail"),
    _of_one("assessment about", "A page that people write", "page", WRITTEN, "about"),
    _of_one("assessment impact", "Impact, all characteristics", "page", WRITTEN, "impact"),
    _of_one("assessment facts", "What the register holds, to edit", "assessment_edit"),
    _of_one("assessment saved", "A written page, sent", "page", WRITTEN, "about", kind=PageSent, answers=302),
    _of_one("assessment published", "Publication page", "version_detail", IN_PUBLIC, 1),
    _of_one("assessment word", "Publication as Word", "version_word", IN_PUBLIC, 1, opened=False),
    Page("programme", "Programme of the year", "assessments:programme", who=MANAGER),
    Page("coverage", "Coverage matrix, all that an admin may know of", COVERAGE, who=ADMIN),
    Page("coverage of a manager", "Coverage matrix, of a manager", COVERAGE, who=MANAGER),
    Page("coverage of a reader", "Coverage matrix, of a reader", COVERAGE, who=READER),
    AfterScreening("coverage after a screening", "Coverage matrix, after somebody wrote in a screening", COVERAGE, who=MANAGER),
    CountedAnew("coverage counted anew", "Coverage matrix, counted anew", COVERAGE, who=MANAGER, opened=False),
    Page("coverage of a directorate", "Coverage matrix of a directorate", COVERAGE, query=f"?directorate={directorate_of(MANAGER)}", who=MANAGER),
    BudgetOfYear("cumulative", "Cumulative impact of a year's budget", "assessments:cumulative", who=ADMIN),
    Page("officer with assessments", "An officer’s own page with assessments", "plans:your_actions", who=OFFICER),
    Page("directorate with assessments", "Directorate dashboard with assessments", "dashboards:directorate", args=(directorate_of(MANAGER),), who=MANAGER),
    Page("council with assessments", "Whole council with assessments", "dashboards:council", who=MANAGER),
    Page("action with assessments", "Action that stands for a mitigation", "plans:action_detail", args=(WRITTEN,), who=MANAGER),
    Page("plan with assessments", "Plan page with a hundred assessments", "plans:plan_detail", args=("EQ-1",), who=MANAGER),
    Page("register export", "CSV of the whole register", "assessments:assessment_export_csv", runs_at_most=3, opened=False),
]  # fmt: skip
ASSESSMENTS = Area(
    "assessments",
    SMALL,
    LARGE,
    PAGES,
    {
        "register": 8,
        "register filtered": 8,
        "register harm": 8,
        "register review": 8,
        "assessment board": 8,
        "register after a move": 8,
        "board after a move": 8,
        "assessment": 4,
        "assessment about": 4,
        "assessment published": 4,
        "assessment saved": 3,
        "programme": 8,
        "coverage": 8,
        "coverage of a manager": 8,
        "coverage of a reader": 8,
        "coverage after a screening": 8,
        "coverage of a directorate": 8,
        "directorate with assessments": 6,
        "council with assessments": 6,
        "action with assessments": 4,
    },
)
