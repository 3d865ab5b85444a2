"""A word planted in what somebody must not know, looked for on every page and in every file that they can open.

The admin, who may know, is the control: where no page of hers held the word, its absence elsewhere would mean nothing.
"""

import datetime
import io
import zipfile

import pytest
from django.test import Client
from django.utils import timezone

from equality_tracker.organisation.models import Aim
from tests.addresses import all_addresses
from tests.factories import AssessmentFactory, LeadFactory, UserFactory
from tests.things import Things, path_of

pytestmark = pytest.mark.django_db
WORD = "Zephyrquill"
NEVER = datetime.date(2199, 1, 1)
PAGES = [
    address
    for address in all_addresses()
    if not address.name.startswith(("admin:", "/admin/"))
]
# Where the controls must find it.
READ = {"assessments:page", "assessments:version_detail", "assessments:version_word"}
TOLD = READ | {
    "assessments:assessment_list",
    "assessments:assessment_export_csv",
    "assessments:assessment_export_xlsx",
    "assessments:assessment_detail",
    "assessments:cumulative",
    "assessments:programme",
}


class Planted(Things):
    """Housing's things, where each assessment holds the word in all that people write; `about` are fields of the assessments."""

    about = {}

    def assessment_at(self, stage):
        name = f"_assessment_{stage}"
        if not hasattr(self, name):
            setattr(self, name, self._made(stage))
        return getattr(self, name)

    def _made(self, stage):
        plant = sent_back_once if stage in ("sign_off", "approved") else None
        begun = "complete" if plant else stage
        made = AssessmentFactory(
            directorate=self.housing, stage=begun, author=self.officer, **self.about
        )
        made.assessment_plans.create(plan=self.plan)
        if plant:
            plant(made.current, self.officer)
        return made

    @property
    def written(self):
        made = self.assessment_at("complete")
        if not hasattr(self, "mitigation"):
            fill(made.current)
            self.signer = made.current.signers.get()
            harm = made.current.impacts.get(kind="negative")
            self.mitigation = made.current.mitigations.create(
                text=f"A desk, {WORD}", impact=harm
            )
            made.current.mitigations.create(text=f"A ramp, {WORD}", action=self.action)
        return made


class Confidential(Planted):
    about = {
        "title": f"{WORD} closure",
        "reference": f"EIA/{WORD}",
        "service": WORD,
        "sponsor": WORD,
        "decision": WORD,
        "meeting": WORD,
        "lead_as_written": WORD,
        "due": timezone.localdate(),
        "confidential_until": NEVER,
    }

    def _made(self, stage):
        # No two stand under one reference.
        self.about = {**self.about, "reference": f"EIA/{WORD}/{stage}"}
        return super()._made(stage)


def fill(version):
    """Write the word into all that an open version says."""
    version.answers.update(text=WORD)
    version.impacts.filter(characteristic__name="Disability").delete()
    disability = version.characteristics().get(name="Disability")
    version.impacts.create(
        characteristic=disability, kind="negative", severity="high",
        who=WORD, evidence=WORD, response=WORD,
    )  # fmt: skip
    said = version.relevances.filter(characteristic=disability)
    said.filter(aim=Aim.objects.first()).update(level="high", why=WORD)
    version.outcome, version.outcome_why = "continue", WORD
    version.save()
    version.refresh_from_db()


def sent_back_once(version, author):
    """Submit it, have it sent back with the word, submit it again and have it signed with the word."""
    fill(version)
    head, on = version.signers.get().user, version.begun_on
    version = version.submit(by=author, on=on)
    said = {"by": head, "on": on, "content_hash": version.content_hash, "comment": WORD}
    version = version.request_changes(**said)
    version = version.submit(by=author, on=on)
    version.sign(**{**said, "content_hash": version.content_hash})


def words_of(response):
    """All that was sent, with what is packed in a workbook or document unpacked."""
    content = response.getvalue()
    if content[:2] != b"PK":
        return content.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return " ".join(parts.read(name).decode(errors="replace") for name in parts.namelist())  # fmt: skip


def where_it_stands(person, things, pages=PAGES):
    """The names of `pages` at which `person` reads the word."""
    client = Client()
    client.force_login(person)
    for stage in ("screening", "approved"):
        things.assessment_at(stage)
    assert things.written
    paths = {address.name: path_of(address, things) for address in pages}
    return {name for name, path in paths.items() if WORD in words_of(client.get(path))}


@pytest.fixture
def confidential(housing, officer, admin, leaver):
    return Confidential(housing, officer, admin, leaver)


@pytest.fixture
def drafts(housing, officer, admin, leaver):
    return Planted(housing, officer, admin, leaver)


@pytest.mark.parametrize(
    "who", ["reader", "officer_of_another_directorate", "manager_of_another_directorate"]
)  # fmt: skip
def test_nothing_of_what_is_confidential_is_told_to_those_who_do_not_work_on_it(
    who, request, confidential
):
    assert where_it_stands(request.getfixturevalue(who), confidential) == set()


@pytest.mark.parametrize("who", ["manager", "admin"])
def test_those_who_may_know_find_the_word_wherever_it_stands(
    who, request, confidential
):
    told = [address for address in PAGES if address.name in TOLD]

    found = where_it_stands(request.getfixturevalue(who), confidential, told)

    assert found == TOLD


def test_a_reader_learns_nothing_of_what_drafts_say(reader, drafts):
    assert where_it_stands(reader, drafts) == set()


def test_an_officer_elsewhere_reads_what_a_draft_says(
    officer_of_another_directorate, drafts
):
    told = [address for address in PAGES if address.name in READ]

    found = where_it_stands(officer_of_another_directorate, drafts, told)

    assert found == READ


def test_a_reader_reads_why_no_full_assessment_was_needed(reader_client):
    done = AssessmentFactory(stage="screened_out")

    page = reader_client.get(f"{done.get_absolute_url()}versions/1/")

    assert "It touches nobody." in words_of(page)


def test_who_makes_an_action_of_what_is_confidential_is_told_that_all_staff_read_it(
    manager_client, confidential
):
    made = confidential.written
    path = f"{made.get_absolute_url()}mitigations/{confidential.mitigation.pk}/action/"

    page = words_of(manager_client.get(path))

    assert "All staff can read the action. The assessment is confidential until" in page


def test_an_officer_cannot_lose_an_assessment_by_leaving_out_its_directorate(
    officer_client, drafts
):
    path = f"{drafts.written.get_absolute_url()}edit/"
    form = officer_client.get(path).context["form"]
    sent = {"title": "Parks", "kind": "policy", "version": form["version"].value()}

    page = officer_client.post(path, sent)

    assert "Choose the directorate that answers for it." in words_of(page)


def test_a_confidential_one_stays_out_of_a_lead_holders_sight_once_the_post_is_given_up(
    confidential,
):
    post, holder = LeadFactory(), UserFactory(role="officer")
    holding = post.holdings.create(user=holder)
    made = confidential.assessment_at("planned")
    made.lead = post
    made.save()
    client = Client()
    client.force_login(holder)
    before = client.get(made.get_absolute_url()).status_code

    holding.ends = timezone.localdate()
    holding.save()

    assert before == 200
    assert client.get(made.get_absolute_url()).status_code == 404
