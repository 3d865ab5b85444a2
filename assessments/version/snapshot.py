"""The content of a version as one value: what is signed, hashed, published, and compared with the next version."""

import hashlib
import json

SHAPE = 1


def content(version) -> dict:
    """All that a version says, in plain JSON with the words of its day: names, not numbers, so that it reads alike for ever."""
    return _facts(version, version.characteristics()) | {
        "screening": _screening(version),
        "answers": _answers(version),
        "impacts": _impacts(version),
        "mitigations": _mitigations(version),
        "signers": [
            {"name": str(one.user), "signs_as": one.signs_as}
            for one in version.signers.select_related("user")
        ],
    }


def recorded(version, characteristics, register: dict) -> dict:
    """All that an imported register says of a version that was signed elsewhere: its facts and the register's own words.

    Of what it said on its pages, and of who signed it, a register tells nothing: those stay empty. `register` names the file, the row,
    the day that it speaks of, and its words.
    """
    nothing = ("screening", "answers", "impacts", "mitigations", "signers")
    empty = {name: [] for name in nothing}
    return _facts(version, characteristics) | empty | {"register": register}


def _facts(version, characteristics) -> dict:
    assessment = version.assessment
    return {
        "shape": SHAPE,
        "reference": assessment.reference,
        "title": assessment.title,
        "kind": assessment.get_kind_display(),
        "directorate": str(assessment.directorate or ""),
        "service": assessment.service,
        "lead": str(assessment.lead or assessment.lead_as_written),
        "sponsor": assessment.sponsor,
        "decision": assessment.decision,
        "decided_on": _day(assessment.decided_on),
        "meeting": assessment.meeting,
        "budget_year": assessment.budget_words,
        "saving": "" if assessment.saving is None else str(assessment.saving),
        "version": version.number,
        "needs_full": version.needs_full,
        "screened_out_why": version.screened_out_why,
        "characteristics": [
            {"name": one.name, "statutory": one.statutory} for one in characteristics
        ],
        "outcome": version.outcome,
        "outcome_words": version.get_outcome_display() if version.outcome else "",
        "outcome_why": version.outcome_why,
        "review_by": _day(version.review_by),
        "consultation": [_day(version.consultation_from), _day(version.consultation_to)],
    }  # fmt: skip


def digest(value: dict) -> str:
    """The SHA-256 of a content, in hexadecimal; the same for the same words in whatever order its keys were written."""
    words = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()


def _day(day):
    return day.isoformat() if day else None


def _screening(version):
    rows = version.relevances.select_related("characteristic", "aim")
    return [
        {
            "characteristic": row.characteristic.name,
            "aim": row.aim.name,
            "level": row.level,
            "why": row.why,
        }
        for row in rows
    ]


def _answers(version):
    from assessments.writing.questions import QUESTIONS

    said = dict(version.answers.values_list("question", "text"))
    return [
        {"page": one.page, "question": one.words, "answer": said[name]}
        for name, one in QUESTIONS.items()
        if said.get(name)
    ]


def _impacts(version):
    return [
        {
            "characteristic": row.characteristic.name,
            "kind": row.kind,
            "severity": row.severity,
            "who": row.who,
            "evidence": row.evidence,
            "response": row.response,
        }
        for row in version.impacts.select_related("characteristic")
    ]


def _mitigations(version):
    rows = version.mitigations.select_related("impact__characteristic")
    return [
        {
            "characteristic": str(row.impact.characteristic) if row.impact else "",
            "text": row.text,
            "who": row.who,
            "by_when": _day(row.by_when),
        }
        for row in rows
    ]
