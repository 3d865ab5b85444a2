"""The assessments of the demonstration: planned, screened, written, signed and followed up as their people would."""

import datetime

from assessments.models import Assessment
from assessments.writing.questions import PAGES, on_page
from equality_tracker.organisation.models import Aim
from plans.models import Priority

from .fixtures import read_fixture
from .programmes import days_to_budget, next_budget, tell_programme
from .saving import saved
from .story import BEGINS, ENDS


def tell_assessments(story, cast, told):
    """Add the programmes, and every assessment's life, to the story; `told` is each plan by its key."""
    fixture = read_fixture("assessments")
    for each in fixture["programmes"]:
        tell_programme(story, cast, each)
    for number, each in enumerate(fixture["assessments"], start=1):
        AssessmentTeller(story, cast, told, fixture["words"], each).tell(number)


class AssessmentTeller:
    """Adds one assessment's life to the story; the rows come to stand in it as it is played."""

    def __init__(self, story, cast, told, words, each):
        self.story, self.cast, self.told = story, cast, told
        self.calendar, self.words, self.each = story.calendar, words, each
        self.author = cast.people[each["by"]]
        self.assessment = self.action = None

    def tell(self, number):
        """Tell it from its first day; each step of its life names a day, a verb and, where it is not the author, who."""
        key = f"assessment {number:02}"
        self.story.tell(self.each["begun"], key, self.author, self.make, BEGINS)
        for step in self.each["life"]:
            by = self.cast.people[step["who"]] if "who" in step else self.author
            self.story.tell(step["day"], key, by, self.doing(step), ENDS)

    def doing(self, step):
        """What is done at one step, with what the step says."""
        do = getattr(self, step["do"])
        said = {name: one for name, one in step.items() if name not in ("day", "do", "who")}  # fmt: skip
        return lambda moment: do(moment, **said)

    @property
    def version(self):
        return self.assessment.current

    def make(self, moment):
        """Put it into the register, planned."""
        each, calendar = self.each, self.calendar
        lead = self.cast.leads.get(each.get("lead"))
        self.assessment = Assessment(
            reference=Assessment.objects.next_reference(moment.day.year),
            title=each["title"],
            kind=each["kind"],
            directorate=self.cast.directorates[each["dir"]],
            service=each.get("service", ""),
            lead=lead,
            lead_as_written="" if lead else each.get("lead", ""),
            sponsor=each.get("sponsor", ""),
            decision=each.get("decision", ""),
            due=calendar.date(each.get("due")),
            confidential_until=calendar.date(each.get("confidential")),
            **self.decided(),
        )
        saved(self.assessment)
        self.assessment.plans.set([self.told[key].plan for key in each.get("plans", [])])  # fmt: skip
        for key in each.get("with", []):
            self.assessment.contributors.create(user=self.cast.people[key])
        self.refuse_strangers(moment)
        self.assessment.begin_version(by=moment.by, on=moment.day, at=moment.at)

    def decided(self):
        """Where and when it is decided: a budget proposal with the budget, of which one year is next and one was last."""
        budget = self.each.get("budget")
        if budget is None:
            day = self.each.get("decided")
            meeting = self.each.get("meeting", "")
            return {"decided_on": day and self.calendar.working_day(day), "meeting": meeting}  # fmt: skip
        year = next_budget(self.calendar.today) + budget["year"]
        return {
            "budget_year": year + 1,
            "saving": budget.get("saving"),
            "decided_on": self.calendar.working_day(
                days_to_budget(year, self.calendar.today)
            ),
            "meeting": "Budget Council",
        }

    def refuse_strangers(self, moment):
        """Refuse an author who could not have written it on a page."""
        rows = Assessment.objects.editable_by(moment.by, moment.day)
        if not rows.filter(pk=self.assessment.pk).exists():
            raise ValueError(f"{moment.by} may not write in “{self.assessment}”.")

    def screen(self, moment, begun=False):
        """Begin the screening and, unless it is only `begun`, say how far it matters to whom; a later version says it already."""
        self.move("start_screening", moment)
        if self.version.number > 1:
            return
        harmed = {one["who"]: one for one in self.each.get("impacts", [])}
        aims = list(Aim.objects.order_by("position"))
        people = list(self.version.characteristics())
        self.write(
            moment,
            self.version.relevances,
            (
                {"characteristic": one, "aim": aim, **relevance(harmed.get(one.name), aim)}
                for one in (people[:4] if begun else people)
                for aim in (aims[:1] if "arriage" in one.name else aims)
            ),
        )  # fmt: skip

    def full(self, moment):
        self.move("go_to_full", moment)

    def screen_out(self, moment, why):
        self.ask_signers()
        self.move("submit_screening_out", moment, why=why)

    def pages(self, moment, first=1, last=6):
        """Write the pages from the `first` to the `last` of the task list."""
        writes = {"impact": self.impacts, "mitigation": self.mitigations, "sign_off": self.outcome}  # fmt: skip
        for page in list(PAGES)[first - 1 : last]:
            self.answers(moment, page)
            if page in writes:
                writes[page](moment)

    def answers(self, moment, page):
        """Answer a page's questions: in the assessment's own words, or in those that all of its kind share."""
        said = self.words["answers"][self.each["words"]] | self.each.get("answers", {})
        rows = [
            {"question": name, "text": self.calendar.words(said[name])}
            for name in on_page(page)
            if name in said
        ]
        self.write(moment, self.version.answers, rows)

    def impacts(self, moment):
        """Say what it means for each characteristic: what is told of some, and nothing for the rest."""
        found = self.version.characteristics()
        names = {one.name: one for one in found}
        told = [
            {
                "characteristic": names.pop(one["who"]) if one["who"] in names else self.cast.characteristics[one["who"]],
                "kind": one["kind"],
                "severity": one.get("severity", ""),
                "who": one["how"],
                "evidence": one.get("shown", ""),
                "response": one.get("done", ""),
            }
            for one in self.each.get("impacts", [])
        ]  # fmt: skip
        rest = [{"characteristic": one, "kind": "neutral"} for one in names.values()]
        self.write(moment, self.version.impacts, told + rest)

    def mitigations(self, moment):
        """Say what will be done about what harms."""
        harms = {
            one.characteristic.name: one
            for one in self.version.impacts.filter(kind="negative")
        }
        rows = [
            {
                "impact": harms[one["for"]],
                "text": one["text"],
                "who": one.get("who", ""),
                "by_when": self.calendar.date(one.get("by_when")),
            }
            for one in self.each.get("mitigations", [])
        ]
        self.write(moment, self.version.mitigations, rows)

    def outcome(self, moment):
        """Say what follows, when it will be reviewed and who signs."""
        version = self.version
        version.outcome = self.each["outcome"]
        version.outcome_why = self.words["outcomes"][version.outcome]
        version.review_by = self.calendar.working_day(self.each["review"])
        saved(version)
        version.refresh_from_db()
        self.ask_signers()

    def ask_signers(self):
        for key, signs_as in self.each["signers"]:
            self.version.signers.get_or_create(user=self.cast.people[key], defaults={"signs_as": signs_as})  # fmt: skip

    def consult(self, moment, days=28):
        ends = moment.day + datetime.timedelta(days)
        self.move("begin_consultation", moment, starts=moment.day, ends=ends)

    def end_consultation(self, moment):
        self.move("end_consultation", moment)

    def submit(self, moment):
        self.move("submit", moment)

    def sign(self, moment, said=""):
        self.move("sign", moment, comment=said, content_hash=self.version.content_hash)

    def request_changes(self, moment, said):
        self.move("request_changes", moment, comment=said, content_hash=self.version.content_hash)  # fmt: skip

    def publish(self, moment):
        self.move("publish", moment)

    def review_impact(self, moment, found):
        self.move("review_impact", moment, **self.words["reviews"][found])

    def begin_again(self, moment):
        self.assessment.begin_version(by=moment.by, on=moment.day, at=moment.at)

    def act(self, moment, place, plan, under, due):
        """Make an action of a plan of one mitigation."""
        mitigation = self.version.mitigations.all()[place]
        priority = Priority.objects.get(plan=self.told[plan].plan, number=under)
        self.action = mitigation.become_action(
            by=moment.by,
            priority=priority,
            title=mitigation.text,
            due=self.calendar.working_day(due),
            at=moment.at,
        )

    def report(self, moment, status, said, why=""):
        """Report on the action that was made of a mitigation last."""
        if not self.action.may_be_updated_by(moment.by, moment.day):
            raise ValueError(f"{moment.by} may not update “{self.action}”.")
        self.action.record_update(
            by=moment.by,
            on=moment.day,
            made_at=moment.at,
            rag_status=status,
            progress=said,
            reason=why,
        )

    def move(self, verb, moment, **said):
        getattr(self.version, verb)(by=moment.by, on=moment.day, at=moment.at, **said)
        self.assessment.refresh_from_db()

    def write(self, moment, rows, wanted):
        """Write rows of the version at once, each with who wrote it and when."""
        rows.bulk_create(
            rows.model(
                assessment_version=self.version,
                written_by=moment.by,
                written_at=moment.at,
                **one,
            )
            for one in wanted
        )


def relevance(impact, aim):
    """How far it matters under an aim: as the impact that is told is severe, less under the later aims."""
    if impact is None:
        return {"level": "none"}
    level = impact.get("severity") or "low"
    return {"level": level if aim.position == 1 else "low", "why": impact["how"]}
