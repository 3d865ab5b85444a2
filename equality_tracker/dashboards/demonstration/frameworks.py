"""The self-assessments of the demonstration: taken into use, written, proposed, judged and awarded as their people would."""

from assessments.framework import loading
from assessments.framework.access import Right, rights_in
from assessments.models import Assessment, Award, Criterion, CriterionEvidence
from plans.models import Action

from .files import PendingFile
from .fixtures import read_fixture
from .story import BEGINS, ENDS


def tell_frameworks(story, cast, told):
    """Add each framework that the council uses or has used to the story; `told` is each plan by its key."""
    fixture = read_fixture("self_assessments")
    for each in fixture:
        FrameworkTeller(story, cast, told, each).tell()


class FrameworkTeller:
    """Adds one framework's life to the story; the rows come to stand in it as it is played."""

    def __init__(self, story, cast, told, each):
        self.story, self.cast, self.told, self.each = story, cast, told, each
        self.calendar, self.framework = story.calendar, None

    def tell(self):
        """Tell it from its first day; each step names a day, who, a verb, and what the verb needs."""
        key, admin = self.each["key"], self.cast.admin
        self.story.tell(self.each["used"], key, admin, self.begin, BEGINS)
        for place, step in enumerate(self.each["life"]):
            by = self.cast.people[step["who"]] if "who" in step else admin
            part = BEGINS if step["do"] == "write" else ENDS
            self.story.tell(step["day"], f"{key} {place:03}", by, self.doing(step), part)  # fmt: skip

    def doing(self, step):
        """What is done at one step, with what the step says."""
        do = getattr(self, step["do"])
        said = {name: one for name, one in step.items() if name not in ("day", "do", "who")}  # fmt: skip
        return lambda moment: do(moment, **said)

    def begin(self, moment):
        """Take it into use: the level that is wanted, and who leads on each area."""
        (self.framework,) = loading.load([self.each["key"]])
        framework = self.framework
        framework.begin(on=moment.day)
        framework.level_wanted = self.level(self.each["wanted"])
        framework.wanted_by = self.calendar.date(self.each["wanted_by"])
        framework.full_clean()
        framework.save()
        for area in framework.areas.all():
            area.lead = self.cast.leads[self.each["leads"][area.number - 1]]
            area.save()

    def level(self, position):
        return self.framework.levels.get(position=position)

    def criterion(self, number, moment, right):
        """The criterion of a number; refused where the person could not do this on a page."""
        area, position = number.split(".")
        rows = Criterion.objects.select_related("area__framework", "area__lead")
        one = rows.get(
            area__framework=self.framework, area__number=area, position=position
        )
        if right not in rights_in(moment.by, one.area, moment.day):
            raise ValueError(f"{moment.by} may not do this in “{one}”.")
        return one

    def write(self, moment, of, text):
        """Write what the council says of itself."""
        one = self.criterion(of, moment, Right.WRITE)
        one.narrative = self.calendar.words(text)
        one.full_clean()
        one.save()

    def want(self, moment, of, level, by=None):
        """Say which level is wanted of one criterion."""
        one = self.criterion(of, moment, Right.JUDGE)
        one.level_wanted, one.wanted_by = self.level(level), self.calendar.date(by)
        one.full_clean()
        one.save()

    def judge(self, moment, of, level, why):
        one = self.criterion(of, moment, Right.JUDGE)
        self.say(one.judge, moment, level, why)

    def propose(self, moment, of, level, why):
        one = self.criterion(of, moment, Right.WRITE)
        self.say(one.propose, moment, level, why)

    def say(self, verb, moment, level, why):
        verb(
            level=self.level(level),
            why=self.calendar.words(why),
            by=moment.by,
            on=moment.day,
            at=moment.at,
        )

    def show(self, moment, of, action=None, assessment=None, url="", file="", words=""):
        """Add what shows it: an action of a plan, an assessment by its title, a link, or a file that is stored afterwards."""
        one = CriterionEvidence(
            criterion=self.criterion(of, moment, Right.WRITE),
            kind="file" if file else "link" if url else "action" if action else "assessment",
            url=url,
            words=words,
            added_by=moment.by,
            added_at=moment.at,
        )  # fmt: skip
        if file:
            self.wait(PendingFile(name=file, evidence=one, at=moment.at))
            return
        if action:
            plan, reference = action
            one.action = Action.objects.get(plan=self.told[plan].plan, reference=reference)  # fmt: skip
        elif assessment:
            one.assessment = Assessment.objects.get(title=assessment)
        one.full_clean()
        one.save()

    def wait(self, pending):
        """The files of the plans are stored last of all, and these with them."""
        next(iter(self.told.values())).pending.append(pending)

    def award(self, moment, level, body, lapses, words="", file=""):
        """Record what an external assessment found, with its report where it is a file."""
        award = Award(
            framework=self.framework,
            level=self.level(level),
            body=body,
            on=moment.day,
            lapses_on=self.calendar.date(lapses),
            words=words,
            recorded_by=moment.by,
        )
        if file:
            self.wait(PendingFile(file, award, moment.at, "report", "recorded_by"))
            return
        award.full_clean()
        award.save()

    def close(self, moment, why):
        self.framework.close(on=moment.day, why=why)
