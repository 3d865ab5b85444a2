"""What an attacker with SQL, or a slip of the shell, is refused: each rule of an assessment's life holds where no page is asked."""

import datetime
import importlib

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse
from django.utils import timezone

from assessments.models import ActualReview, AssessmentVersion, Stage
from assessments.models.version_verbs import NotReady, month_after
from equality_tracker.organisation.models import Aim, Characteristic
from tests.factories import ActionFactory, AssessmentFactory, UserFactory
from tests.factories.assessments import screened

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 4, 6)
HASH = "0" * 64


def version_at(stage, **said):
    return AssessmentFactory(stage=stage, **said).current


def write(version, **said):
    """As raw SQL does: no verb, no `save()`."""
    AssessmentVersion.objects.filter(pk=version.pk).update(**said)


def now(match):
    """The deferred rules, asked now."""
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match=match):
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_nothing_is_approved_that_somebody_who_is_asked_has_not_signed(manager):
    version = version_at("sign_off")

    with pytest.raises(DatabaseError, match="not everybody who is asked has signed"):
        write(version, stage="approved", stage_since=ON, approved_on=ON, publish_by=month_after(ON))  # fmt: skip


def test_no_screening_out_holds_that_nobody_signed(officer, manager):
    waiting = screened(version_at("screening"))
    waiting = waiting.submit_screening_out(why="It touches nobody.", signer=manager, by=officer, on=ON)  # fmt: skip

    with pytest.raises(DatabaseError, match="not everybody who is asked has signed"):
        write(waiting, stage="screened_out")


def test_a_version_is_not_written_as_signed_at_once(officer):
    assessment = AssessmentFactory(stage="reviewed")

    with pytest.raises(DatabaseError, match="a version begins planned"):
        assessment.versions.create(
            number=2, stage="approved", stage_since=ON, begun_on=ON, content={}, content_hash=HASH, approved_on=ON, publish_by=ON,
        )  # fmt: skip


def test_old_signatures_do_not_count_for_words_put_in_their_place():
    version = version_at("sign_off")
    signer = version.signers.get().user
    version.sign_offs.create(by=signer, signs_as="Head", said="signed", submission=1, content_hash=version.content_hash)  # fmt: skip
    write(version, stage="full", content=None, content_hash="")

    with pytest.raises(DatabaseError, match="each submission counts once"):
        write(version, stage="sign_off", content={"title": "Other"}, content_hash=version.content_hash)  # fmt: skip


def test_publication_is_due_a_month_after_the_day_and_on_no_other():
    version = version_at("sign_off")
    signer = version.signers.get().user
    version.sign_offs.create(by=signer, signs_as="Head", said="signed", submission=1, content_hash=version.content_hash)  # fmt: skip

    with pytest.raises(DatabaseError, match="due a month after"):
        write(version, stage="approved", stage_since=ON, approved_on=ON, publish_by=datetime.date(2030, 1, 1))  # fmt: skip


def test_a_move_alone_tells_of_nothing_that_was_not_done(officer):
    version = version_at("published")
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")  # fmt: skip
    version.moves.create(from_stage="published", to_stage="reviewed", on=ON, by=officer)

    now("does not follow from its moves")


@pytest.mark.parametrize("day", [None, datetime.date(2020, 1, 1), ON])
def test_nothing_is_submitted_to_be_reviewed_on_a_day_that_is_past(day, officer):
    version = version_at("complete")
    write(version, review_by=day)

    with pytest.raises(DatabaseError, match="the day of its review"):
        write(version, stage="sign_off", stage_since=ON, content={}, content_hash=HASH, submissions=1, submitted_by=officer, submitted_at=timezone.now())  # fmt: skip


@pytest.mark.parametrize(
    ("approved", "due"),
    [
        ((2027, 1, 31), (2027, 2, 28)),
        ((2028, 1, 30), (2028, 2, 29)),
        ((2028, 2, 29), (2028, 3, 29)),
        ((2026, 12, 31), (2027, 1, 31)),
        ((2027, 3, 31), (2027, 4, 30)),
    ],
)
def test_the_database_counts_a_month_as_the_verb_does(approved, due):
    day = datetime.date(*approved)

    with connection.cursor() as cursor:
        cursor.execute("SELECT (%s::date + interval '1 month')::date", [day])
        (counted,) = cursor.fetchone()

    assert month_after(day) == counted == datetime.date(*due)


def test_since_when_it_stands_there_is_what_its_move_says():
    version = version_at("full")

    write(version, stage_since=datetime.date(2020, 1, 1))

    now("does not follow from its moves")


@pytest.mark.parametrize(
    "said",
    [{"source": "import"}, {"begun_on": ON.replace(year=2020)}, {"number": 7}],
    ids=str,
)
@pytest.mark.parametrize("stage", ["planned", "full", "approved"])
def test_how_a_version_began_stays(stage, said):
    version = version_at(stage)

    with pytest.raises(DatabaseError, match="how version .* began"):
        write(version, **said)


def test_an_assessment_does_not_stand_at_another_s_version():
    own, other = AssessmentFactory(), AssessmentFactory(stage="published")

    with pytest.raises(DatabaseError, match="at a version of its own"):
        type(own).objects.filter(pk=own.pk).update(current=other.current)


@pytest.mark.parametrize("rows", ["signers", "answers", "impacts"])
def test_no_row_leaves_what_waits_for_signatures_for_another_version(rows):
    version, other = version_at("sign_off"), version_at("full")

    with pytest.raises(DatabaseError, match="is not put into another"):
        getattr(version, rows).update(assessment_version=other)


def test_the_action_that_stands_is_not_exchanged_for_one_that_does_better():
    version = version_at("full")
    one = version.mitigations.create(text="A desk", for_all=True, action=ActionFactory(rag_status="slipped"))  # fmt: skip

    with pytest.raises(DatabaseError, match="stands for mitigation"):
        version.mitigations.filter(pk=one.pk).update(action=ActionFactory(rag_status="achieved"))  # fmt: skip


@pytest.mark.parametrize("stage", ["full", "approved"])
def test_what_is_not_published_has_no_actual_impact_to_review(stage, officer):
    version = version_at(stage)

    with pytest.raises(DatabaseError, match="is not published"):
        ActualReview.objects.create(assessment_version=version, expected="Few.", happened="Many.", changed="Hours.", on=ON, by=officer)  # fmt: skip


def test_no_version_is_reviewed_without_the_three_answers():
    version = version_at("published")

    with pytest.raises(DatabaseError, match="nobody reviewed its actual impact"):
        write(version, stage="reviewed", stage_since=ON)


@pytest.mark.parametrize("name", ["expected", "happened", "changed"])
def test_a_blank_is_no_answer_of_a_review(name, officer):
    version = version_at("published")

    with pytest.raises(DatabaseError, match="review_answers_all_three"):
        version.review_impact(**{"expected": "a", "happened": "b", "changed": "c", name: " \n"}, by=officer, on=ON)  # fmt: skip


@pytest.mark.parametrize("place", [1, 2])
def test_marriage_and_civil_partnership_is_asked_about_under_the_first_aim_alone(place):
    version = version_at("screening")
    marriage = Characteristic.objects.get(name__startswith="Marriage")
    aims = Aim.objects.all()
    version.relevances.create(characteristic=marriage, aim=aims[0], level="low")

    with pytest.raises(DatabaseError, match="does not ask about"):
        version.relevances.create(characteristic=marriage, aim=aims[place], level="low")


@pytest.mark.parametrize("relation", ["relevances", "impacts"])
def test_nothing_is_written_of_a_group_that_came_to_the_list_later(relation):
    version = version_at("screening")
    later = Characteristic.objects.create(name="Care experience", used_from=datetime.date(2026, 7, 1))  # fmt: skip
    said = {"relevances": {"aim": Aim.objects.first(), "level": "low"}, "impacts": {"kind": "neutral"}}[relation]  # fmt: skip

    with pytest.raises(DatabaseError, match="not of the list"):
        getattr(version, relation).create(characteristic=later, **said)


@pytest.mark.parametrize("change", [{"role": "reader"}, {"is_active": False}], ids=str)
def test_who_only_reads_or_has_left_signs_nothing(change):
    version = version_at("sign_off")
    signer = version.signers.get().user
    type(signer).objects.filter(pk=signer.pk).update(**change)

    with pytest.raises(DatabaseError, match="signs nothing"):
        version.sign_offs.create(by=signer, signs_as="Head", said="signed", submission=1, content_hash=version.content_hash)  # fmt: skip


# The screening is asked by the verb and by the database, whichever way a version came to where it stands.
def test_no_full_assessment_begins_before_the_screening_is_whole(officer):
    version = version_at("screening")

    with pytest.raises(NotReady) as refused:
        version.go_to_full(by=officer, on=ON)

    assert refused.value.missing[0].startswith("Screening: say how relevant it is")


def test_the_database_begins_none_either():
    version = version_at("screening")

    with pytest.raises(DatabaseError, match="leaves somebody out"):
        write(version, stage="full", needs_full=True)


def test_a_full_assessment_does_not_become_a_screening_on_its_way_to_the_signers(
    officer,
):
    version = version_at("complete")
    write(version, needs_full=False, screened_out_why="It is small.")
    version.refresh_from_db()

    with pytest.raises(DatabaseError, match="not what its screening came to"):
        version.submit(by=officer, on=ON)


def test_a_published_page_reads_by_the_list_of_its_day(reader_client):
    version = version_at("published")
    path = reverse("assessments:version_detail", args=[version.assessment_id, 1])

    def shown():
        page = reader_client.get(path).content
        return page.partition(b"<main")[2].partition(b"</main>")[0]

    before = shown()

    Characteristic.objects.filter(name="Gender reassignment").update(
        name="Trans status"
    )
    Characteristic.objects.filter(name="Age").update(used_to=ON)

    assert shown() == before
    assert b"Gender reassignment" in before


def test_what_lost_its_screening_is_not_submitted(officer):
    version = version_at("complete")
    version.relevances.all().delete()

    with pytest.raises(NotReady) as refused:
        version.submit(by=officer, on=ON)
    with pytest.raises(DatabaseError, match="leaves somebody out"):
        write(version, stage="sign_off", content={}, content_hash=HASH, submissions=1, submitted_by=officer, submitted_at=timezone.now())  # fmt: skip

    assert [one for one in refused.value.missing if one.startswith("Screening")]


@pytest.mark.parametrize("day", [ON, ON.replace(year=2020)])
def test_a_review_is_to_come_when_it_is_submitted(day, officer):
    version = version_at("complete")
    write(version, review_by=day)
    version.refresh_from_db()

    with pytest.raises(NotReady) as refused:
        version.submit(by=officer, on=ON)

    assert refused.value.missing == ["Outcome: the day of the review is past. Choose one that is to come."]  # fmt: skip


def test_a_version_under_way_learns_who_wrote_what_it_took_over_before(officer):
    author = UserFactory(role="officer")
    published = version_at("published", author=author)
    second = published.assessment.begin_version(by=officer, on=ON)
    for rows in ("answers", "relevances", "impacts", "mitigations"):
        getattr(second, rows).update(earlier_writers=None)
    second.answers.update(written_by=officer)
    migration = importlib.import_module("assessments.migrations.0018_earned_and_kept")

    with connection.cursor() as cursor:
        for sql in migration.NAME_EARLIER_WRITERS:
            cursor.execute(sql)

    assert second.answers.first().earlier_writers == [author.pk]
    assert second.stage == Stage.PLANNED
