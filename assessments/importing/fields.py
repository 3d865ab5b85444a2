"""What a row of a register says of its assessment, by the assessment's own fields."""

import re
from decimal import Decimal

from plans.importing.readings import cut
from plans.importing.words import same, squeeze

from .days import exact, meant

LONGEST = {
    "title": 300, "service": 200, "sponsor": 200, "decision": 500, "meeting": 200, "lead_as_written": 200,
}  # fmt: skip
LONGEST_REFERENCE = 40
LABELS = {
    "title": "What is assessed", "kind": "Kind", "directorate_id": "Directorate", "service": "Service", "lead_id": "Lead",
    "lead_as_written": "Lead, as written", "sponsor": "Sponsor", "decision": "Decision", "decided_on": "Date of the decision",
    "meeting": "Meeting", "budget_year": "Budget year", "saving": "Saving", "due": "To be done by", "confidential_until": "Confidential until",
    "stage": "Stage", "review_by": "Review due", "approved_on": "Approved on", "published_on": "Published on",
    "address": "Where it is published", "outcome": "Outcome", "screened_out_why": "Why no full assessment",
}  # fmt: skip
LEAD_STAYS = (
    "Nobody here is called “{name}”, so the lead that it has here stays: {lead}."
)
# The fields of a row that go by another name than the assessment's.
NAMED = {"lead_as_written": "lead"}
CUT = "There are more than {longest} letters under {what}, so the end is cut off. Shorten it in the file to choose what stays."
NOT_A_YEAR = "“{text}” is no budget year, so none is set. Write it as 2026/27."
NOT_A_SUM = (
    "“{text}” is no sum of pounds, so none is set. Write it in full, such as 125,000."
)
NOT_A_BUDGET = "Only a budget proposal has a budget year and a saving, so those were left out. Put “Budget proposal” under its kind."
STAYS_A_BUDGET = "It has a budget year or a saving here, so it stays a budget proposal. Clear those on its page to make it something else."
# A trillion and more does not fit; nor does what would be rounded up to it.
_POUNDS = re.compile(r"-?[0-9]{1,11}(?:\.[0-9]+)?")
_YEARS = re.compile(r"(\d{4})\s*[/–-]\s*(\d{2}|\d{4})")


def read(said: dict, names) -> dict:
    """What a row says, blank or None where it says nothing; of names, those that are known."""
    lead, directorate = names.lead(said["lead"]), names.directorate(said["directorate"])
    words = {name: cut(said.get(name) or "", longest) for name, longest in LONGEST.items()}  # fmt: skip
    return words | {
        "kind": said["kind"],
        "directorate_id": directorate and directorate.pk,
        "lead_id": lead and lead.pk,
        "lead_as_written": cut(said["lead"], LONGEST["lead_as_written"]),
        "decided_on": exact(said, "decided"),
        "due": meant(said, "due"),
        "budget_year": budget_year(said["budget_year"]),
        "saving": pounds(said["saving"]),
    }


def budget_year(text: str) -> int | None:
    """The year that a budget year ends in: "2026/27" is 2027; None for anything else."""
    found = _YEARS.fullmatch(text.strip())
    if not found or int(found[2]) % 100 != (int(found[1]) + 1) % 100:
        return None
    return int(found[1]) + 1 if 1989 <= int(found[1]) <= 2199 else None


def pounds(text: str) -> Decimal | None:
    """A sum of money in pounds and pence, None for anything else and for more than a trillion."""
    found = _POUNDS.fullmatch(text.replace("£", "").replace(",", "").strip())
    return Decimal(found[0]).quantize(Decimal("0.01")) if found else None


def doubts(said: dict, read: dict, existing) -> list[tuple[str, str]]:
    """What a person should look at in what was read of a row: (field, message). New names have a table of their own."""
    found = []
    if said["lead"] and not read["lead_id"] and existing and existing.lead_id:
        words = {"name": said["lead"][:100], "lead": existing.lead}
        found.append(("lead", LEAD_STAYS.format(**words)))
    for name, longest in LONGEST.items():
        if len(squeeze(said.get(NAMED.get(name, name)) or "")) > longest:
            words = {"what": LABELS[name].lower(), "longest": longest}
            found.append((NAMED.get(name, name), CUT.format(**words)))
    if said["budget_year"] and read["budget_year"] is None:
        message = NOT_A_YEAR.format(text=said["budget_year"][:40])
        found.append(("budget_year", message))
    if said["saving"] and read["saving"] is None:
        found.append(("saving", NOT_A_SUM.format(text=said["saving"][:40])))
    if existing and _has_money(existing) and read["kind"] not in (None, "budget"):
        found.append(("kind", STAYS_A_BUDGET))
        return found
    kind = read["kind"] or (existing and existing.kind)
    if kind != "budget" and (read["budget_year"] or read["saving"] is not None):
        found.append(("kind", NOT_A_BUDGET))
    return found


def values_of_new(read: dict, answering) -> dict:
    """All that a new assessment starts with; one that names no directorate that is here is that of who answers."""
    values = dict(read)
    values["kind"] = read["kind"] or "policy"
    values["directorate_id"] = read["directorate_id"] or answering
    return _without_money(values, values["kind"])


def what_differs(read: dict, existing) -> dict:
    """What would be written over what stands here: blank cells leave it as it is."""
    values = {
        name: value
        for name, value in read.items()
        if value not in ("", None) and not same(getattr(existing, name), value)
    }
    if _has_money(existing):
        values.pop("kind", None)
    # The words for a lead stand only where no lead here is known by them.
    if read["lead_id"] or existing.lead_id:
        values.pop("lead_as_written", None)
    return _without_money(values, values.get("kind") or existing.kind)


def _has_money(existing):
    """Whether it holds what only a budget proposal has."""
    return bool(existing.budget_year) or existing.saving is not None


def _without_money(values, kind):
    """Only a budget proposal has a budget year and a saving."""
    if kind == "budget":
        return values
    money = {"budget_year", "saving"}
    return {name: value for name, value in values.items() if name not in money}
