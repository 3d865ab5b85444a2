"""A version as a Word file: the same words as its page, drawn from what was submitted."""

from django.utils import timezone

from assessments.models import Stage
from assessments.version.reading import Content
from equality_tracker.templatetags.govuk import day
from equality_tracker.word import new_document, saved

RECORDED = "As recorded in the register {file} ({place}), as at {day}. This site holds no signatures and no text of it."
NO_SIGNATURES = (
    "This site holds no signatures of it: it was signed before it came here, if it was."
)


def word_file(version, signatures) -> bytes:
    """Return the bytes of a .docx of `version`, with the `signatures` that stand under it."""
    content = Content(version.content)
    document = new_document(
        f"{content.reference} {content.title}", more_styles=[("Heading 3", 11, 6)]
    )
    document.add_heading(content.title, 1)
    document.add_paragraph(_standing(version, content))
    if content.register:
        _recorded(document, content.register, version.address)
    for label, words in content.facts:
        _fact(document, label, words)
    _questions(document, content)
    _impacts(document, content)
    _ending(document, content)
    _screening(document, content)
    _review(document, getattr(version, "review", None))
    document.add_heading("Signatures", 2)
    if content.register:
        document.add_paragraph(NO_SIGNATURES)
    for one in signatures:
        document.add_paragraph(_signed(one), style="List Bullet")
    return saved(document)


def _signed(one):
    """Who signed as what, on which day of the council's, and what they said with it."""
    words = f"{one.by}, {one.signs_as}, on {day(timezone.localdate(one.at))}"
    return f"{words}: {one.comment}" if one.comment else words


def _recorded(document, register, address):
    """What an imported register says of what was not signed here."""
    told = register | {"day": day(register["day"])}
    document.add_paragraph(RECORDED.format(**told))
    if address:
        _fact(document, "Published at", address)
    for label, words in register["words"]:
        _fact(document, label, words)


def _standing(version, content):
    words = f"Equality Impact Assessment {content.reference}, version {version.number}."
    if version.published_on:
        return f"{words} Published on {day(version.published_on)}."
    # What was screened out is open to readers once it is signed, and is never published.
    screened_out = version.stage == Stage.SCREENED_OUT
    return f"{words} {'Screened out' if screened_out else 'Not published'}."


def _fact(document, label, words):
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(words)


def _questions(document, content):
    if content.kept.get("screened_out_why"):
        document.add_heading("Why no full assessment is needed", 2)
        document.add_paragraph(content.screened_out_why)
    for title, answers in content.pages:
        document.add_heading(title, 2)
        _answers(document, answers)


def _answers(document, answers):
    for one in answers:
        document.add_heading(one["question"], 3)
        document.add_paragraph(one["answer"])


def _impacts(document, content):
    rows = list(content.impact_rows)
    if not rows:
        return
    document.add_heading("Impact on each characteristic", 2)
    for one in rows:
        document.add_heading(f"{one['characteristic']}: {one['words'].lower()}", 3)
        if one["who"]:
            document.add_paragraph(one["who"])
        if one["evidence"]:
            _fact(document, "What shows it", one["evidence"])
        if one["response"]:
            _fact(document, "What will be done", one["response"])
    _answers(document, content.together)


def _ending(document, content):
    if content.kept.get("mitigations"):
        document.add_heading("Mitigation", 2)
        for one in content.mitigation_rows:
            parts = (one["text"], one["characteristic"], one["who"], one["by_when"])
            words = ", ".join(part for part in parts if part)
            document.add_paragraph(words, style="List Bullet")
    if content.kept.get("outcome_words"):
        document.add_heading("Outcome", 2)
        document.add_paragraph(content.outcome_words)
        if content.outcome_why:
            document.add_paragraph(content.outcome_why)


def _screening(document, content):
    rows = list(content.screening_words)
    if rows:
        document.add_heading("Screening", 2)
    for name, said, why in rows:
        _fact(document, name, f"{said}. {why}" if why else said)


def _review(document, review):
    if review is None:
        return
    document.add_heading("Review of actual impact", 2)
    document.add_paragraph(f"By {review.by} on {day(review.on)}.")
    for label, words in (
        ("What was expected", review.expected),
        ("What happened", review.happened),
        ("What is changed now", review.changed),
    ):
        document.add_heading(label, 3)
        document.add_paragraph(words)
