"""What was said of an action through the year, by whom, and what shows it."""

from plans.models import Evidence

from .files import PendingFile
from .saving import saved


def tell_updates(teller, key, place, each):
    """Add what an action's fixture says was reported, taken back and finished on the way to the story."""
    for number, said in enumerate(each["updates"], start=1):
        report = Report(teller, place, each, said)
        teller.story.tell(said["day"], f"{key}.{number}", report.by, report.make)
        if "retract" in said:
            back = said["retract"]
            by = teller.cast.people[back["by"]]
            teller.story.tell(back["day"], f"{key}.{number} back", by, report.retract)
    for step in each.get("milestones", []):
        if "met" in step:
            _tell_milestone(teller, key, place, each, step)


def _tell_milestone(teller, key, place, each, step):
    def meet(moment):
        milestone = teller.actions[place].milestones.get(label=step["label"])
        milestone.met_on = moment.day
        milestone.save(update_fields=["met_on"])

    by = teller.cast.holder(each["leads"], step["met"])
    teller.story.tell(step["met"], f"{key} {step['label']}", by, meet)


class Report:
    """One update of the fixture, made through the verbs that the pages use."""

    def __init__(self, teller, place, each, said):
        self.teller, self.place, self.each, self.said = teller, place, each, said
        self.by = self._who()

    def make(self, moment):
        """Record the update with its evidence; refuse what the person could not have done on a page."""
        action = self.action
        if not action.may_be_updated_by(self.by, moment.day):
            raise ValueError(f"{self.by} may not update “{action}” on {moment.day}.")
        if self.said.get("same"):
            self.update = action.report_no_change(
                by=self.by, on=moment.day, made_at=moment.at
            )
        else:
            self.update = self._record(action, moment)
        for shown in self.said.get("evidence", []):
            self._show(action, shown, moment)

    def retract(self, moment):
        """Take the update back, as the person named did."""
        back = self.said["retract"]
        self.action.retract_update(
            self.update, by=moment.by, why=back["why"], at=moment.at
        )

    @property
    def action(self):
        return self.teller.actions[self.place]

    def _who(self):
        cast, said = self.teller.cast, self.said
        if "by" in said:
            return cast.people[said["by"]]
        holder = cast.holder(self.each["leads"], said["day"])
        if holder is None:
            raise ValueError(
                f"Say who: nobody leads “{self.each['title']}” on day {said['day']}."
            )
        return holder

    def _record(self, action, moment):
        said, calendar = self.said, self.teller.calendar
        return action.record_update(
            by=self.by,
            on=moment.day,
            made_at=moment.at,
            rag_status=said["status"],
            progress=calendar.words(said["said"]),
            reason=calendar.words(said.get("why", "")),
            priority_monitoring=said.get("watch", False),
            new_due=calendar.due(said.get("move"), self.each.get("precision")),
            due_reason=calendar.words(said.get("move_why", "")),
        )

    def _show(self, action, shown, moment):
        words = self.teller.calendar.words
        evidence = Evidence(
            action=action,
            update=self.update,
            text=words(shown.get("note") or shown.get("text", "")),
            url=shown.get("link", ""),
            dated=self._dated(shown),
            added_by=self.by,
            added_at=moment.at,
        )
        if "file" in shown:
            evidence.kind = Evidence.Kind.FILE
            self.teller.pending.append(PendingFile(shown["file"], evidence, moment.at))
            return
        evidence.kind = Evidence.Kind.LINK if evidence.url else Evidence.Kind.NOTE
        saved(evidence)

    def _dated(self, shown):
        dated = shown.get("dated")
        return None if dated is None else self.teller.calendar.working_day(dated)
