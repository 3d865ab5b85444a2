"""What the council says of itself against a framework, as a Word file: for an assessor, so nothing confidential stands in it."""

from assessments.models import CriterionEvidence
from equality_tracker.templatetags.govuk import day
from equality_tracker.word import add_table, new_document, saved, writable

from .awards import in_words
from .readiness import LOWEST_RULE, RULE

AREA_HEADINGS = ("Stands at", "Criteria ready", "Judged")
AREA_WIDTHS = (7.6, 4, 3.4, 2.4)
NOT_ALL = "Not all judged yet"


def word_file(found, on) -> bytes:
    """Return the bytes of a .docx of `found`, a FrameworkStanding, as it stands on the day `on`."""
    framework = found.framework
    document = new_document(
        f"{framework.name}: self-assessment", more_styles=[("Heading 3", 11, 8)]
    )
    document.add_heading(writable(f"{framework.name}: self-assessment"), 1)
    document.add_paragraph(f"As it stood on {day(on)}. {readiness_in_words(found.readiness)}")  # fmt: skip
    _wanted(document, found)
    _award(document, found.award, on)
    _areas(document, found)
    shown = _evidence(found, on)
    for area in found.areas:
        _area(document, area, framework, shown)
    document.add_heading("How this is counted", 2)
    document.add_paragraph(f"{RULE} {LOWEST_RULE}")
    return saved(document)


def readiness_in_words(readiness):
    """Say how many criteria are ready, so that the numbers add up: "8 of 17 criteria are at the level wanted (47%)."."""
    if not readiness.count:
        return "No criteria stand here yet."
    if not readiness.asked:
        return "No level is wanted yet."
    words = f"{readiness.ready} of {readiness.asked} criteria are at the level wanted ({readiness.percentage}%)."
    if without := readiness.count - readiness.asked:
        words += f" For {without} more no level is wanted."
    if waiting := readiness.count - readiness.judged:
        words += f" {waiting} {'is' if waiting == 1 else 'are'} not judged yet."
    return words


def wanted_in_words(level, by):
    """The level wanted, and by when where that was said."""
    if level is None:
        return "not said"
    return f"{level} by {day(by)}" if by else str(level)


def _wanted(document, found):
    if found.wanted:
        words = wanted_in_words(found.wanted, found.framework.wanted_by)
        _fact(document, "Level wanted", words)


def _areas(document, found):
    """Each area at a glance, before the words."""
    word = found.framework.area_word
    document.add_heading(f"Each {word}", 2)
    rows = [
        (str(one.area), one.readiness.level or NOT_ALL, _ready(one.readiness), f"{one.readiness.judged} of {one.readiness.count}")
        for one in found.areas
    ]  # fmt: skip
    rows.append(
        (
            "All",
            "",
            _ready(found.readiness),
            f"{found.readiness.judged} of {found.readiness.count}",
        )
    )
    add_table(document, (word.capitalize(), *AREA_HEADINGS), rows, AREA_WIDTHS)


def _ready(readiness):
    if not readiness.asked:
        return "No level wanted"
    return f"{readiness.ready} of {readiness.asked} ({readiness.percentage}%)"


def _award(document, award, on):
    if award is None:
        return
    words = f"{award.level}, given by {award.body} on {day(award.on)}. {in_words(award, on)}."
    _fact(document, "External assessment", words)
    if award.words:
        _paragraphs(document, award.words)
    if award.url or award.report:
        names = filter(None, [award.url, award.report and award.report.name])
        _fact(document, "Their report", ", ".join(names))


def _fact(document, label, words):
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(writable(words))


def _evidence(found, on):
    """{a criterion's key: the words of what shows it}, assessments left out that are confidential on the day `on`: one query."""
    criteria = [one.criterion for area in found.areas for one in area.standings]
    rows = CriterionEvidence.objects.standing().filter(criterion__in=criteria)
    said = {}
    for one in rows.for_page():
        if not (one.assessment and one.assessment.is_confidential(on)):
            said.setdefault(one.criterion_id, []).append(evidence_in_words(one))
    return said


def evidence_in_words(one):
    """What one piece of evidence is called on paper, where no link can be pressed."""
    name = str(one.shown)
    if one.action:
        name = " ".join(filter(None, [one.action.plan.reference, one.action.reference, one.action.title]))  # fmt: skip
    words = f"{one.words}: " if one.words else ""
    return f"{words}{name} ({one.get_kind_display()})"


def _area(document, area, framework, shown):
    kind = framework.area_word.capitalize()
    document.add_heading(writable(f"{kind} {area.area}"), 2)
    document.add_paragraph(readiness_in_words(area.readiness))
    for one in area.standings:
        _criterion(document, one, shown.get(one.criterion.pk, []))


def _criterion(document, standing, shown):
    criterion = standing.criterion
    document.add_heading(writable(criterion), 3)
    if criterion.asks:
        document.add_paragraph(writable(criterion.asks)).runs[0].italic = True
    _fact(document, "Level now", _judged(standing))
    _fact(document, "Level wanted", wanted_in_words(standing.wanted, standing.wanted_by))  # fmt: skip
    _paragraphs(document, criterion.narrative or "Nothing is written here yet.")
    if shown:
        _fact(document, "What shows it", "")
    for words in shown:
        document.add_paragraph(writable(words), style="List Bullet")


def _judged(standing):
    judged = standing.judged
    if judged is None:
        return "not judged yet"
    return f"{standing.level}, judged as of {day(judged.on)}. {judged.why}"


def _paragraphs(document, words):
    """Write each paragraph as one: a blank line parts them on the page too."""
    for paragraph in words.split("\n\n"):
        document.add_paragraph(writable(paragraph))
