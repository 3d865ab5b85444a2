"""The task list of a version: what each page holds, and what is missing before it can be submitted."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.text import Truncator, capfirst

from assessments.models.stages import Outcome
from assessments.version.loading import answers_of, characteristics_of, with_content
from assessments.writing.questions import PAGES, on_page
from equality_tracker.organisation.models import Aim

NOT_STARTED, IN_PROGRESS, DONE = "Not started", "In progress", "Done"

# What a sentence of `missing` begins with -> the page on which it is put right.
PLACES = {
    "Impact": "impact",
    "Mitigation": "mitigation",
    "Outcome": "sign_off",
    "Sign-off": "sign_off",
} | {title: page for page, title in PAGES.items()}


def page_of(sentence) -> str:
    """The page on which what a sentence of `missing` asks for is put right; "" for the screening."""
    return PLACES.get(sentence.partition(":")[0], "")


def by_page(missing):
    """Yield (title, first sentence, what is missing there) for each page that sentences of `missing` name, in their order."""
    for title, sentences in groupby(missing, key=lambda one: one.partition(": ")[0]):
        sentences = list(sentences)
        yield title, sentences[0], [capfirst(one.partition(": ")[2]) for one in sentences]  # fmt: skip


@dataclass
class Task:
    """One page of the task list: `said` is how much of it there is, such as "5 of 9"; `missing` what still has to come.

    `too_early`: nothing can be said of it before another page is written.
    """

    page: str
    said: str = ""
    begun: bool = False
    missing: list[str] = field(default_factory=list)
    too_early: bool = False

    @property
    def title(self):
        return PAGES[self.page]

    @property
    def state(self):
        if not self.missing and not self.too_early:
            return DONE
        return IN_PROGRESS if self.begun else NOT_STARTED


def tasks(version, by=None, on=None) -> list[Task]:
    """The pages in order. `by` is who would submit, on the day `on`: they cannot be the only one who signs. Six queries."""
    version = with_content(version)
    answers = answers_of(version)
    impacts = list(version.impacts.all())
    asked = [_asked(page, answers) for page in ("about", "evidence", "engagement")]
    return [
        *asked,
        _impact(impacts, characteristics_of(version)),
        _mitigation(version, impacts),
        _sign_off(version, by, on),
    ]


def missing(version, by, on) -> list[str]:
    """Sentences for what is missing before `by` can submit the version on the day `on`; a screening that ends it asks for less."""
    if version.needs_full is False:
        return _screened(version) + _signers(version, by)
    asked = [sentence for task in tasks(version, by, on) for sentence in task.missing]
    return not_screened(version) + asked


def missing_to_screen_out(version, by) -> list[str]:
    """Sentences for what is missing before `by` can say why no full assessment is needed, and who signs that."""
    unfit = _signers(version, by) if with_content(version).signers.all() else []
    return not_screened(version) + unfit


def not_screened(version) -> list[str]:
    """The sentence for whom the screening leaves out, if any, which it cannot end without."""
    unsaid = _unsaid(version)
    said = f"Screening: say how relevant it is, under each aim, to {', '.join(unsaid)}."
    return [said] if unsaid else []


def _screened(version):
    found = not_screened(version)
    if not version.screened_out_why:
        found.append("Screening: say why no full assessment is needed.")
    return found


def _unsaid(version):
    """The characteristics of which the screening does not say all: each under every aim that counts for it."""
    said = Counter(version.relevances.values_list("characteristic", flat=True))
    aims = Aim.objects.count()
    return [
        one.name
        for one in version.characteristics()
        if said[one.pk] < (1 if one.counts_for_first_aim_alone else aims)
    ]


def _asked(page, answers):
    questions = on_page(page)
    given = [name for name in questions if answers.get(name, "").strip()]
    lacking = [
        f"{PAGES[page]}: {one.words}"
        for name, one in questions.items()
        if one.required and name not in given
    ]
    return Task(page, f"{len(given)} of {len(questions)}", bool(given), lacking)


def _impact(impacts, characteristics):
    said = {one.characteristic_id for one in impacts}
    lacking = [
        f"Impact: say what it means for {one.name}."
        for one in characteristics
        if one.pk not in said
    ]
    lacking += [
        f"Impact: say who is affected under {one.characteristic}."
        for one in impacts
        if one.kind == "negative" and not one.who.strip()
    ]
    count = sum(one.pk in said for one in characteristics)
    return Task("impact", f"{count} of {len(characteristics)}", bool(impacts), lacking)


def _mitigation(version, impacts):
    negative = [one for one in impacts if one.kind == "negative"]
    excused = version.outcome in (Outcome.CONTINUE, Outcome.STOP)
    lacking = [
        f"Mitigation: say what will be done for {one.characteristic}, or give reasons to continue under Outcome."
        for one in negative
        if not one.is_answered and not excused
    ]
    mitigations = version.mitigations.all()
    lacking += [
        f"Mitigation: say whom this is for: {Truncator(one.text).chars(80)}"
        for one in mitigations
        if one.is_for_nobody
    ]
    done = sum(one.is_answered for one in negative)
    nothing = "No negative impact" if impacts else "Once the impact is said"
    said = f"{done} of {len(negative)}" if negative else nothing
    return Task("mitigation", said, bool(mitigations), lacking, not impacts)


def _sign_off(version, by, on):
    lacking = []
    if not version.outcome:
        lacking.append("Outcome: choose what follows.")
    elif version.outcome != Outcome.NO_CHANGE and not version.outcome_why.strip():
        lacking.append("Outcome: give the reasons.")
    if version.review_by is None:
        lacking.append("Outcome: say when its actual impact will be reviewed.")
    elif on and version.review_by <= on:
        lacking.append(
            "Outcome: the day of the review is past. Choose one that is to come."
        )
    lacking += _signers(version, by)
    return Task("sign_off", "", bool(version.outcome or version.review_by), lacking)


def _signers(version, by):
    signers = {one.user_id: one.user for one in with_content(version).signers.all()}
    if not signers:
        return ["Sign-off: name who signs."]
    if by is not None and by.pk in signers:
        return ["Sign-off: who submits it cannot sign it. Name somebody else."]
    wrote = sorted(str(signers[pk]) for pk in version.writers() & signers.keys())
    return [
        f"Sign-off: {name} wrote in it and cannot sign it. Name somebody else."
        for name in wrote
    ]
