"""Two people at one criterion at the same moment, a framework that closes meanwhile, and a person who has left."""

import datetime
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from equality_tracker.evidence.models import StoredFile
from tests.factories import CriterionFactory, FrameworkAreaFactory
from tests.factories.frameworks import level
from tests.together import post_together

MAY = datetime.date(2026, 5, 4)


def text_of(response):
    return " ".join(response.content.decode().split())


def judging(criterion, why):
    return {
        "level": level(criterion.area.framework, 1).pk,
        "why": why,
        "on": "4/5/2026",
        "last": "",
        "form_key": uuid.uuid4(),
    }


@pytest.mark.django_db(transaction=True)
def test_of_two_who_judge_at_the_same_moment_one_is_shown_the_other_first(
    criterion, manager
):
    url = reverse("assessments:framework_judge", args=[criterion.pk])
    forms = [judging(criterion, why) for why in ("Half is done.", "Little is done.")]

    assert post_together(manager, url, forms) == [302, 409]
    assert criterion.judgements.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_judgement_pressed_twice_at_the_same_moment_is_kept_once(criterion, manager):
    url = reverse("assessments:framework_judge", args=[criterion.pk])
    form = judging(criterion, "Half is done.")

    assert post_together(manager, url, [form, form]) == [302, 302]
    assert criterion.judgements.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_edit_one_result_at_the_same_moment_one_is_shown_the_others_words(
    framework, admin
):
    award = framework.awards.create(
        level=level(framework, 2), body="Peers", on=MAY, recorded_by=admin
    )
    url = reverse("assessments:framework_award_edit", args=[framework.key, award.pk])
    common = {"version": award.version, "level": award.level_id, "body": "Peers", "on": "4/5/2026"}  # fmt: skip
    forms = [
        common | {"words": words, "report_file": SimpleUploadedFile(f"{words}.txt", b"So.")}
        for words in ("one", "two")
    ]  # fmt: skip

    assert post_together(admin, url, forms) == [302, 409]
    award.refresh_from_db()
    assert award.report.name == f"{award.words}.txt"
    assert StoredFile.objects.count() == 1


def test_evidence_chosen_while_the_framework_was_closed_is_not_kept(
    criterion, officer_client
):
    criterion.area.framework.close(on=MAY)
    url = reverse("assessments:framework_evidence_add", args=[criterion.pk])
    sent = {
        "form_key": uuid.uuid4(),
        "words": "The survey of the spring",
        "evidence_files": SimpleUploadedFile("survey.txt", b"Nine in ten."),
    }

    answer = officer_client.post(url, sent)

    assert answer.status_code == 409
    assert "The survey of the spring" in text_of(answer)
    assert not criterion.evidence.exists()
    assert not StoredFile.objects.exists()


def test_what_a_person_who_left_judged_still_names_them(
    criterion, manager, officer_client
):
    said = level(criterion.area.framework, 1)
    criterion.judge(level=said, why="Half is done.", by=manager, on=MAY)
    manager.is_active = False
    manager.save()

    page = text_of(officer_client.get(criterion.get_absolute_url()))

    assert "judged by May Manager as of 4 May 2026" in page


def test_a_proposal_of_a_person_who_left_can_be_judged(
    criterion, officer, manager_client
):
    said = level(criterion.area.framework, 2)
    criterion.propose(level=said, why="Ramps are built.", by=officer, on=MAY)
    officer.is_active = False
    officer.save()
    url = reverse("assessments:framework_judge", args=[criterion.pk])

    assert "Ramps are built." in text_of(manager_client.get(url))
    manager_client.post(url, judging(criterion, "They are."))
    assert criterion.newest_judged().why == "They are."


def test_an_area_without_criteria_counts_for_nothing_and_says_so(area, reader_client):
    empty = FrameworkAreaFactory(framework=area.framework, number=2)
    CriterionFactory(area=area, wanted=1)

    whole = text_of(reader_client.get(area.framework.get_absolute_url()))
    own = text_of(reader_client.get(empty.get_absolute_url()))

    assert "0 of 1 criteria are at the level wanted (0%)." in whole
    assert "No criteria yet" in whole
    assert "No criteria stand here yet. An admin adds them in the admin site." in own
    assert "No level is wanted yet." not in own
